// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.text.Normalizer;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Form;

/** Texts of a plan, which later stand in the record: nothing in them hides or reorders a line unseen. */
final class PlanText {
    private PlanText() {}

    /** What a form holds of a field in each language, as it would be kept. */
    static LocalText of(Form form, String field) {
        return LocalText.each(language -> normal(form.value(field + "_" + language.tag())));
    }

    static boolean fits(LocalText text, int longest) {
        return Language.ALL.stream().allMatch(language -> fits(text.in(language), longest));
    }

    static boolean fits(String text, int longest) {
        return text.length() <= longest && plain(text);
    }

    static String normal(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .strip();
    }

    private static boolean plain(String text) {
        return text.codePoints()
                .noneMatch(point -> (Character.isISOControl(point) && point != '\n')
                        || (Character.getType(point) == Character.FORMAT && point != 0x200C && point != 0x200D)
                        || Character.getType(point) == Character.SURROGATE);
    }
}

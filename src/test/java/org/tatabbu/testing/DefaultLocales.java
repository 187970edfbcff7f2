// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The default locales of machines we may run on: Arabic digits, the Turkish dotless i, and English. */
public final class DefaultLocales {
    private static final List<String> TAGS = List.of("ar-SA", "tr-TR", "en-US");

    private DefaultLocales() {}

    /** The answers under each default locale, in turn; the machine's own is back afterwards. */
    public static <T> List<T> each(Supplier<T> work) {
        var own = Locale.getDefault();
        var answers = new ArrayList<T>();
        try {
            for (var tag : TAGS) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                answers.add(work.get());
            }
        } finally {
            Locale.setDefault(own);
        }
        return answers;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.text.Normalizer;
import java.util.stream.Stream;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.Oddities;

/** Which texts may enter the record: Unicode NFC, whole characters, no controls and nothing that reorders a line unseen. */
public final class RecordText {
    /** The longest text of one clause in one language, in UTF-16 units. */
    public static final int LONGEST = 4_000;

    private RecordText() {}

    /** The same text in NFC, with plain line ends and nothing around it. */
    public static LocalText normal(LocalText text) {
        return new LocalText(normal(text.ar()), normal(text.fr()), normal(text.en()));
    }

    public static String normal(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .strip();
    }

    /** Whether every language's text may enter the record as it is. */
    public static boolean fits(LocalText text) {
        return Stream.of(Language.values()).allMatch(language -> fits(text.in(language)));
    }

    public static boolean fits(String text) {
        return text.length() <= LONGEST
                && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && oddities(text).isEmpty();
    }

    /** The code points of a text that may not enter the record, such as {@code U+202E}; empty where there are none. */
    public static String oddities(String text) {
        return Oddities.in(text);
    }
}

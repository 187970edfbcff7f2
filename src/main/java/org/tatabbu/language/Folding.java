// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which texts are compared for a search: what is often written in two ways is written in one. Carriers of hamza
 * lose it, alef maqsura is read as ya and ta marbuta as ha, vowel signs and the lengthening stroke are left out, digits are
 * those of Latin script, and Latin letters lose case and accents.
 */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Folding() {}

    public static String of(String text) {
        // Decomposed, a hamza above or below its carrier is a mark like the vowel signs.
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(apart.length());
        MARKS.matcher(apart).replaceAll("").codePoints().forEach(point -> fold(point, plain));
        return plain.toString();
    }

    /** The words of a search, each folded. */
    public static List<String> words(String wanted) {
        return Arrays.stream(of(wanted).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void fold(int point, StringBuilder plain) {
        switch (point) {
            case 'ٱ' -> plain.append('ا');
            case 'ى', 'ی' -> plain.append('ي');
            case 'ة' -> plain.append('ه');
            case 'ک' -> plain.append('ك');
            case 'œ' -> plain.append("oe");
            case 'æ' -> plain.append("ae");
            case 'ß' -> plain.append("ss");
            case 'ı' -> plain.append('i');
            case 'ـ' -> {}
            default -> {
                if (Character.isDigit(point)) {
                    plain.append(Character.digit(point, 10));
                } else {
                    plain.appendCodePoint(point);
                }
            }
        }
    }
}

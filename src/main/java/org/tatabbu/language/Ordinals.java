// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;

/** Ordinals spelled out, from the first to the hundredth. */
public final class Ordinals {
    private static final int LAST = 100;
    private static final List<String> ARABIC_MASCULINE = list("ordinals.masculine");
    private static final List<String> ARABIC_FEMININE = list("ordinals.feminine");
    private static final List<String> ARABIC_TENS = list("ordinals.tens");

    /** The grammatical gender of what is counted, in Arabic and in French. */
    public enum Gender {
        MASCULINE,
        FEMININE
    }

    private Ordinals() {}

    /**
     * The definite ordinal in Arabic (الأول), the bare one elsewhere (premier, first).
     *
     * @throws IllegalArgumentException below 1 or above 100
     */
    public static String spell(int number, Gender gender, Language language) {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("An ordinal from 1 to 100, not " + number);
        }
        return switch (language) {
            case AR -> arabic(number, gender);
            case FR -> rules(ULocale.FRENCH, number, gender == Gender.FEMININE ? "feminine" : "masculine");
            case EN -> rules(ULocale.ENGLISH, number, "");
        };
    }

    private static String rules(ULocale locale, int number, String gender) {
        var spelling = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        return spelling.format(number, "%spellout-ordinal" + (gender.isEmpty() ? "" : "-" + gender));
    }

    // Units agree with the counted noun, tens do not; the first is irregular once it is joined to a ten (الحادي عشر).
    private static String arabic(int number, Gender gender) {
        var units = gender == Gender.MASCULINE ? ARABIC_MASCULINE : ARABIC_FEMININE;
        int unit = number % 10;
        int ten = number / 10;
        if (number <= 10) {
            return units.get(number);
        }
        if (unit == 0) {
            return ARABIC_TENS.get(ten);
        }
        var joined = unit == 1 ? units.get(0) : units.get(unit);
        return ten == 1 ? joined + " " + units.get(11) : joined + " " + units.get(12) + ARABIC_TENS.get(ten);
    }

    private static List<String> list(String key) {
        return List.of(
                Words.read("words/language/numbers.properties").getProperty(key).split("\\|"));
    }
}

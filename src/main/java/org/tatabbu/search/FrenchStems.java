// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.List;
import java.util.Set;

/** The stems of a folded French word: without the marks of plural and gender, and, after a mark, without its derivation. */
final class FrenchStems {
    private static final List<String> DERIVED = List.of(
            "issement",
            "atrice",
            "ateur",
            "ation",
            "ition",
            "ution",
            "ement",
            "iste",
            "isme",
            "aire",
            "able",
            "ible",
            "ance",
            "ence",
            "ique",
            "euse",
            "ment",
            "teur",
            "trice",
            "ienne",
            "iere",
            "ante",
            "elle",
            "tion",
            "ale",
            "ant",
            "age",
            "eur",
            "ien",
            "ier",
            "ite",
            "ive",
            "al",
            "el",
            "er",
            "ee",
            "if",
            "ir",
            "e",
            "i");
    private static final int SHORTEST = 4;

    private FrenchStems() {}

    static Set<String> of(String word) {
        var one = singular(word);
        var light = one.length() > SHORTEST && one.endsWith("e") ? one.substring(0, one.length() - 1) : one;
        light = light.length() > SHORTEST && light.endsWith("e") ? light.substring(0, light.length() - 1) : light;
        return Set.of(light, ArabicStems.SKELETON + EnglishStems.without(one, DERIVED, SHORTEST));
    }

    private static String singular(String word) {
        if (word.length() <= 3) {
            return word;
        }
        if (word.endsWith("eaux") || word.endsWith("eux")) {
            return word.substring(0, word.length() - 1);
        }
        if (word.endsWith("aux") && word.length() > 4) {
            return word.substring(0, word.length() - 2) + "l";
        }
        return word.endsWith("s") || word.endsWith("x") ? word.substring(0, word.length() - 1) : word;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stems of a folded English word: its singular, and, after a mark, what is left without its derivation. */
final class EnglishStems {
    private static final List<String> DERIVED = List.of(
            "isation", "ization", "ational", "ation", "ition", "ement", "iness", "ical", "able", "ible", "ance", "ence",
            "ment", "ness", "sion", "ated", "ator", "ally", "ian", "ing", "ion", "ist", "ity", "ive", "ise", "ize",
            "ial", "ant", "al", "ed", "er", "ic", "ly", "or", "e", "y");
    private static final Map<String, String> UNLIKE = Map.of(
            "children", "child", "people", "person", "persons", "person", "license", "licence", "licenses", "licence");
    private static final int SHORTEST = 4;

    private EnglishStems() {}

    static Set<String> of(String word) {
        var one = UNLIKE.getOrDefault(word, singular(word));
        var bare = without(without(one, DERIVED, SHORTEST), DERIVED, SHORTEST);
        int last = bare.length() - 1;
        boolean doubled = last > 2 && bare.charAt(last) == bare.charAt(last - 1) && !one.equals(bare);
        return Set.of(one, ArabicStems.SKELETON + (doubled ? bare.substring(0, last) : bare));
    }

    static String without(String word, List<String> endings, int shortest) {
        return endings.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= shortest)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
    }

    private static String singular(String word) {
        int size = word.length();
        if (size <= 3 || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("men")) {
            return word.substring(0, size - 2) + "an";
        }
        if (word.endsWith("ies") && size > 4) {
            return word.substring(0, size - 3) + "y";
        }
        if (word.endsWith("sses")
                || word.endsWith("xes")
                || word.endsWith("ches")
                || word.endsWith("shes")
                || word.endsWith("zes")) {
            return word.substring(0, size - 2);
        }
        return word.endsWith("s") ? word.substring(0, size - 1) : word;
    }
}

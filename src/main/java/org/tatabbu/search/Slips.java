// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which words may have been meant by one that was mistyped. */
final class Slips {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    private Slips() {}

    /** Whether a word is worth keeping for this: a number is not, for every other number is near it. */
    static boolean keeps(Reading.Token token) {
        int size = token.word().length();
        return size >= SHORTEST && size <= LONGEST && token.word().codePoints().allMatch(Character::isLetter);
    }

    /** Its letters in pairs and threes, with a mark where it begins and ends. */
    static List<String> grams(String word) {
        var marked = "_" + word + "_";
        var grams = new TreeSet<String>();
        for (int i = 0; i + 2 <= marked.length(); i++) {
            grams.add(marked.substring(i, i + 2));
            if (i + 3 <= marked.length()) {
                grams.add(marked.substring(i, i + 3));
            }
        }
        return List.copyOf(grams);
    }

    /** How many letters one who means the one and writes the other may have wrong. */
    static int allowed(String word) {
        return word.length() <= 4 ? 1 : 2;
    }

    /** Those near enough, the nearest first. */
    static Stream<Known> near(String word, List<Known> known) {
        return known.stream()
                .filter(one -> !one.word().equals(word))
                .filter(one -> distance(word, one.word()) <= allowed(word))
                .sorted(Comparator.comparingInt((Known one) -> distance(word, one.word()))
                        .thenComparing(Known::word));
    }

    /** A word of the texts, folded and as it was first written. */
    record Known(String word, String shown) {}

    /** Letters put in, left out, exchanged for another or with their neighbour. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + change);
                boolean crossed = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (crossed) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = above;
            above = row;
        }
        return above[other.length()];
    }
}

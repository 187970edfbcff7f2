// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tatabbu.language.Folding;
import org.tatabbu.language.Language;

/** Reads the words of a text, each with the lexemes under which it is found. */
final class Reading {
    // Letters may stand apart only for the eye: the soft hyphen and the joiners are within a word.
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}\\u0640][\\p{L}\\p{M}\\p{Nd}\\u0640\\u00AD\\u200B-\\u200D]*");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\s]+");
    private static final int LONGEST = 100;

    private Reading() {}

    /**
     * A word where it stands.
     *
     * @param from its first place in the text, in UTF-16 units
     * @param to the place after its last
     * @param word its folded form
     */
    record Token(int from, int to, String word) {
        boolean arabic() {
            return word.codePoints()
                    .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.ARABIC);
        }

        boolean number() {
            return word.codePoints().allMatch(Character::isDigit);
        }

        /** The lexemes under which a text in this language is found by the word; none where it says too little. */
        Set<String> lexemes(Language language) {
            if (arabic()) {
                return Stops.arabic(word) ? Set.of() : ArabicStems.of(word);
            }
            return switch (language) {
                case AR -> Set.of(word);
                case FR -> Stops.french(word) ? Set.of() : FrenchStems.of(word);
                case EN -> Stops.english(word) ? Set.of() : EnglishStems.of(word);
            };
        }

        /** The lexemes that somebody means who asks for the word and may mean any of our languages. */
        Set<String> meant() {
            if (arabic()) {
                return lexemes(Language.AR);
            }
            if (Stops.french(word) || Stops.english(word)) {
                return Set.of();
            }
            var all = new LinkedHashSet<String>();
            all.add(word);
            all.addAll(FrenchStems.of(word));
            all.addAll(EnglishStems.of(word));
            return all;
        }
    }

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        var words = WORD.matcher(text);
        while (words.find()) {
            var word = UNSEEN.matcher(Folding.of(words.group())).replaceAll("");
            if (!word.isEmpty() && word.length() <= LONGEST) {
                tokens.add(new Token(words.start(), words.end(), word));
            }
        }
        return tokens;
    }
}

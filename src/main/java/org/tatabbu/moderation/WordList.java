// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tatabbu.language.Folding;

/** Words and phrases, found however they are spelled: with or without vowel signs, the lengthening stroke, the article. */
record WordList(Set<String> folded) {
    static final WordList EMPTY = new WordList(Set.of());

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLE = Pattern.compile("^ال(?=\\p{L}{3})");
    private static final Pattern JOINED = Pattern.compile("[وف]?(?:[بك]?ال|لل|[بكل])(?=..)|[وف](?=..)");

    public WordList {
        folded = Set.copyOf(folded);
    }

    static WordList of(Collection<String> words) {
        return new WordList(words.stream()
                .map(WordList::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The form in which a listed word is compared; empty for one without a letter or digit. */
    static String key(String word) {
        var tokens = String.join(" ", tokens(word));
        return ARTICLE.matcher(tokens).replaceFirst("");
    }

    /** Whether any of them is in a text. */
    public boolean in(String text) {
        if (folded.isEmpty()) {
            return false;
        }
        var longest =
                folded.stream().mapToInt(key -> key.split(" ", -1).length).max().orElse(1);
        var tokens = tokens(text);
        for (int from = 0; from < tokens.size(); from++) {
            for (int to = from + 1; to <= Math.min(tokens.size(), from + longest); to++) {
                if (listed(tokens.subList(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    // Only the first word of a phrase is tried without what Arabic writes joined to it; the others keep their article.
    private boolean listed(List<String> phrase) {
        var rest = phrase.subList(1, phrase.size());
        return forms(phrase.getFirst()).stream().anyMatch(first -> {
            var words = new ArrayList<String>();
            words.add(first);
            words.addAll(rest);
            return folded.contains(String.join(" ", words));
        });
    }

    /** A token as it stands, and without the particles and the article that Arabic writes joined to a word. */
    private static Set<String> forms(String token) {
        var forms = new HashSet<String>();
        forms.add(token);
        var joined = JOINED.matcher(token);
        if (joined.lookingAt()) {
            forms.add(token.substring(joined.end()));
        }
        return forms;
    }

    private static List<String> tokens(String text) {
        var plain = Folding.of(INVISIBLE.matcher(text).replaceAll(""));
        return BETWEEN.splitAsStream(plain).filter(token -> !token.isEmpty()).toList();
    }
}

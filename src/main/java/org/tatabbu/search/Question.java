// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tatabbu.language.Language;

/**
 * What was asked, as the index understands it.
 *
 * @param limits the lexemes that every answer has
 * @param cut whether words beyond the most we look for were left out
 */
record Question(List<Word> words, List<String> limits, boolean cut) {
    static final int MOST_WORDS = 12;

    /** A word that was asked for, and the lexemes by any of which it is found. */
    record Word(Reading.Token token, Set<String> lexemes) {}

    static Question of(Asked asked) {
        var words = new ArrayList<Word>();
        var language = Language.of(asked.language());
        var seen = new LinkedHashSet<Set<String>>();
        for (var token : Reading.of(asked.words())) {
            var lexemes = language.map(token::lexemes).orElseGet(token::meant);
            if (!lexemes.isEmpty() && seen.add(lexemes)) {
                words.add(new Word(token, lexemes));
            }
        }
        var limits = new ArrayList<String>();
        limit(limits, asked.committee(), Lexemes.committee(asked.committee()));
        limit(limits, asked.area(), Lexemes.area(asked.area()));
        limit(limits, asked.kind(), Lexemes.kind(asked.kind()));
        limit(limits, asked.year(), Lexemes.year(asked.year()));
        limit(limits, asked.language(), Lexemes.language(asked.language()));
        boolean cut = words.size() > MOST_WORDS;
        return new Question(List.copyOf(cut ? words.subList(0, MOST_WORDS) : words), List.copyOf(limits), cut);
    }

    private static void limit(List<String> limits, String wanted, String lexeme) {
        if (!wanted.isEmpty()) {
            limits.add(lexeme);
        }
    }

    boolean empty() {
        return words.isEmpty();
    }

    Set<String> lexemes() {
        return words.stream().flatMap(word -> word.lexemes().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** A {@code tsquery} for what has every word. */
    String all() {
        return Stream.concat(words.stream().map(word -> Lexemes.any(word.lexemes())), limited())
                .collect(Collectors.joining(" & "));
    }

    /** The same without the limits, which are equal in every answer and so rank none. */
    String ranked() {
        return words.stream().map(word -> Lexemes.any(word.lexemes())).collect(Collectors.joining(" & "));
    }

    /** One {@code tsquery} for each word. */
    List<String> each() {
        return words.stream().map(this::one).toList();
    }

    String one(Word word) {
        return Stream.concat(Stream.of(Lexemes.any(word.lexemes())), limited()).collect(Collectors.joining(" & "));
    }

    private Stream<String> limited() {
        return limits.stream().map(Lexemes::quoted);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.tatabbu.language.Language;

/**
 * A text in its own spelling, with the words marked that were asked for.
 *
 * @param begun whether something stands before it that is left out
 * @param ended whether nothing stands after it
 */
record Excerpt(List<Piece> pieces, boolean begun, boolean ended) {
    /** A part of a text as it stands, and whether it is what was asked for. */
    record Piece(String text, boolean marked) {}

    /** In UTF-16 units. */
    static final int LONGEST = 280;

    private static final int BEFORE = 80;

    Excerpt {
        pieces = List.copyOf(pieces);
    }

    static Excerpt whole(String text, Language language, Set<String> wanted) {
        return between(text, 0, text.length(), Reading.of(text), language, wanted);
    }

    /** The part in which the most of the words stand. */
    static Excerpt part(String text, Language language, Set<String> wanted) {
        if (text.length() <= LONGEST) {
            return whole(text, language, wanted);
        }
        var tokens = Reading.of(text);
        var hits = tokens.stream().filter(token -> hit(token, language, wanted)).toList();
        int from = start(hits, tokens);
        int to = tokens.stream()
                .filter(token -> token.from() >= from && token.to() <= from + LONGEST)
                .mapToInt(Reading.Token::to)
                .max()
                .orElse(from);
        return between(text, from, to, tokens, language, wanted);
    }

    private static int start(List<Reading.Token> hits, List<Reading.Token> tokens) {
        int best = 0;
        int most = 0;
        int last = 0;
        for (int first = 0; first < hits.size(); first++) {
            while (last < hits.size() && hits.get(last).to() <= hits.get(first).from() + LONGEST - BEFORE) {
                last++;
            }
            if (last - first > most) {
                most = last - first;
                best = hits.get(first).from();
            }
        }
        int earliest = best - BEFORE;
        return earliest <= 0
                ? 0
                : tokens.stream()
                        .mapToInt(Reading.Token::from)
                        .filter(from -> from >= earliest)
                        .findFirst()
                        .orElse(0);
    }

    private static Excerpt between(
            String text, int from, int to, List<Reading.Token> tokens, Language language, Set<String> wanted) {
        var pieces = new ArrayList<Piece>();
        int done = from;
        for (var token : tokens) {
            if (token.from() >= done && token.to() <= to && hit(token, language, wanted)) {
                if (token.from() > done) {
                    pieces.add(new Piece(text.substring(done, token.from()), false));
                }
                pieces.add(new Piece(text.substring(token.from(), token.to()), true));
                done = token.to();
            }
        }
        if (to > done) {
            pieces.add(new Piece(text.substring(done, to), false));
        }
        return new Excerpt(pieces, from > 0, to == text.length());
    }

    private static boolean hit(Reading.Token token, Language language, Set<String> wanted) {
        return !Collections.disjoint(token.lexemes(language), wanted);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tatabbu.language.Folding;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/**
 * The text form of PostgreSQL's {@code tsvector} and {@code tsquery}. By what a search is limited is among the lexemes too,
 * after a mark that no word has: so one index answers for the words and the limits together.
 */
final class Lexemes {
    /** Raised by every change of how words are folded, stemmed or left out: every document is then read again. */
    static final int FOLDING = 2;

    /** In UTF-16 units: a longer name of an area is known in addresses and in the index by its beginning. */
    static final int LONGEST_AREA = 120;

    // PostgreSQL keeps no position beyond 16383, and no more than 256 of one lexeme.
    private static final int LAST_PLACE = 16_383;
    private static final int MOST_PLACES = 255;
    private static final int GAP = 10;

    private Lexemes() {}

    static String vector(Document document, Language language) {
        var places = new TreeMap<String, Set<Place>>();
        limits(document, language).forEach(limit -> add(places, limit, new Place(1, 'A')));
        int next = read(document.title().in(language), language, 1, 'A', places);
        read(document.body().in(language), language, next + GAP, 'D', places);
        return places.entrySet().stream()
                .map(entry -> quoted(entry.getKey())
                        + entry.getValue().stream().map(Place::toString).collect(Collectors.joining(",", ":", "")))
                .collect(Collectors.joining(" "));
    }

    private record Place(int number, char weight) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Integer.compare(number, other.number);
        }

        @Override
        public String toString() {
            return Integer.toString(number) + weight;
        }
    }

    private static int read(String text, Language language, int first, char weight, Map<String, Set<Place>> places) {
        int place = first;
        for (var token : Reading.of(text)) {
            for (var lexeme : token.lexemes(language)) {
                add(places, lexeme, new Place(Math.min(place, LAST_PLACE), weight));
            }
            place++;
        }
        return place;
    }

    private static void add(Map<String, Set<Place>> places, String lexeme, Place place) {
        var of = places.computeIfAbsent(lexeme, any -> new TreeSet<>());
        if (of.size() < MOST_PLACES) {
            of.add(place);
        }
    }

    private static Collection<String> limits(Document document, Language language) {
        var limits = new TreeSet<String>();
        limits.add(committee(document.slug()));
        limits.add(kind(document.kind().word()));
        limits.add(year(document.day()));
        limits.add(language(language.tag()));
        document.areas().forEach(area -> limits.add(area(areaKey(area))));
        return limits;
    }

    static String committee(String slug) {
        return "#committee:" + slug;
    }

    static String kind(String word) {
        return "#kind:" + word;
    }

    static String year(LocalDate day) {
        return year(Integer.toString(day.getYear()));
    }

    static String year(String year) {
        return "#year:" + year;
    }

    static String language(String tag) {
        return "#language:" + tag;
    }

    static String area(String key) {
        return "#area:" + key;
    }

    /** What an area is called in addresses: its folded name in the first language that has one, English before others. */
    static String areaKey(LocalText area) {
        var name = !area.en().isEmpty() ? area.en() : !area.fr().isEmpty() ? area.fr() : area.ar();
        var key = Reading.of(Folding.of(name)).stream().map(Reading.Token::word).collect(Collectors.joining("-"));
        if (key.length() <= LONGEST_AREA) {
            return key;
        }
        return key.substring(
                0, Character.isHighSurrogate(key.charAt(LONGEST_AREA - 1)) ? LONGEST_AREA - 1 : LONGEST_AREA);
    }

    static String any(Collection<String> lexemes) {
        return lexemes.stream().map(Lexemes::quoted).collect(Collectors.joining(" | ", "(", ")"));
    }

    static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}

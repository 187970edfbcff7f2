// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tatabbu.language.Folding;
import org.tatabbu.language.Language;

/**
 * What somebody asks for; a limit that cannot be read sets none.
 *
 * @param words as they were written, without what no text holds
 * @param page from 1
 */
record Asked(String words, String committee, String area, String kind, String year, String language, int page) {
    /** In UTF-16 units. */
    static final int LONGEST = 200;

    private static final Pattern UNWRITTEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,80}");
    private static final Pattern AREA = Pattern.compile("[\\p{L}\\p{N}-]{1," + Lexemes.LONGEST_AREA + "}");
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,2}");

    static Asked of(Map<String, String> sent) {
        var page = value(sent, "page", PAGE);
        return new Asked(
                words(sent.getOrDefault("q", "")),
                value(sent, "committee", SLUG),
                value(sent, "area", AREA),
                Kind.of(sent.getOrDefault("kind", "")).map(Kind::word).orElse(""),
                value(sent, "year", YEAR),
                Language.of(sent.getOrDefault("language", ""))
                        .map(Language::tag)
                        .orElse(""),
                page.isEmpty() ? 1 : Integer.parseInt(page));
    }

    private static String words(String sent) {
        var cut = sent.length() <= LONGEST
                ? sent
                : sent.substring(0, Character.isHighSurrogate(sent.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        return UNWRITTEN.matcher(cut).replaceAll(" ").strip();
    }

    private static String value(Map<String, String> sent, String name, Pattern pattern) {
        var value = sent.getOrDefault(name, "").strip();
        var plain = pattern == AREA ? value : Folding.of(value);
        return pattern.matcher(plain).matches() ? plain : "";
    }

    boolean empty() {
        return words.isEmpty();
    }

    boolean limited() {
        return !(committee + area + kind + year + language).isEmpty();
    }

    Asked with(String otherWords) {
        return new Asked(otherWords, committee, area, kind, year, language, 1);
    }

    Asked page(int other) {
        return new Asked(words, committee, area, kind, year, language, other);
    }

    Asked unlimited() {
        return new Asked(words, "", "", "", "", "", 1);
    }

    /** By the names that they have in a form. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", words);
        fields.put("committee", committee);
        fields.put("area", area);
        fields.put("kind", kind);
        fields.put("year", year);
        fields.put("language", language);
        fields.put("page", page == 1 ? "" : Integer.toString(page));
        return fields;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.markup.PlainText;
import org.tatabbu.picture.Picture;
import org.tatabbu.search.Document;
import org.tatabbu.search.Kind;

/**
 * An article as published.
 *
 * @param topic what its comments are about
 * @param meeting the number of the meeting whose communiqué it is, or 0 for news
 * @param markup whether the body is Markdown; nothing in what was published before there was any
 * @param pictures those its body shows; nothing in what was published before there were any
 * @param corrigenda what was corrected since, the first first; nothing in what was published before there were any
 */
public record PublicArticle(
        UUID topic,
        String slug,
        LocalText title,
        LocalText lead,
        LocalText body,
        LocalText authority,
        LocalDate day,
        String committee,
        LocalText committeeName,
        boolean fictional,
        int meeting,
        List<PublicArea> areas,
        List<PublicClause> clauses,
        @Nullable PublicSeal seal,
        @Nullable Boolean markup,
        @Nullable List<Correction> corrigenda,
        @Nullable List<Picture> pictures) {

    /** A correction as readers see it. */
    record Correction(LocalDate day, LocalText was, LocalText now, LocalText why) {}

    /** What is left of an article that was withdrawn. */
    record Gone(
            String slug, String committee, LocalText committeeName, boolean fictional, LocalDate day, LocalText why) {}

    List<Picture> shown() {
        return pictures == null ? List.of() : pictures;
    }

    boolean marked() {
        return Boolean.TRUE.equals(markup);
    }

    List<Correction> corrections() {
        return corrigenda == null ? List.of() : corrigenda;
    }

    /** The language in which it speaks to a reader: theirs, or where it has nothing in that, one that it has. */
    public Language spoken(Language wished) {
        return title.spoken(wished);
    }

    /** The tag of the language in which it speaks; nothing where that is the reader's own. */
    @Nullable
    String foreign(Language wished) {
        return spoken(wished) == wished ? null : spoken(wished).tag();
    }

    /** The direction of a language that is not the reader's. */
    @Nullable
    String direction(Language wished) {
        return spoken(wished) == wished ? null : spoken(wished).direction();
    }

    /** The body's words, without the marks they were written with. */
    public List<String> paragraphs(Language language) {
        var text = marked() ? PlainText.of(body.in(language)) : body.in(language);
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** As it is found. */
    Document entry() {
        return new Document(
                Kind.ARTICLE,
                slug,
                null,
                committee,
                committeeName,
                title,
                LocalText.each(language -> Stream.of(
                                Stream.of(lead.in(language)),
                                paragraphs(language).stream(),
                                clauses.stream().map(clause -> clause.text().in(language)))
                        .flatMap(Function.identity())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"))),
                areas.stream().map(PublicArea::name).toList(),
                day,
                "/news/" + slug);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.search.Document;
import org.tatabbu.search.Kind;

/**
 * An article as published.
 *
 * @param topic what its comments are about
 * @param meeting the number of the meeting whose communiqué it is, or 0 for news
 */
record PublicArticle(
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
        @Nullable PublicSeal seal) {

    List<String> paragraphs(Language language) {
        return Arrays.stream(body.in(language).split("\\n\\s*\\n"))
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
                LocalText.each(language -> Stream.concat(
                                Stream.of(lead, body), clauses.stream().map(PublicClause::text))
                        .map(text -> text.in(language))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"))),
                areas.stream().map(PublicArea::name).toList(),
                day,
                "/news/" + slug);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.article;

import java.time.Instant;
import java.util.List;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/**
 * A correction that every reader sees.
 *
 * @param was the words as they were published; empty in a language that is right as it is
 * @param now the words as they are now
 * @param why the reason, in every language
 */
public record Corrigendum(LocalText was, LocalText now, LocalText why, Instant at) {
    /** Whether it can be made to a text: in each language it changes, the words stand there exactly once. */
    public boolean fits(ArticleText text) {
        return why.complete() && !was.empty() && Language.ALL.stream().allMatch(language -> fits(text, language));
    }

    public boolean fits(ArticleText text, Language language) {
        var old = was.in(language);
        var next = now.in(language);
        if (old.isEmpty() || next.isEmpty()) {
            return old.isEmpty() && next.isEmpty();
        }
        int times = places(text).stream()
                .mapToInt(place -> count(place.in(language), old))
                .sum();
        return !old.equals(next) && times == 1;
    }

    /** The text with these words in the place of the others. */
    public ArticleText in(ArticleText text) {
        return new ArticleText(
                text.slug(),
                in(text.title()),
                in(text.lead()),
                in(text.body()),
                in(text.authority()),
                text.clauses(),
                text.paragraphs().stream()
                        .map(one -> new ArticleText.Paragraph(in(one.text()), one.from()))
                        .toList(),
                text.markup(),
                text.terms());
    }

    private LocalText in(LocalText place) {
        return LocalText.each(language -> was.in(language).isEmpty()
                ? place.in(language)
                : place.in(language).replace(was.in(language), now.in(language)));
    }

    private static List<LocalText> places(ArticleText text) {
        return List.of(text.title(), text.lead(), text.body(), text.authority());
    }

    private static int count(String text, String words) {
        int count = 0;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            count++;
        }
        return count;
    }
}

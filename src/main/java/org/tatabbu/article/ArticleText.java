// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.RecordText;

/**
 * What an article says.
 *
 * @param slug its name in addresses, for ever
 * @param body paragraphs with an empty line between them
 * @param authority who issues it
 * @param clauses the adopted clauses it makes public word for word
 * @param paragraphs the body as it was composed, or nothing where it was written in one piece
 * @param markup whether the body is Markdown
 */
public record ArticleText(
        String slug,
        LocalText title,
        LocalText lead,
        LocalText body,
        LocalText authority,
        Set<ClauseId> clauses,
        List<Paragraph> paragraphs,
        boolean markup,
        Terms terms) {
    /** The longest slug, title or lead, and body, in UTF-16 units. */
    public static final int LONGEST_SLUG = 80;

    public static final String EXAMPLE_SLUG = "third-meeting";
    public static final int LONGEST_LINE = 600;
    public static final int LONGEST_BODY = 20_000;

    /**
     * A paragraph of a communiqué.
     *
     * @param from the adopted clauses it tells; none where it only joins others
     */
    public record Paragraph(LocalText text, Set<ClauseId> from) {
        public Paragraph {
            from = Set.copyOf(from);
        }
    }

    /**
     * Who issues an article, and from when on.
     *
     * @param side the party that issues it alone, or nothing for all together
     * @param notBefore the moment it goes out, or nothing for as soon as it is cleared
     */
    public record Terms(@Nullable PartyId side, @Nullable Instant notBefore) {
        public static final Terms JOINT_AT_ONCE = new Terms(null, null);

        /** An hour is kept to the minute. */
        public Terms toTheMinute() {
            return notBefore == null ? this : new Terms(side, notBefore.truncatedTo(ChronoUnit.MINUTES));
        }
    }

    public ArticleText {
        clauses = Set.copyOf(clauses);
        paragraphs = List.copyOf(paragraphs);
    }

    /** What all parties issue together as soon as it is cleared. */
    public ArticleText(
            String slug, LocalText title, LocalText lead, LocalText body, LocalText authority, Set<ClauseId> clauses) {
        this(slug, title, lead, body, authority, clauses, List.of(), true, Terms.JOINT_AT_ONCE);
    }

    /** What is composed of paragraphs. */
    public static ArticleText composed(
            String slug,
            LocalText title,
            LocalText lead,
            LocalText authority,
            Set<ClauseId> clauses,
            List<Paragraph> paragraphs,
            Terms terms) {
        var body = LocalText.each(language -> paragraphs.stream()
                .map(paragraph -> paragraph.text().in(language))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n")));
        return new ArticleText(slug, title, lead, body, authority, clauses, paragraphs, true, terms);
    }

    public ArticleText under(Terms other) {
        return new ArticleText(slug, title, lead, body, authority, clauses, paragraphs, markup, other);
    }

    public static boolean fitsSlug(String slug) {
        return slug.length() <= LONGEST_SLUG && slug.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** Every adopted clause that it tells, word for word or in a paragraph. */
    public Set<ClauseId> told() {
        var told = new HashSet<>(clauses);
        paragraphs.forEach(paragraph -> told.addAll(paragraph.from()));
        return told;
    }

    /** Whether every language has what a reader needs; a body may be left to the clauses. */
    public boolean complete() {
        boolean bodied = body.complete() || (body.empty() && !clauses.isEmpty());
        boolean even =
                paragraphs.stream().allMatch(paragraph -> paragraph.text().complete());
        return fitsSlug(slug) && title.complete() && lead.complete() && authority.complete() && bodied && even;
    }

    /** Whether it is whole in one language, though it may have nothing in another. */
    public boolean completeIn(Language language) {
        return fitsSlug(slug)
                && paragraphs.isEmpty()
                && Stream.of(title, lead, body, authority)
                        .noneMatch(text -> text.in(language).isEmpty());
    }

    /** The same text as the record would have it. */
    public ArticleText normal() {
        return new ArticleText(
                slug.strip(),
                RecordText.normal(title),
                RecordText.normal(lead),
                RecordText.normal(body),
                RecordText.normal(authority),
                clauses,
                paragraphs.stream()
                        .map(one -> new Paragraph(RecordText.normal(one.text()), one.from()))
                        .toList(),
                markup,
                terms);
    }

    /**
     * Whether it may be kept, complete or not.
     *
     * @param meeting the meeting whose communiqué it is, which is of all who met; or nothing for news
     */
    public boolean fits(@Nullable MeetingId meeting) {
        return (meeting == null || terms.side() == null)
                && fitsSlug(slug)
                && List.of(title, lead, authority).stream().allMatch(line -> fits(line, LONGEST_LINE))
                && fits(body, LONGEST_BODY)
                && paragraphs.stream().allMatch(one -> fits(one.text(), LONGEST_BODY));
    }

    private static boolean fits(LocalText text, int longest) {
        return Language.ALL.stream()
                .map(text::in)
                .allMatch(one ->
                        one.length() <= longest && RecordText.oddities(one).isEmpty());
    }
}

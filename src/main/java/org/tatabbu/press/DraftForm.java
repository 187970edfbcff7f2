// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.article.Article;
import org.tatabbu.article.ArticleText;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.page.Form;

/**
 * An article's form: from the article to its fields, and from what was sent to a text.
 *
 * @param clauses those it may tell
 */
record DraftForm(Draft draft, List<Clause> clauses, Language reader, Form sent) {
    static final List<String> TEXTS = List.of("title", "lead", "authority");

    /** More than any communiqué has. */
    static final int MOST_PARAGRAPHS = 40;

    private static final int EMPTY_PARAGRAPHS = 2;

    static Form of(Draft draft, List<Clause> clauses) {
        var article = draft.article();
        return article == null
                ? blank(draft)
                : of(article, clauses, draft.committee().zone());
    }

    private static Form of(Article article, List<Clause> clauses, ZoneId zone) {
        var values = new HashMap<String, String>();
        var text = article.text();
        values.put("revision", Integer.toString(article.revision()));
        values.put("slug", text.slug());
        var paragraphs = paragraphs(text);
        for (var in : Language.ALL) {
            values.put("title_" + in.tag(), text.title().in(in));
            values.put("lead_" + in.tag(), text.lead().in(in));
            values.put("authority_" + in.tag(), text.authority().in(in));
            values.put("body_" + in.tag(), text.body().in(in));
            for (int i = 0; i < paragraphs.size(); i++) {
                values.put(field(i, in), paragraphs.get(i).text().in(in));
                values.put(from(i), numbers(paragraphs.get(i).from(), clauses));
            }
        }
        text.clauses().forEach(clause -> values.put("clause_" + clause.id(), "yes"));
        var side = text.terms().side();
        values.put("by", side == null ? "" : side.id().toString());
        var notBefore = text.terms().notBefore();
        values.put(
                "out",
                notBefore == null
                        ? ""
                        : notBefore.atZone(zone).toLocalDateTime().toString());
        return Form.of(values);
    }

    /** A first form: a slug that nobody has chosen yet, and every conclusion left out until somebody clears it. */
    private static Form blank(Draft draft) {
        var meeting = draft.meeting();
        var slug = meeting == null ? "" : draft.committee().slug() + "-meeting-" + meeting.number();
        return Form.of(Map.of("revision", "0", "slug", slug));
    }

    // What was written in one piece is taken apart at its empty lines.
    private static List<ArticleText.Paragraph> paragraphs(ArticleText text) {
        if (!text.paragraphs().isEmpty()) {
            return text.paragraphs();
        }
        var pieces = new HashMap<Language, List<String>>();
        Language.ALL.forEach(in -> pieces.put(in, List.of(text.body().in(in).split("\\n\\s*\\n", -1))));
        int most = pieces.values().stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, most)
                .mapToObj(i -> new ArticleText.Paragraph(
                        LocalText.each(
                                in -> i < of(pieces, in).size() ? of(pieces, in).get(i) : ""),
                        Set.of()))
                .filter(paragraph -> !paragraph.text().empty())
                .toList();
    }

    private static List<String> of(Map<Language, List<String>> pieces, Language in) {
        return pieces.getOrDefault(in, List.of());
    }

    static String field(int paragraph, Language in) {
        return "p" + (paragraph + 1) + "_" + in.tag();
    }

    static String from(int paragraph) {
        return "p" + (paragraph + 1) + "_from";
    }

    /** How many paragraphs the form has room for: those that are written, and some more. */
    int rows() {
        int last = IntStream.range(0, MOST_PARAGRAPHS)
                .filter(i -> !text("p" + (i + 1)).empty())
                .max()
                .orElse(-1);
        return Math.min(last + 1 + EMPTY_PARAGRAPHS, MOST_PARAGRAPHS);
    }

    static String numbers(Set<ClauseId> from, List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> from.contains(clause.id()))
                .map(clause -> Integer.toString(clause.number()))
                .collect(Collectors.joining(", "));
    }

    /** The form with what must be mended beside each field. */
    Form checked() {
        var words = PressWords.in(reader);
        var form = sent.check(
                        "slug",
                        ArticleText::fitsSlug,
                        words.slugWrong(ArticleText.LONGEST_SLUG, ArticleText.EXAMPLE_SLUG))
                .check("out", value -> value.isEmpty() || hour(value).isPresent(), words.hourWrong())
                .check("by", value -> value.isEmpty() || side(value) != null, words.sideWrong());
        for (var in : Language.ALL) {
            for (var field : TEXTS) {
                form = fit(form, field + "_" + in.tag(), ArticleText.LONGEST_LINE, words);
            }
            form = fit(form, "body_" + in.tag(), ArticleText.LONGEST_BODY, words);
            for (int i = 0; i < rows(); i++) {
                form = fit(form, field(i, in), ArticleText.LONGEST_BODY, words);
            }
        }
        for (int i = 0; i < rows(); i++) {
            form = form.check(from(i), value -> told(value).isPresent(), words.fromWrong());
        }
        var body = text().body();
        for (var in : Language.ALL) {
            var field = draft.meeting() == null ? "body_" + in.tag() : field(0, in);
            form = form.check(
                    field,
                    value -> body.in(in).length() <= ArticleText.LONGEST_BODY,
                    words.tooLong(ArticleText.LONGEST_BODY));
        }
        return form;
    }

    private static Form fit(Form form, String field, int longest, PressWords words) {
        return form.check(field, text -> text.length() <= longest, words.tooLong(longest))
                .check(
                        field,
                        text -> RecordText.oddities(RecordText.normal(text)).isEmpty(),
                        words.hiddenCharacters());
    }

    int revision() {
        return sent.value("revision").matches("[0-9]{1,9}") ? Integer.parseInt(sent.value("revision")) : -1;
    }

    ArticleText text() {
        var terms = new ArticleText.Terms(
                side(sent.value("by")), hour(sent.value("out").strip()).orElse(null));
        if (draft.meeting() == null) {
            return new ArticleText(
                    sent.value("slug").strip(),
                    text("title"),
                    text("lead"),
                    text("body"),
                    text("authority"),
                    Set.of(),
                    List.of(),
                    true,
                    terms);
        }
        var chosen = clauses.stream()
                .map(Clause::id)
                .filter(id -> sent.value("clause_" + id.id()).equals("yes"))
                .collect(Collectors.toSet());
        return ArticleText.composed(
                sent.value("slug").strip(),
                text("title"),
                text("lead"),
                text("authority"),
                chosen,
                paragraphs(),
                terms);
    }

    private List<ArticleText.Paragraph> paragraphs() {
        var paragraphs = new ArrayList<ArticleText.Paragraph>();
        for (int i = 0; i < rows(); i++) {
            var text = text("p" + (i + 1));
            if (!text.empty()) {
                // An empty line would make two paragraphs of one, and lose what each was taken from.
                var whole = LocalText.each(in -> RecordText.normal(text.in(in)).replaceAll("\\n\\s*\\n", "\n"));
                paragraphs.add(new ArticleText.Paragraph(
                        whole, told(sent.value(from(i))).orElse(Set.of())));
            }
        }
        return paragraphs;
    }

    /** The clauses that numbers name; nothing where one of them may not be told. */
    private Optional<Set<ClauseId>> told(String numbers) {
        var told = new HashSet<ClauseId>();
        for (var number : numbers.strip().split("[^0-9]+", -1)) {
            var clause = clauses.stream()
                    .filter(one -> Integer.toString(one.number()).equals(number))
                    .findFirst();
            if (clause.isEmpty() && !number.isEmpty()) {
                return Optional.empty();
            }
            clause.ifPresent(one -> told.add(one.id()));
        }
        return numbers.matches("[0-9,،;\\s]*") ? Optional.of(told) : Optional.empty();
    }

    private @Nullable PartyId side(String value) {
        var mine = draft.membership().party().id();
        return mine.id().toString().equals(value) ? mine : null;
    }

    /** By the clock of the committee, to the minute. */
    private Optional<Instant> hour(String value) {
        try {
            return Optional.of(LocalDateTime.parse(value.strip().replace(' ', 'T')))
                    .filter(time -> time.getYear() >= 2000 && time.getYear() <= 2100)
                    .map(time -> time.truncatedTo(ChronoUnit.MINUTES)
                            .atZone(draft.committee().zone())
                            .toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private LocalText text(String field) {
        return new LocalText(sent.value(field + "_ar"), sent.value(field + "_fr"), sent.value(field + "_en"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.page.Form;

/**
 * A communiqué to be written, read in three languages and published.
 *
 * @param clauses the adopted clauses it may be cut from; none before adoption
 * @param theirs what somebody else wrote since this form was opened, or nothing
 * @param previews the communiqué as it would go out, in each language; empty until it is complete
 */
record CommuniquePage(
        Language language,
        Attendance place,
        boolean adopted,
        List<Clause> clauses,
        @Nullable Article article,
        Form form,
        @Nullable Article theirs,
        List<ArticlePage> previews) {

    static final List<String> TEXTS = List.of("title", "lead", "body", "authority");

    PublicationWords words() {
        return PublicationWords.in(language);
    }

    String title() {
        return words().communiqueOf(place.meeting().name(language));
    }

    String address(String rest) {
        return "/" + language.tag() + place.path() + "/communique" + rest;
    }

    String exampleSlug() {
        return ArticleText.EXAMPLE_SLUG;
    }

    boolean published() {
        return article != null && article.publishedAt() != null;
    }

    /** The numbers of the clauses that a version makes public, or a dash. */
    String numbers(Article version) {
        var chosen = clauses.stream()
                .filter(clause -> version.text().clauses().contains(clause.id()))
                .map(clause -> Integer.toString(clause.number()))
                .collect(Collectors.joining(", "));
        return chosen.isEmpty() ? "–" : chosen;
    }

    /** What the meeting's own public page will say beside the communiqué: its agenda and the talks in its margins. */
    List<String> alsoPublic() {
        var meeting = place.meeting();
        return Stream.concat(
                        meeting.agenda().stream()
                                .map(item -> item.label() + " · " + item.title().in(language)),
                        meeting.sideMeetings().stream()
                                .map(side -> side.subject().in(language) + " · "
                                        + side.bodies().in(language)))
                .toList();
    }

    boolean chosen(Clause clause) {
        return form.value("clause_" + clause.id().id()).equals("yes");
    }

    String label(String field, Language in) {
        return words().field(field, in.ownName());
    }

    static Form form(Article article) {
        var values = new HashMap<String, String>();
        var text = article.text();
        values.put("revision", Integer.toString(article.revision()));
        values.put("slug", text.slug());
        for (var in : Language.ALL) {
            values.put("title_" + in.tag(), text.title().in(in));
            values.put("lead_" + in.tag(), text.lead().in(in));
            values.put("body_" + in.tag(), text.body().in(in));
            values.put("authority_" + in.tag(), text.authority().in(in));
        }
        text.clauses().forEach(clause -> values.put("clause_" + clause.id(), "yes"));
        return Form.of(values);
    }

    /** A first form: a slug that nobody has chosen yet, and every conclusion left out until somebody clears it. */
    static Form blank(Attendance place) {
        var slug = place.committee().slug() + "-meeting-" + place.meeting().number();
        return Form.of(Map.of("revision", "0", "slug", slug));
    }

    /** What the form holds; of the clauses, only those of this meeting's adopted text. */
    static ArticleText text(Form form, List<Clause> clauses) {
        Set<ClauseId> chosen = clauses.stream()
                .map(Clause::id)
                .filter(id -> form.value("clause_" + id.id()).equals("yes"))
                .collect(Collectors.toSet());
        return new ArticleText(
                form.value("slug").strip(),
                local(form, "title"),
                local(form, "lead"),
                local(form, "body"),
                local(form, "authority"),
                chosen);
    }

    private static LocalText local(Form form, String field) {
        return new LocalText(form.value(field + "_ar"), form.value(field + "_fr"), form.value(field + "_en"));
    }
}

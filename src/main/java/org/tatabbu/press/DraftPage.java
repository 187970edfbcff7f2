// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.article.Article;
import org.tatabbu.article.ArticleText;
import org.tatabbu.language.Language;
import org.tatabbu.minutes.Clause;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;
import org.tatabbu.publication.ArticlePage;

/**
 * An article to be written, read in three languages and cleared.
 *
 * @param adopted whether its meeting's text is adopted
 * @param clauses the adopted clauses it may tell; none before adoption
 * @param theirs what somebody else wrote since this form was opened, or nothing
 * @param previews the article as it would go out, in each language; empty until it is complete
 * @param panel where its clearances stand, or nothing before it is written
 */
record DraftPage(
        Language language,
        Draft draft,
        boolean adopted,
        List<Clause> clauses,
        Form form,
        @Nullable Article theirs,
        List<ArticlePage> previews,
        @Nullable ClearancePanel panel) {

    PressWords words() {
        return PressWords.in(language);
    }

    String title() {
        var meeting = draft.meeting();
        var article = draft.article();
        if (meeting != null) {
            return words().communiqueOf(meeting.name(language));
        }
        if (article == null) {
            return words().newArticle();
        }
        var title = article.text().title();
        return title.in(title.spoken(language));
    }

    String address(String rest) {
        return "/" + language.tag() + draft.path() + rest;
    }

    String writing() {
        return draft.meeting() == null && draft.article() == null ? address("") : address("/revision");
    }

    String correcting(String what) {
        return "/" + language.tag() + draft.articlePath() + what;
    }

    String published() {
        var article = draft.article();
        return article == null
                ? ""
                : "/" + language.tag() + "/news/" + article.text().slug();
    }

    String pictures() {
        return "/" + language.tag() + "/work/committees/" + draft.committee().slug() + "/articles/pictures";
    }

    boolean composed() {
        return draft.meeting() != null;
    }

    String publicity() {
        var meeting = draft.meeting();
        return meeting == null
                ? ""
                : "/" + language.tag() + "/work/committees/" + draft.committee().slug() + "/meetings/"
                        + meeting.number() + "/publicity";
    }

    String exampleSlug() {
        return ArticleText.EXAMPLE_SLUG;
    }

    List<Integer> rows() {
        int rows = new DraftForm(draft, clauses, language, form).rows();
        return IntStream.rangeClosed(1, rows).boxed().toList();
    }

    List<Choice> issuers() {
        var mine = draft.membership().party();
        return List.of(
                new Choice("", words().jointly()),
                new Choice(
                        mine.id().id().toString(),
                        words().alone(mine.shortName().in(language))));
    }

    /** The numbers of the clauses that a version makes public, or a dash. */
    String numbers(Article version) {
        var chosen = DraftForm.numbers(version.text().told(), clauses);
        return chosen.isEmpty() ? "–" : chosen;
    }

    /** The paragraphs that come from no clause, which every office should know before it clears. */
    List<String> joining() {
        var article = draft.article();
        var joining = new ArrayList<String>();
        if (article != null) {
            var paragraphs = article.text().paragraphs();
            for (int i = 0; i < paragraphs.size(); i++) {
                if (paragraphs.get(i).from().isEmpty()) {
                    joining.add(words().joining(i + 1, paragraphs.get(i).text().in(language)));
                }
            }
        }
        return joining;
    }

    /** What the meeting's own public page will say beside the communiqué: its agenda and the talks in its margins. */
    List<String> alsoPublic() {
        var meeting = draft.meeting();
        return meeting == null
                ? List.of()
                : Stream.concat(
                                meeting.agenda().stream()
                                        .map(item -> item.label() + " · "
                                                + item.title().in(language)),
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
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.util.List;
import org.tatabbu.article.ArticleText;
import org.tatabbu.language.Language;
import org.tatabbu.minutes.Clause;

/** A communiqué beside the adopted clauses that each of its paragraphs was taken from. */
record TracePage(Language language, Draft draft, ArticleText text, List<Clause> clauses) {
    PressWords words() {
        return PressWords.in(language);
    }

    String title() {
        var meeting = draft.meeting();
        return meeting == null ? "" : words().traceOf(meeting.name(language));
    }

    List<Clause> from(ArticleText.Paragraph paragraph) {
        return clauses.stream()
                .filter(clause -> paragraph.from().contains(clause.id()))
                .toList();
    }

    List<Clause> whole() {
        return clauses.stream()
                .filter(clause -> text.clauses().contains(clause.id()))
                .toList();
    }

    String minutes(Clause clause) {
        var meeting = draft.meeting();
        return meeting == null
                ? ""
                : "/" + language.tag() + "/work/committees/" + draft.committee().slug() + "/meetings/"
                        + meeting.number() + "/minutes#clause-" + clause.number();
    }
}

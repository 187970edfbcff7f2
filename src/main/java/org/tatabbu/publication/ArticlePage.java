// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.discussion.CommentsSection;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.markup.Markdown;
import org.tatabbu.page.Crumb;
import org.tatabbu.proof.PublicProof;

/**
 * One article, as readers and its preview see it.
 *
 * @param meeting the meeting it tells of, where that is public
 * @param comments what readers say, or nothing in a preview
 * @param pictures where the pictures are found
 * @param proof how far the log has come with it, or nothing in a preview
 */
public record ArticlePage(
        Language language,
        PublicArticle article,
        @Nullable PublicMeeting meeting,
        List<PublicArticle> related,
        @Nullable CommentsSection comments,
        String pictures,
        @Nullable PublicProof proof) {

    PublicationWords words() {
        return PublicationWords.in(language);
    }

    String day(PublicArticle one) {
        return Dates.day(one.day(), language);
    }

    /** Says where it cannot be read in the reader's own language. */
    String only() {
        return words().onlyIn(article.spoken(language).ownName());
    }

    String hijri() {
        return Dates.hijri(article.day(), language);
    }

    Content body() {
        var shown = article.shown().stream()
                .collect(Collectors.toMap(
                        one -> Illustrations.PLACE + one.name(),
                        one -> new Markdown.Shown(pictures + one.name(), one.width(), one.height())));
        return Markdown.article(article.body().in(article.spoken(language)), shown);
    }

    String corrected(PublicArticle.Correction one) {
        return words().correctedOn(Dates.day(one.day(), language));
    }

    /** The languages that a correction changed, the reader's first. */
    List<Language> languages(PublicArticle.Correction one) {
        return Stream.concat(Stream.of(language), Language.ALL.stream().filter(other -> other != language))
                .filter(in -> !one.was().in(in).isEmpty())
                .toList();
    }

    boolean added(PublicArea area) {
        return article.meeting() > 0 && area.introducedAt() == article.meeting();
    }

    Crumb[] way(Crumb committees) {
        var home = "/" + language.tag();
        var committee = new Crumb(article.committeeName().in(language), home + "/committees/" + article.committee());
        return meeting == null
                ? new Crumb[] {committees, committee}
                : new Crumb[] {committees, committee, new Crumb(meeting.name(language), home + meeting.path())};
    }
}

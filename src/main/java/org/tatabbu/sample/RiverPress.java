// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.Words;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.press.Release;

/** What both press offices of the invented story let out, put right and took back. */
record RiverPress(Storyteller teller, List<Seat> offices) {
    ArticleId first(Meeting meeting, Set<ClauseId> clauses, Instant at) {
        var text = article(
                "salsabil-first-meeting",
                text(RiverWords::a1Title),
                text(RiverWords::a1Lead),
                text(RiverWords::a1Body),
                clauses);
        return teller.release(Optional.of(meeting), text, offices, at);
    }

    /** It went out with a wrong figure, which was put right before everybody. */
    void second(Meeting meeting, Set<ClauseId> clauses, Instant at, Instant later) {
        var was = text(RiverWords::a2Was);
        var now = text(RiverWords::a2Now);
        var right = text(RiverWords::a2Lead);
        var wrong = LocalText.each(in -> right.in(in).replace(now.in(in), was.in(in)));
        var text =
                article("salsabil-second-meeting", text(RiverWords::a2Title), wrong, text(RiverWords::a2Body), clauses);
        var article = teller.release(Optional.of(meeting), text, offices, at);
        teller.correct(article, new Release.Matter(was, now, text(RiverWords::a2Why)), offices, later);
    }

    void announced(Instant at) {
        var text = article(
                "salsabil-third-meeting-announced",
                text(RiverWords::a3Title),
                text(RiverWords::a3Lead),
                text(RiverWords::a3Body),
                Set.of());
        teller.release(Optional.empty(), text, offices, at);
    }

    void announcedTooEarly(Instant at, Instant withdrawn) {
        var text = article(
                "salsabil-fourth-meeting-announced",
                text(RiverWords::a4Title),
                text(RiverWords::a4Lead),
                text(RiverWords::a4Body),
                Set.of());
        var article = teller.release(Optional.empty(), text, offices, at);
        teller.withdraw(article, text(RiverWords::a4Why), offices, withdrawn);
    }

    private static ArticleText article(
            String slug, LocalText title, LocalText lead, LocalText body, Set<ClauseId> clauses) {
        return new ArticleText(slug, title, lead, body, text(RiverWords::commission), clauses);
    }

    private static LocalText text(Function<RiverWords, String> words) {
        return LocalText.each(language -> words.apply(Words.of(RiverWords.class, language)));
    }
}

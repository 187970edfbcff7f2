// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import org.jspecify.annotations.Nullable;
import org.tatabbu.article.Article;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.NotHere;

/**
 * Someone at work on an article.
 *
 * @param meeting the meeting whose communiqué it is, or nothing for news
 * @param article what is written, or nothing yet
 */
record Draft(
        Membership membership,
        @Nullable Meeting meeting,
        @Nullable Article article) {
    Committee committee() {
        return membership.committee();
    }

    Seat seat() {
        return membership.seat();
    }

    /** What is written; whoever asks for it where nothing is asks for what is not there. */
    Article written() {
        if (article == null) {
            throw new NotHere();
        }
        return article;
    }

    @Nullable
    MeetingId about() {
        return meeting == null ? null : meeting.id();
    }

    private String committeePath() {
        return "/work/committees/" + committee().slug();
    }

    /** Where it is written, after the language. */
    String path() {
        return meeting != null
                ? committeePath() + "/meetings/" + meeting.number() + "/communique"
                : article == null ? committeePath() + "/articles" : articlePath();
    }

    /** Where its corrections are put forward. */
    String articlePath() {
        return committeePath() + "/articles/"
                + (article == null ? "" : article.id().id());
    }

    Draft with(@Nullable Article other) {
        return new Draft(membership, meeting, other);
    }

    /** Whether it is the reader's side to write it. */
    boolean mine() {
        var side = article == null ? null : article.text().terms().side();
        return side == null || side.equals(seat().party());
    }

    boolean isPublic() {
        return article != null && article.isPublic();
    }

    boolean wentOut() {
        return article != null && article.publishedAt() != null;
    }

    Crumb[] way(Language language) {
        var home = "/" + language.tag();
        var committee = new Crumb(committee().name().in(language), home + committeePath());
        return meeting != null
                ? new Crumb[] {
                    committee,
                    new Crumb(meeting.name(language), home + committeePath() + "/meetings/" + meeting.number())
                }
                : new Crumb[] {
                    committee, new Crumb(PressWords.in(language).articles(), home + committeePath() + "/articles")
                };
    }
}

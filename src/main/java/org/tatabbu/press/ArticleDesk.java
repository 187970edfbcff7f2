// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import org.springframework.stereotype.Component;
import org.tatabbu.article.Article;
import org.tatabbu.article.ArticleId;
import org.tatabbu.committee.Membership;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.page.NotHere;
import org.tatabbu.publication.Publications;

/** Finds the articles that a seat works on: its committee's, but for what another side writes for itself. */
@Component
class ArticleDesk {
    private final Publications publications;
    private final Meetings meetings;

    ArticleDesk(Publications publications, Meetings meetings) {
        this.publications = publications;
        this.meetings = meetings;
    }

    Draft blank(Membership place) {
        publishing(place);
        return new Draft(place, null, null);
    }

    Draft draft(Membership place, ArticleId id) {
        publishing(place);
        var article = publications.article(id).filter(one -> sees(place, one)).orElseThrow(NotHere::new);
        var meeting = article.meeting();
        return new Draft(place, meeting == null ? null : meetings.get(meeting), article);
    }

    /** A draft of the other side alone is not there; once it is out, it is there for everybody. */
    boolean sees(Membership place, Article article) {
        var side = article.text().terms().side();
        return article.committee().equals(place.committee().id())
                && (side == null || side.equals(place.party().id()) || article.publishedAt() != null);
    }

    private static void publishing(Membership place) {
        if (!place.seat().publishes()) {
            throw new NotHere();
        }
    }
}

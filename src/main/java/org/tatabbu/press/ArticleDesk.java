// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import org.springframework.stereotype.Component;
import org.tatabbu.article.ArticleId;
import org.tatabbu.committee.Membership;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.page.NotHere;
import org.tatabbu.publication.Publications;

/** Finds the articles that a seat works on; what another side issues alone is there to be read, and no surprise. */
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
        var article = publications
                .article(id)
                .filter(one -> one.committee().equals(place.committee().id()))
                .orElseThrow(NotHere::new);
        var meeting = article.meeting();
        return new Draft(place, meeting == null ? null : meetings.get(meeting), article);
    }

    private static void publishing(Membership place) {
        if (!place.seat().publishes()) {
            throw new NotHere();
        }
    }
}

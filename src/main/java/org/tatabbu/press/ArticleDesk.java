// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.article.ArticleId;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Membership;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.page.NotHere;
import org.tatabbu.picture.Accepting;
import org.tatabbu.picture.Pictures;
import org.tatabbu.publication.Publications;

/** Finds what a seat works on, and takes pictures in; what another side issues alone is there to be read, and no surprise. */
@Component
class ArticleDesk {
    private final Publications publications;
    private final Meetings meetings;
    private final Pictures pictures;
    private final Audit audit;

    ArticleDesk(Publications publications, Meetings meetings, Pictures pictures, Audit audit) {
        this.publications = publications;
        this.meetings = meetings;
        this.pictures = pictures;
        this.audit = audit;
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

    /** Makes a picture of what was sent, for the articles of the seat's committee. */
    @Transactional
    public Accepting bring(Membership place, byte[] sent, Instant at) {
        publishing(place);
        var committee = place.committee().id().id();
        var accepting = pictures.accept(committee, sent, at);
        if (accepting instanceof Accepting.Kept kept) {
            var seat = place.seat();
            var name = kept.picture().name();
            audit.note(
                    Change.joint("picture.brought", seat.actor(), seat.party().id(), committee, name, "", name), at);
        }
        return accepting;
    }

    private static void publishing(Membership place) {
        if (!place.seat().publishes()) {
            throw new NotHere();
        }
    }
}

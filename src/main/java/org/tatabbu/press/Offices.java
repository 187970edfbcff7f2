// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tatabbu.article.Article;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.publication.Publications;

/** Who speaks for a party before the public: its press seats, and its secretaries where it has none. */
@Component
class Offices {
    private final ReleaseStore store;
    private final Publications publications;
    private final Committees committees;

    Offices(ReleaseStore store, Publications publications, Committees committees) {
        this.store = store;
        this.publications = publications;
        this.committees = committees;
    }

    /** What a seat could clear now and its party has not. */
    List<Release.Awaited> awaited(Seat seat, Instant at) {
        return store.open(seat.committee()).stream()
                .flatMap(release -> publications.article(release.article()).stream()
                        .filter(article -> clears(seat, article, at))
                        .filter(article -> release.kind() != Release.Kind.ISSUE
                                || publications.against(article).isEmpty())
                        .filter(article -> !release.clearedBy(
                                seat.party(),
                                ReleaseStatement.of(release, article).digest()))
                        .map(article -> new Release.Awaited(release, article)))
                .toList();
    }

    /** The parties whose word an article needs: the one that issues it alone, or all. */
    List<PartyId> needed(Article article) {
        var side = article.text().terms().side();
        return side != null
                ? List.of(side)
                : committees.get(article.committee()).parties().stream()
                        .map(Party::id)
                        .toList();
    }

    boolean clears(Seat seat, Article article, Instant at) {
        return seat.committee().equals(article.committee())
                && committees.acts(seat, at)
                && needed(article).contains(seat.party())
                && speaks(seat, at);
    }

    /** Whoever publishes for a party whose word is needed may put something forward. */
    boolean writes(Seat seat, Article article, Instant at) {
        return seat.publishes() && committees.acts(seat, at) && needed(article).contains(seat.party());
    }

    /** The seats that may clear for a party. */
    List<Seat> of(Article article, Instant at) {
        var needed = needed(article);
        var day = committees.get(article.committee()).dayOf(at);
        return committees.seats(article.committee()).stream()
                .filter(seat -> needed.contains(seat.party()) && seat.heldAt(at, day) && speaks(seat, at))
                .toList();
    }

    private boolean speaks(Seat seat, Instant at) {
        return seat.role() == Role.PRESS || (seat.role() == Role.SECRETARY && !hasPress(seat, at));
    }

    private boolean hasPress(Seat seat, Instant at) {
        var day = committees.get(seat.committee()).dayOf(at);
        return committees.seats(seat.committee()).stream()
                .anyMatch(one -> one.party().equals(seat.party())
                        && one.role() == Role.PRESS
                        && one.account() != null
                        && one.heldAt(at, day));
    }
}

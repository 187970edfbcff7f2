// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.time.Instant;
import java.util.List;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/**
 * Both delegations as their members see them; the secretary of a side sees what it has sent too.
 *
 * @param seats those not over
 * @param former those over
 */
record PeoplePage(
        Language language, Membership place, List<Seat> seats, List<Seat> former, List<Invitation> open, Instant now) {

    static String path(Committee committee) {
        return "/work/committees/" + committee.slug() + "/people";
    }

    InvitationWords words() {
        return InvitationWords.in(language);
    }

    String path() {
        return path(place.committee());
    }

    String path(Seat seat) {
        return path() + "/seats/" + seat.id().id() + "/end";
    }

    String correct(Seat seat) {
        return path() + "/seats/" + seat.id().id();
    }

    String path(Invitation invitation) {
        return path() + "/invitations/" + invitation.id().id();
    }

    boolean manages() {
        return place.seat().writes();
    }

    boolean mine(Seat seat) {
        return manages() && seat.party().equals(place.seat().party());
    }

    List<Seat> seatsOf(Party party) {
        return seats.stream().filter(seat -> seat.party().equals(party.id())).toList();
    }

    List<Seat> formerOf(Party party) {
        return former.stream().filter(seat -> seat.party().equals(party.id())).toList();
    }

    String role(Seat seat) {
        return words().role(seat.role().name());
    }

    String held(Seat seat) {
        var until = seat.until();
        var from = Dates.day(seat.from(), language);
        return until == null ? words().since(from) : words().fromUntil(from, Dates.day(until, language));
    }

    String role(Invitation invitation) {
        return words().role(invitation.draft().role().name());
    }

    String state(Invitation invitation) {
        var moment = Dates.moment(invitation.expires(), place.party().zone(), language);
        return invitation.over(now) ? words().expiredSince(moment) : words().validUntil(moment);
    }
}

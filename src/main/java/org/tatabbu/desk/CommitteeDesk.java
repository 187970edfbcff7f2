// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.util.List;
import java.util.Map;
import org.tatabbu.adoption.Act;
import org.tatabbu.committee.Area;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;

/** A committee as its own people see it. */
record CommitteeDesk(
        Language language,
        Membership place,
        List<Seat> seats,
        List<Area> areas,
        List<Meeting> meetings,
        Map<MeetingId, String> standings,
        List<Act> register,
        int commitments,
        int overdue,
        boolean published) {

    DeskWords words() {
        return DeskWords.in(language);
    }

    String papers() {
        return PaperWords.in(language).papers();
    }

    Committee committee() {
        return place.committee();
    }

    List<Seat> seatsOf(Party party) {
        return seats.stream().filter(seat -> seat.party().equals(party.id())).toList();
    }

    String role(Seat seat) {
        return words().role(seat.role().name());
    }

    String introduced(Area area) {
        return area.introducedAt() == 0
                ? words().fromTheStart()
                : words().addedAt(Meeting.nameOf(area.introducedAt(), language));
    }

    String state(Meeting meeting) {
        return words().state(meeting.state().name());
    }

    String standing(Meeting meeting) {
        return standings.getOrDefault(meeting.id(), "");
    }

    String adopted(Act act) {
        return Dates.moment(act.adoptedAt(), committee().zone(), language);
    }

    String mandateDay() {
        var on = committee().mandate().on();
        return on == null ? "" : Dates.day(on, language);
    }

    String path() {
        return "/work/committees/" + committee().slug();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * Who is there for the reader's own side.
 *
 * @param seats those that their side holds now
 * @param theirs what somebody else wrote meanwhile
 */
record AttendancePage(
        Language language,
        Attendance place,
        List<Seat> seats,
        Form form,
        @Nullable Meeting theirs) {

    MeetingWords words() {
        return MeetingWords.in(language);
    }

    Party party() {
        return place.membership().party();
    }

    String heading() {
        return words().attendanceTitle(party().shortName().in(language));
    }

    String name(Seat seat) {
        var role = words().role(seat.role().name());
        var title = seat.title(language);
        return title.isEmpty() ? role : words().named(role, title);
    }

    static String field(Seat seat) {
        return "there_" + seat.id().id();
    }

    String action() {
        return "/" + language.tag() + place.path() + "/attendance";
    }

    String back() {
        return "/" + language.tag() + place.path();
    }
}

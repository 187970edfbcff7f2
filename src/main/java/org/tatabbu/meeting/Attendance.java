// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;

/** Someone's place at one meeting: what every page of the meeting's work begins with. */
public record Attendance(Membership membership, Meeting meeting) {
    public Committee committee() {
        return membership.committee();
    }

    public Seat seat() {
        return membership.seat();
    }

    /** The address of the meeting in the workspace, after the language. */
    public String path() {
        return committeePath() + "/meetings/" + meeting.number();
    }

    public String committeePath() {
        return "/work/committees/" + committee().slug();
    }

    public Crumb toCommittee(Language language) {
        return new Crumb(committee().name().in(language), "/" + language.tag() + committeePath());
    }

    public Crumb toMeeting(Language language) {
        return new Crumb(meeting.name(language), "/" + language.tag() + path());
    }
}

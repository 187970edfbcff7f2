// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** Asks once more before a seat ends. */
record EndPage(Language language, Membership place, Seat seat, Form form) {
    InvitationWords words() {
        return InvitationWords.in(language);
    }

    String people() {
        return PeoplePage.path(place.committee());
    }

    String path() {
        return people() + "/seats/" + seat.id().id() + "/end";
    }

    String who() {
        return words().holder(seat.title(language), words().role(seat.role().name()));
    }
}

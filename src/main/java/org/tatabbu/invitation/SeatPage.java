// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.util.Arrays;
import java.util.List;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** The form by which a secretary invites somebody or records a seat. */
record SeatPage(Language language, Membership place, Form form, boolean invites) {
    InvitationWords words() {
        return InvitationWords.in(language);
    }

    String title() {
        return invites ? words().invite() : words().recordSeat();
    }

    String lead() {
        var party = place.party().name().in(language);
        return invites ? words().inviteLead(party) : words().recordLead(party);
    }

    String action() {
        return PeoplePage.path(place.committee()) + (invites ? "/invitations" : "/seats");
    }

    String path() {
        return PeoplePage.path(place.committee());
    }

    List<Choice> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), words().role(role.name())))
                .toList();
    }

    List<Choice> languages() {
        return Language.ALL.stream()
                .map(tongue -> new Choice(tongue.tag(), tongue.ownName()))
                .toList();
    }
}

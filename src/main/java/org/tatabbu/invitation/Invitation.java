// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.time.Instant;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.mail.OneTimeLink;

/** A seat held ready for the reader of an e-mail address. */
public record Invitation(
        InvitationId id,
        CommitteeId committee,
        PartyId party,
        String email,
        Language language,
        SeatDraft draft,
        Instant expires) {

    Invitation until(Instant later) {
        return new Invitation(id, committee, party, email, language, draft, later);
    }

    boolean over(Instant at) {
        return OneTimeLink.over(expires, at);
    }
}

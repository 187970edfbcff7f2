// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.time.Instant;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;

/** A seat held ready for the reader of an e-mail address. */
public record Invitation(
        InvitationId id,
        CommitteeId committee,
        PartyId party,
        String email,
        Language language,
        SeatDraft draft,
        Instant expires) {

    boolean over(Instant at) {
        return !at.isBefore(expires);
    }
}

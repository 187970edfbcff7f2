// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.statement.Digest;

/**
 * A text frozen and shown to every head.
 *
 * @param end how it ended, or nothing while heads are adopting
 */
public record Presentation(
        PresentationId id,
        CommitteeId committee,
        MeetingId meeting,
        MinutesId minutes,
        Digest digest,
        SeatId by,
        Instant at,
        List<Signature> signatures,
        @Nullable End end) {

    /** How a presentation ended. */
    public enum Outcome {
        ADOPTED,
        RETURNED,
        BROKEN
    }

    /**
     * The end of a presentation.
     *
     * @param reason what the head who returned it asks for; empty otherwise
     */
    public record End(Outcome outcome, SeatId by, Instant at, String reason) {}

    public boolean open() {
        return end == null;
    }

    public boolean adopted() {
        return end != null && end.outcome() == Outcome.ADOPTED;
    }

    public Optional<Signature> signatureOf(PartyId party) {
        return signatures.stream().filter(one -> one.party().equals(party)).findFirst();
    }

    /** The parties that have not adopted yet, in the committee's order. */
    public List<Party> awaited(Committee committee) {
        return committee.parties().stream()
                .filter(party -> signatureOf(party.id()).isEmpty())
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.original.ActKind;
import org.tatabbu.statement.Digest;

/**
 * A text frozen and shown to every head.
 *
 * @param text the id of what is presented, as its room names it
 * @param meeting whose minutes the text is; nothing for one put to the parties between meetings
 * @param digest of the canonical bytes that every party signs
 * @param signatures the latest of each party, in the order they were given
 * @param end how it ended, or nothing while it is open
 */
public record Presentation(
        PresentationId id,
        CommitteeId committee,
        ActKind kind,
        UUID text,
        @Nullable MeetingId meeting,
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

    /** The minutes that it is, where it is a meeting's. */
    public Optional<MinutesId> minutes() {
        return meeting == null ? Optional.empty() : Optional.of(new MinutesId(text));
    }

    /** The party's latest signature, also one that has run out: see {@link Adoptions#awaited}. */
    public Optional<Signature> signatureOf(PartyId party) {
        return signatures.stream().filter(one -> one.party().equals(party)).findFirst();
    }
}

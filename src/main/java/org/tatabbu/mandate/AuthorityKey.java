// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.FileKey;
import org.tatabbu.statement.Fingerprint;
import org.tatabbu.statement.PartyStatement;
import org.tatabbu.transparency.EntryId;

/**
 * A key that a party speaks with.
 *
 * @param envelope the party's statement, signed by the key itself
 * @param since when it came into force; nothing while it waits for the old key's word or the other sides'
 * @param entry of the statement in the log
 * @param handover of the same statement signed by the key before it; nothing for a first key, and for one that the other
 *     sides confirmed
 * @param over when another key took its place, or it was withdrawn
 * @param confirmedBy the other sides that have compared a waiting key with the note they received
 */
public record AuthorityKey(
        PartyId party,
        CommitteeId committee,
        PartyStatement statement,
        Envelope envelope,
        SeatId broughtBy,
        Instant broughtAt,
        @Nullable Instant since,
        @Nullable EntryId entry,
        @Nullable EntryId handover,
        @Nullable Instant over,
        List<PartyId> confirmedBy) {

    public AuthorityKey {
        confirmedBy = List.copyOf(confirmedBy);
    }

    public FileKey key() {
        return statement.key();
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(key());
    }

    /** Whether mandates are given with it now. */
    public boolean inForce() {
        return since != null && over == null;
    }

    /** Whether it was brought and is not in force yet. */
    public boolean waits() {
        return since == null && over == null;
    }
}

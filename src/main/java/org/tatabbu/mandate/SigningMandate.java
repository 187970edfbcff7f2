// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.statement.SigningKey;
import org.tatabbu.transparency.EntryId;

/**
 * A mandate to sign, as its party signed it.
 *
 * @param seat whose holder may sign
 * @param issuer the authority key that gave it
 * @param entry of it in the log
 * @param over when it lost its force before its time: by its end, or with the key that gave it
 * @param end the signed end; nothing where there is none
 * @param endEntry of the end in the log
 */
public record SigningMandate(
        PartyId party,
        CommitteeId committee,
        SeatId seat,
        MandateStatement statement,
        Envelope envelope,
        Digest issuer,
        Instant broughtAt,
        EntryId entry,
        @Nullable Instant over,
        @Nullable Envelope end,
        @Nullable EntryId endEntry) {

    public UUID id() {
        return statement.mandate();
    }

    public SigningKey key() {
        return statement.key();
    }

    /**
     * Whether an act may still rest on it at a moment: it covers that moment, and the log holds nothing that ends it. Whoever had
     * to wait for others comes with an earlier moment than the end that went before them.
     */
    public boolean bears(Instant at) {
        return statement.covers(at) && over == null;
    }

    /** Whether it is in force at a moment. */
    public boolean covers(Instant at) {
        return statement.covers(at) && (over == null || at.isBefore(over));
    }
}

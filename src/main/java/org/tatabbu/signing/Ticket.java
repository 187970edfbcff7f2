// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.identity.AccountId;

/**
 * Brings one person to the signing address, once.
 *
 * @param challenge what a new key answers; a statement's challenge is computed from the statement
 * @param credential the passkey that must sign; empty for a ticket to make one
 * @param used when it was used, or nothing
 * @param said what became of it; empty before
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through: nobody compares two of these.
record Ticket(
        byte[] digest,
        AccountId account,
        Kind kind,
        byte[] challenge,
        String type,
        byte[] statement,
        byte[] record,
        byte[] credential,
        @Nullable UUID subject,
        String who,
        String back,
        Instant made,
        Instant expires,
        @Nullable Instant used,
        String said) {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    enum Kind {
        /** To make a passkey. */
        KEY,
        /** To sign a statement. */
        STATEMENT
    }

    boolean open(Instant at) {
        return used == null && at.isBefore(expires);
    }
}

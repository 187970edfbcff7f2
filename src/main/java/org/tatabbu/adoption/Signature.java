// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.statement.Digest;

/**
 * One party's adoption of one text.
 *
 * @param mandate under which it was signed; nothing where it was given before signatures had keys
 * @param digest of the bytes adopted
 * @param notAfter the last moment that it may become part of an act
 */
public record Signature(
        PartyId party, SeatId seat, @Nullable UUID mandate, Digest digest, Instant at, Instant notAfter) {

    /** Whether it ran out before the others signed. */
    public boolean lapsed(Instant now) {
        return now.isAfter(notAfter);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.statement.Digest;

/** One party's adoption of one text: by which seat, when, over which bytes. */
public record Signature(PartyId party, SeatId seat, Digest digest, Instant at) {}

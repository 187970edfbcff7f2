// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.UUID;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.statement.Statement;

/** A statement that waits for its party's signature. */
public record Draft(
        UUID id, PartyId party, CommitteeId committee, SeatId seat, Statement statement, Instant preparedAt) {}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.tatabbu.adoption.ActId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;

/**
 * Particulars that wait until every side has agreed.
 *
 * @param agreed the sides that have, the proposing one among them
 */
public record Proposal(UUID id, ActId act, Particulars said, SeatId by, Instant at, Set<PartyId> agreed) {}

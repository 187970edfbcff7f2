// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.time.Instant;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.LocalText;

/**
 * What one party said about a commitment at one moment.
 *
 * @param note in at least one language
 * @param seat who said it for the party
 */
public record Report(PartyId party, Status status, LocalText note, SeatId seat, Instant at) {}

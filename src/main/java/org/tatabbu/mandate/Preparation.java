// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.PersonName;
import org.tatabbu.statement.SigningKey;

/**
 * What a mandate shall say.
 *
 * @param seat of a head or an alternate of one's own side
 * @param to the first moment that it is no longer in force
 */
public record Preparation(SeatId seat, PersonName person, SigningKey key, Instant from, Instant to) {}

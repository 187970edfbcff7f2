// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.SeatId;

/**
 * How a text between meetings ended.
 *
 * @param by whose answer ended it; nobody's where time did, or every side's adoption
 * @param reason what a side refuses or wants to talk about; empty otherwise
 * @param meeting the number of the meeting whose agenda took it up; nothing as long as none has
 */
public record Ending(
        @Nullable SeatId by,
        Instant at,
        String reason,
        @Nullable Integer meeting) {}

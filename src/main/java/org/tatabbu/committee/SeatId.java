// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.util.UUID;

/** Names a seat: one person or office, for one party, in one committee. */
public record SeatId(UUID id) {
    public static SeatId random() {
        return new SeatId(UUID.randomUUID());
    }
}

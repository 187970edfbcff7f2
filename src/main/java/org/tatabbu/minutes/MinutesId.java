// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.util.UUID;

/** Names the minutes of one meeting between rooms. */
public record MinutesId(UUID id) {
    public static MinutesId random() {
        return new MinutesId(UUID.randomUUID());
    }
}

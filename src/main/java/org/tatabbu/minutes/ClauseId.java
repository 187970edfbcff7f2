// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.util.UUID;

/** Names a clause for as long as it is written, and after it is adopted. */
public record ClauseId(UUID id) {
    public static ClauseId random() {
        return new ClauseId(UUID.randomUUID());
    }
}

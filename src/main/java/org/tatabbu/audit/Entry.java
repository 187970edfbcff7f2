// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as one side reads of it.
 *
 * @param own whether the reader's side alone reads it
 * @param origin the network address it came from; empty where it is not known or not the reader's to know
 */
public record Entry(
        Instant at,
        String what,
        @Nullable UUID by,
        @Nullable UUID actedFor,
        boolean own,
        String about,
        String before,
        String after,
        String origin) {

    /** The noun of what changed. */
    public String kind() {
        return what.split("\\.", 2)[0];
    }
}

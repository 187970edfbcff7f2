// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.util.UUID;

/** Names a committee between rooms. */
public record CommitteeId(UUID id) {
    public static CommitteeId random() {
        return new CommitteeId(UUID.randomUUID());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.util.UUID;

/** Names a commitment between rooms; people know it by its number. */
public record CommitmentId(UUID id) {
    public static CommitmentId random() {
        return new CommitmentId(UUID.randomUUID());
    }
}

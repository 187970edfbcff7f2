// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.util.UUID;

/** Names a joint act. */
public record JointActId(UUID id) {
    public static JointActId random() {
        return new JointActId(UUID.randomUUID());
    }
}

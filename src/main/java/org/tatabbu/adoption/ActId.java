// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.util.UUID;

/** Names an act of the register between rooms. */
public record ActId(UUID id) {
    public static ActId random() {
        return new ActId(UUID.randomUUID());
    }
}

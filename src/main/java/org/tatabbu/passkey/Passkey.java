// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner knows it.
 *
 * @param movable whether the device may copy it to the owner's other devices
 * @param used when it last opened the door; nothing where it never did
 */
public record Passkey(
        PasskeyId id,
        String name,
        boolean movable,
        Instant added,
        @Nullable Instant used) {
    static final int LONGEST_NAME = 60;
}

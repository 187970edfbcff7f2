// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.util.UUID;

/** Names what is to go out. */
public record ReleaseId(UUID id) {
    static ReleaseId random() {
        return new ReleaseId(UUID.randomUUID());
    }
}

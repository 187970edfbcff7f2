// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.util.UUID;

/** Names an area of cooperation. */
public record AreaId(UUID id) {
    public static AreaId random() {
        return new AreaId(UUID.randomUUID());
    }
}

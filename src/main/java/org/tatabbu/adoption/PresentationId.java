// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.util.UUID;

/** Names one presentation of a text. */
public record PresentationId(UUID id) {
    public static PresentationId random() {
        return new PresentationId(UUID.randomUUID());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.util.Optional;
import java.util.UUID;

public record PaperId(UUID id) {
    public static PaperId random() {
        return new PaperId(UUID.randomUUID());
    }

    /** The id that an address names, if it names one. */
    public static Optional<PaperId> of(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(new PaperId(UUID.fromString(text)))
                : Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.util.UUID;

/** An entry from the moment it is handed in; its index comes later. */
public record EntryId(UUID id) {
    static EntryId random() {
        return new EntryId(UUID.randomUUID());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.util.UUID;

/** Names a party of one committee. */
public record PartyId(UUID id) {
    public static PartyId random() {
        return new PartyId(UUID.randomUUID());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.util.UUID;

/** Names a standing party; in each committee it has a party's id of its own. */
public record StandingPartyId(UUID id) {
    public static StandingPartyId random() {
        return new StandingPartyId(UUID.randomUUID());
    }
}

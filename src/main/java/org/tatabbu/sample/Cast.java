// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.util.Map;
import java.util.Objects;
import org.tatabbu.identity.AccountId;

/** Every player's account. */
record Cast(Map<Player, AccountId> accounts) {
    AccountId of(Player player) {
        return Objects.requireNonNull(accounts.get(player));
    }
}

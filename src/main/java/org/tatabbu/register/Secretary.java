// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tatabbu.identity.AccountId;

/**
 * Someone who speaks for a party before and beside its committees.
 *
 * @param until the last day, or open
 */
public record Secretary(
        StandingPartyId party,
        AccountId account,
        LocalDate from,
        @Nullable LocalDate until) {
    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}

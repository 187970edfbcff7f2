// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.identity.AccountId;

/**
 * A rule as it was set once.
 *
 * @param until the last day of a derogation, after which the lasting value holds again; nothing for a lasting value
 * @param act the joint act that set it
 * @param by whose agreement came last
 */
public record RuleChange(
        Rule rule, String value, @Nullable LocalDate until, String reason, UUID act, AccountId by, Instant at) {
    public RuleChange {
        if (!rule.allows(value)) {
            throw new IllegalArgumentException(rule + " does not allow " + value);
        }
    }

    boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}

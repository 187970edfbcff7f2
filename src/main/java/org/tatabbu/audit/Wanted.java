// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import java.time.Instant;

/**
 * Which part of a trace somebody wants.
 *
 * @param kind the noun of the changes, such as {@code seat}, or empty for every kind
 * @param from the first moment
 * @param until the moment after the last
 */
public record Wanted(String kind, Instant from, Instant until) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    public static final Wanted ALL = new Wanted("", FIRST, LAST);

    public Wanted {
        from = from.isBefore(FIRST) ? FIRST : from;
        until = until.isAfter(LAST) ? LAST : until;
    }

    public Wanted of(String onlyKind) {
        return new Wanted(onlyKind, from, until);
    }

    public Wanted since(Instant first) {
        return new Wanted(kind, first, until);
    }

    public Wanted before(Instant end) {
        return new Wanted(kind, from, end);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks.
 *
 * @param circles the committees in which they hold a seat; none for the public
 */
public record Reader(Set<UUID> circles) {
    public static final Reader PUBLIC = new Reader(Set.of());

    public Reader {
        circles = Set.copyOf(circles);
    }
}

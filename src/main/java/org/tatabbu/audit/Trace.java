// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import java.util.List;

/**
 * One page of what one side may read.
 *
 * @param entries the latest first
 * @param kinds every kind of change that this side may read of in the committee
 * @param page from 1; the last one where a later one was asked for
 * @param total how many entries there are on all pages
 */
public record Trace(List<Entry> entries, List<String> kinds, int page, int total) {
    public static final int AT_ONCE = 25;

    public int first() {
        return total == 0 ? 0 : (page - 1) * AT_ONCE + 1;
    }

    public int last() {
        return Math.min(total, page * AT_ONCE);
    }

    public boolean more() {
        return last() < total;
    }
}

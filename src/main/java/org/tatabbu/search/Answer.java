// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.List;

/**
 * What was found.
 *
 * @param hits those of one page
 * @param total how many there are on all pages
 * @param wholes how many of them have every word; they come first
 * @param more whether there are others beyond the most that are looked at
 * @param meant the words that may have been meant; empty where nothing is to be said
 */
record Answer(List<Found> hits, int total, int wholes, boolean more, String meant) {
    static final Answer NONE = new Answer(List.of(), 0, 0, false, "");

    Answer {
        hits = List.copyOf(hits);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody.
 *
 * @param path where to do it, after the language
 * @param due the last day, where there is one
 * @param pressing whether it comes before everything that is only due
 */
record Task(
        String label, String about, String path, @Nullable LocalDate due, boolean pressing) {
    boolean lateOn(LocalDate day) {
        return due != null && day.isAfter(due);
    }
}

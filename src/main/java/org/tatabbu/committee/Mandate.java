// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.LocalText;

/**
 * Who instructed that the committee meet.
 *
 * @param on the day of the instruction, where it is known
 */
public record Mandate(
        LocalText authority, LocalText text, @Nullable LocalDate on) {}

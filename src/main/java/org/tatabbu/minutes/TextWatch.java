// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.time.Instant;
import org.tatabbu.committee.Seat;

/**
 * Hears, in the same transaction, that a presented text was written in again, so that what was presented falls with
 * the change that broke it or the change does not happen.
 */
public interface TextWatch {
    void written(MinutesId minutes, Seat by, Instant at);
}

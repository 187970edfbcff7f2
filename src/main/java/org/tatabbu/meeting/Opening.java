// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The hour at which a meeting begins on its first day, as the clocks of its place have it. */
public record Opening(LocalTime time, ZoneId zone) {
    public Instant on(LocalDate day) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}

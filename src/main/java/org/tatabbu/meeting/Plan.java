// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.LocalText;

/**
 * When, where and how a meeting is to be held.
 *
 * @param opening nothing where the hour is still to be agreed
 * @param host nothing where it is held elsewhere or by video
 */
public record Plan(
        Meeting.Mode mode,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable Opening opening,
        LocalText venue,
        @Nullable PartyId host,
        LocalText mandate) {
    /** The longest that a meeting lasts, in days. */
    static final int LONGEST = 60;

    static final int LONGEST_VENUE = 200;
    static final int LONGEST_MANDATE = 1_000;

    public Plan {
        if (lastDay.isBefore(firstDay) || ChronoUnit.DAYS.between(firstDay, lastDay) >= LONGEST) {
            throw new IllegalArgumentException("A meeting ends when it has begun, and within " + LONGEST + " days");
        }
    }

    static Plan of(Meeting meeting) {
        return new Plan(
                meeting.mode(),
                meeting.firstDay(),
                meeting.lastDay(),
                meeting.opening(),
                meeting.venue(),
                meeting.host(),
                meeting.mandate());
    }

    /** Whether its texts may stand in the record: the place in every language, unless there is none. */
    boolean fits() {
        boolean placed = venue.complete() || (mode == Meeting.Mode.VIDEO && venue.empty());
        boolean instructed = mandate.complete() || mandate.empty();
        return placed && instructed && PlanText.fits(venue, LONGEST_VENUE) && PlanText.fits(mandate, LONGEST_MANDATE);
    }
}

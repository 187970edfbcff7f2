// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

/** What comes of planning a meeting, or of changing its plan, agenda or attendance. */
sealed interface Planning {
    record Planned(int number) implements Planning {}

    /** Somebody was there first; this stands now. */
    record Overtaken(Meeting theirs) implements Planning {}

    /** The agenda has an item of this number. */
    record LabelTaken() implements Planning {}

    /** What was given may not stand. */
    record Unfit() implements Planning {}

    /** The meeting is too far for this. */
    record TooLate() implements Planning {}

    record NotYours() implements Planning {}
}

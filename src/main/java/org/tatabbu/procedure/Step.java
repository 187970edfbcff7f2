// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Party;

/** What came of a step of written procedure. */
public sealed interface Step {
    record Done(UUID text) implements Step {}

    /** This seat does not take this step, or the text is of another committee. */
    record NotYours() implements Step {}

    /** Somebody wrote or opened the text first; this stands now. */
    record Overtaken(Procedure theirs) implements Step {}

    /** What was given may not stand. */
    record Unfit() implements Step {}

    /** A language or every clause is wanting. */
    record Incomplete() implements Step {}

    /** The closing time is too near or too far. */
    record OutOfTime() implements Step {}

    /** The rules, or this party for itself, keep texts for meetings. */
    record SwitchedOff(@Nullable Party party) implements Step {}

    /** The text has come too far, or its time is over. */
    record TooLate(State state) implements Step {}

    /** No meeting is being prepared that could take it up. */
    record NoMeeting() implements Step {}
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import org.jspecify.annotations.Nullable;

/** What came of recording something on an act. */
public sealed interface Recording {
    /** It stands. */
    record Recorded() implements Recording {}

    /** It waits for the other sides. */
    record Waiting() implements Recording {}

    /** Somebody was there first; this waits now, or nothing does. */
    record Overtaken(@Nullable Proposal theirs) implements Recording {}

    record Unfit(Reason reason) implements Recording {}

    /** This seat does not record it, or the act is of another committee. */
    record NotYours() implements Recording {}

    /** Why something may not be recorded. */
    enum Reason {
        TEXT,
        /** A day before the adoption, or a notification in the future. */
        DAY,
        /** An act of another committee, or of none. */
        UNKNOWN,
        ITSELF,
        /** An act changes only what was adopted before it. */
        LATER,
        /** Another act has repealed it already. */
        REPEALED
    }
}

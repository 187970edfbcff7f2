// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import org.tatabbu.page.Form;

/** What came of an attempt to write. */
public sealed interface Revision {
    /** Done; {@code broke} says whether the text had been presented, so that its presentation has fallen. */
    record Written(ClauseId clause, boolean broke) implements Revision {}

    /** Somebody else wrote first; {@code theirs} is what stands now. */
    record Overtaken(Clause theirs) implements Revision {}

    /** What was sent cannot stand; the form says why beside each field. */
    record Unfit(Form form) implements Revision {}

    /** The text is adopted: it is never written again. */
    record Closed() implements Revision {}

    /** This seat does not write. */
    record NotYours() implements Revision {}
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

/** What becomes of the wish to correct what is said of a seat. */
public sealed interface Correcting {
    record Corrected(Seat seat) implements Correcting {}

    /**
     * Somebody else corrected it meanwhile.
     *
     * @param theirs the seat as it stands now
     * @param version by which it may be corrected from here
     */
    record Overtaken(Seat theirs, int version) implements Correcting {}

    /** It has ended: what it was called stays as it was. */
    record Over() implements Correcting {}

    /** No such seat of this person's own party, or nobody who may correct one. */
    record NotYours() implements Correcting {}
}

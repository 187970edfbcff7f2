// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

/** What becomes of the wish to end a seat. */
public sealed interface Ending {
    /**
     * It ended.
     *
     * @param seat the seat as it was held
     */
    record Ended(Seat seat) implements Ending {}

    /** It had ended already. */
    record Over() implements Ending {}

    /** Nobody would be left to bring people in for this party. */
    record LastSecretary() implements Ending {}

    /** No such seat of this person's own party, or nobody who may end one. */
    record NotYours() implements Ending {}
}

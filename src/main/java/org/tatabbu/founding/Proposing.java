// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

/** What comes of proposing. */
public sealed interface Proposing {
    record Proposed(JointActId act) implements Proposing {}

    record AddressTaken() implements Proposing {}

    /** The same is proposed already and waits for its answer. */
    record Open(JointActId act) implements Proposing {}

    /** It would change nothing, or what it says of the present is not so. */
    record NothingToChange() implements Proposing {}

    record NotYours() implements Proposing {}
}

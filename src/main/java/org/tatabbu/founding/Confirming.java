// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

/** What comes of a confirmation. */
public sealed interface Confirming {
    /** Another party's agreement is still wanted. */
    record Confirmed() implements Confirming {}

    record InEffect(JointAct act) implements Confirming {}

    /** The bytes read were not these. */
    record OtherText() implements Confirming {}

    /** It was in effect, refused, withdrawn or overtaken already. */
    record Settled() implements Confirming {}

    /** What it began from is no longer so; the act has ended. */
    record Overtaken() implements Confirming {}

    /** Who proposed it, or agreed for one party, is not the second key. */
    record SecondKeyWanted() implements Confirming {}

    record NotYours() implements Confirming {}
}

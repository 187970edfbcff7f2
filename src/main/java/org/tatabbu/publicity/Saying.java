// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publicity;

/** What came of an attempt to say how public a clause is. */
public sealed interface Saying {
    /** Said; {@code agreed} is what holds now. */
    record Said(Publicity agreed) implements Saying {}

    /** The clause was written anew since it was read. */
    record Changed() implements Saying {}

    record NotYours() implements Saying {}
}

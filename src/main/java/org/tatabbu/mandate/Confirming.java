// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

/** What comes of the other side's word for a new authority key. */
public sealed interface Confirming {
    record KeyInForce() implements Confirming {}

    /** Another side's word is still wanted. */
    record Confirmed() implements Confirming {}

    /** It was confirmed, withdrawn or in force already. */
    record Settled() implements Confirming {}

    record NotYours() implements Confirming {}
}

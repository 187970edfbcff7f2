// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

/** What comes of preparing a statement. */
public sealed interface Preparing {
    record Prepared(Draft draft) implements Preparing {}

    /** The party has no authority key in force that could sign it. */
    record NoAuthority() implements Preparing {}

    /** The key signs for another side, or is an authority key. */
    record KeyTaken() implements Preparing {}

    /** The mandate is over already. */
    record Over() implements Preparing {}

    record NotYours() implements Preparing {}
}

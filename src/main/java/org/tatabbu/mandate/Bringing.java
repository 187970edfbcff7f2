// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

/** What comes of a signed statement that a secretary brings. */
public sealed interface Bringing {
    /** The party speaks with this key from now on. */
    record KeyInForce(AuthorityKey key) implements Bringing {}

    /** Another key is in force: this one waits for its word, or for the other sides'. */
    record KeyWaits(AuthorityKey key) implements Bringing {}

    record Issued(SigningMandate mandate) implements Bringing {}

    record Ended(SigningMandate mandate) implements Bringing {}

    record Refused(Why why) implements Bringing {}

    record NotYours() implements Bringing {}

    enum Why {
        /** No envelope in canonical bytes with a statement inside. */
        UNREADABLE,
        /** A statement of another kind. */
        OTHER_KIND,
        /** It speaks of another party or another committee. */
        OTHER_PARTY,
        /** It names the party otherwise than the committee does. */
        OTHER_NAMES,
        /** Not one of the statements that were prepared here. */
        NOT_PREPARED,
        NO_AUTHORITY,
        /** Signed by a key that is not the party's authority key. */
        OTHER_KEY,
        /** The signature is not of these bytes. */
        SIGNATURE,
        BROUGHT_BEFORE,
        /** The key signs for another side, or is an authority key. */
        KEY_TAKEN,
        /** Another new key waits already. */
        ANOTHER_WAITS,
        /** Dated later than now. */
        FUTURE,
        /** The mandate's time is past, it has ended, or its seat has. */
        OVER
    }
}

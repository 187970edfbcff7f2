// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import org.tatabbu.committee.Committee;

/** What becomes of an acceptance. */
public sealed interface Accepting {
    record Accepted(Committee committee) implements Accepting {}

    /** The link opens nothing: it is used, withdrawn, replaced, too old, or was never one. */
    record Over() implements Accepting {}

    /** The address has its account, so its owner signs in to accept. */
    record HasAccount() implements Accepting {}

    /** The key became somebody else's in the meantime; nothing is changed. */
    record KeyRefused() implements Accepting {}

    /** The account is not the one that was invited. */
    record OtherAccount() implements Accepting {}

    /** The account holds a seat of this party in this committee already. */
    record Seated() implements Accepting {}

    /** The account is the operator's, who sees no committee from within. */
    record Operator() implements Accepting {}

    /** The account acts for another party of this committee. */
    record OtherParty() implements Accepting {}
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

/** What becomes of the wish to invite, to send again or to withdraw. */
public sealed interface Inviting {
    record Done(InvitationId invitation) implements Inviting {}

    /** An invitation of this party to this address is open already. */
    record Open() implements Inviting {}

    /** Whoever has this address holds a seat of this party already, and would act from one of the two alone. */
    record Seated() implements Inviting {}

    /** Nothing of this person's own party that they may change. */
    record NotYours() implements Inviting {}
}

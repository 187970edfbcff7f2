// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

/** What comes of inviting a secretary. */
public sealed interface Inviting {
    /** A letter with the link is on its way. */
    record Invited() implements Inviting {}

    record NoAddress() implements Inviting {}

    record AlreadySecretary() implements Inviting {}

    /** Who keeps the register speaks for no party: otherwise they could let themselves into its private room. */
    record Operates() implements Inviting {}

    /** Who asks is not the operator, or there is no such party. */
    record NotYours() implements Inviting {}
}

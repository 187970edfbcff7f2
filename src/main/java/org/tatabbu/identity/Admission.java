// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.time.Duration;

/** What comes of an e-mail and a password. */
sealed interface Admission {
    /** Whose it is, and which of the account’s passwords it was. */
    record Admitted(Account account, int version) implements Admission {}

    /** One answer for an unknown e-mail and for a wrong password. */
    record Refused() implements Admission {}

    record TooSoon(Duration left) implements Admission {}
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import org.tatabbu.identity.AccountId;

/** What comes of following an invitation. */
sealed interface Entering {
    record Entered(AccountId account) implements Entering {}

    /** Unknown, used, too old, or the operator's for a party: they look the same. */
    record Gone() implements Entering {}

    /** The key became somebody else's in the meantime; nothing is changed. */
    record KeyRefused() implements Entering {}
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import org.tatabbu.identity.AccountId;

/** What comes of somebody sent back by a provider. */
sealed interface Arrival {
    record Known(AccountId account) implements Arrival {}

    /** One answer for an unknown person, an unverified address and a domain that is not the provider's. */
    record Unknown() implements Arrival {}

    /** The provider vouches for somebody, and not for the one whose session it is. */
    record Another() implements Arrival {}

    /** The provider vouches without having asked the person since. */
    record Unasked() implements Arrival {}
}

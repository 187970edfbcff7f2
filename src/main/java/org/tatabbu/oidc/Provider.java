// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.util.Locale;
import java.util.Set;

/**
 * Who vouches for people.
 *
 * @param registration its name in the configuration and in addresses
 * @param issuer its own name for itself (OpenID Connect Core 1.0 §1.2); empty where the configuration does not tell
 * @param label what it calls itself on the sign-in page
 * @param domains the e-mail domains it may speak for, lower case; one side's provider must never name a person of the other
 */
record Provider(String registration, String issuer, String label, Set<String> domains) {
    Provider {
        if (domains.isEmpty()) {
            throw new IllegalArgumentException(
                    "Name the e-mail domains that this provider may vouch for: tatabbu.oidc.domains." + registration);
        }
        domains = Set.copyOf(domains);
    }

    /** Whether the address lies in one of the domains itself; a subdomain is named apart. */
    boolean vouchesFor(String email) {
        var at = email.lastIndexOf('@');
        return at > 0 && domains.contains(email.substring(at + 1).toLowerCase(Locale.ROOT));
    }
}

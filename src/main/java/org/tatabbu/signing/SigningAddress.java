// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.net.URI;
import org.springframework.stereotype.Component;
import org.tatabbu.page.Site;

/** Where people sign. */
@Component
class SigningAddress {
    private final Site site;

    SigningAddress(Site site) {
        this.site = site;
    }

    /** Scheme, host and port, as a browser writes them. */
    String origin() {
        return site.signing();
    }

    /** The relying party's id. */
    String host() {
        return URI.create(origin()).getHost();
    }
}

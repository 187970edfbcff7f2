// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

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

    /** The relying party's id; empty before there is a server. */
    String host() {
        var here = origin();
        int from = here.indexOf("://") + 3;
        int to = here.indexOf(':', from);
        return here.isEmpty() ? "" : here.substring(from, to < 0 ? here.length() : to);
    }
}

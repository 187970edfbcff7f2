// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * The providers that may sign somebody in, and where each is taken away.
 *
 * @param only whether there is no other way into the account
 */
record LinksPage(Language language, List<Link> links, boolean lately, boolean only, Form form) {
    static final String PATH = "/work/account/providers";

    /**
     * A subject of a provider that is this account.
     *
     * @param label what the provider calls itself; its issuer where it is configured no longer
     */
    record Link(String issuer, String label, Instant linked) {}

    OidcWords words() {
        return OidcWords.in(language);
    }

    String since(Link link) {
        return words().since(Dates.moment(link.linked(), ZoneOffset.UTC, language));
    }

    String confirm() {
        return SignedIn.confirmation("/" + language.tag() + PATH);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;

/** Which account is meant by a subject that a provider vouches for. */
@Component
class Federation {
    private final FederationStore store;
    private final Accounts accounts;
    private final Audit audit;

    Federation(FederationStore store, Accounts accounts, Audit audit) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** What the provider says of somebody: its own name for them, and their address where it verified one. */
    record Claim(String issuer, String subject, Optional<String> verifiedEmail) {}

    /**
     * Issuer and subject name a person for ever (OpenID Connect Core 1.0 §5.7). An address only introduces them, once: it
     * may be given to somebody else later.
     */
    @Transactional
    Arrival arrive(Provider provider, Claim claim, Instant at) {
        var known = store.account(claim.issuer(), claim.subject());
        if (known.isPresent()) {
            return new Arrival.Known(known.get());
        }
        return claim.verifiedEmail()
                .filter(provider::vouchesFor)
                .flatMap(accounts::byEmail)
                .map(Account::id)
                .filter(account -> introduced(account, claim, at))
                .<Arrival>map(Arrival.Known::new)
                .orElseGet(Arrival.Unknown::new);
    }

    private boolean introduced(AccountId account, Claim claim, Instant at) {
        if (!store.link(claim.issuer(), claim.subject(), account, at)) {
            return false;
        }
        audit.note(Change.personal("provider.linked", account.id(), claim.issuer()), at);
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.page.Site;

/** Which account is meant by a subject that a provider vouches for. */
@Component
class Federation {
    private final FederationStore store;
    private final Accounts accounts;
    private final Mail mail;
    private final Audit audit;
    private final Site site;

    Federation(FederationStore store, Accounts accounts, Mail mail, Audit audit, Site site) {
        this.store = store;
        this.accounts = accounts;
        this.mail = mail;
        this.audit = audit;
        this.site = site;
    }

    /**
     * What the provider says of somebody: its own name for them, and their address where it verified one.
     *
     * @param authenticated when it last asked them, if it says so
     */
    record Claim(
            String issuer,
            String subject,
            Optional<String> verifiedEmail,
            @Nullable Instant authenticated) {}

    /**
     * Issuer and subject name a person for ever (OpenID Connect Core 1.0 §5.7). An address only introduces them, once: it
     * may be given to somebody else later.
     */
    @Transactional
    Arrival arrive(Provider provider, Claim claim, Language reading, Instant at) {
        var known = store.account(claim.issuer(), claim.subject());
        if (known.isPresent()) {
            return new Arrival.Known(known.get());
        }
        return named(provider, claim)
                .filter(account -> introduced(account, provider, claim, reading, at))
                .<Arrival>map(account -> new Arrival.Known(account.id()))
                .orElseGet(Arrival.Unknown::new);
    }

    /** The same for somebody signed in who shows once more who they are: whoever else comes back takes nothing over. */
    @Transactional
    Arrival renew(Provider provider, Claim claim, Renewal wished, Language reading, Instant at) {
        if (!wished.answeredBy(claim.authenticated())) {
            return new Arrival.Unasked();
        }
        var who = store.account(claim.issuer(), claim.subject())
                .or(() -> named(provider, claim).map(Account::id));
        return who.filter(wished.account()::equals).isPresent()
                        && arrive(provider, claim, reading, at) instanceof Arrival.Known known
                ? known
                : new Arrival.Another();
    }

    /** Takes a provider away from an account, and tells the owner by letter. */
    @Transactional
    void unlink(Account account, LinksPage.Link link, Language reading, Instant at) {
        if (store.unlink(link.issuer(), account.id())) {
            var id = account.id().id();
            audit.note(Change.personal("provider.unlinked", id, id.toString(), link.issuer(), ""), at);
            var language = accounts.language(account.id()).orElse(reading);
            var words = OidcWords.in(language);
            var letter = words.unlinkedLetter(link.label(), address(language));
            mail.send(new Letter(account.email(), language, words.unlinkedSubject(), letter), at);
        }
    }

    private Optional<Account> named(Provider provider, Claim claim) {
        return claim.verifiedEmail().filter(provider::vouchesFor).flatMap(accounts::byEmail);
    }

    private boolean introduced(Account account, Provider provider, Claim claim, Language reading, Instant at) {
        if (!store.link(claim.issuer(), claim.subject(), account.id(), at)) {
            return false;
        }
        var id = account.id().id();
        audit.note(Change.personal("provider.linked", id, id.toString(), "", claim.issuer()), at);
        var language = accounts.language(account.id()).orElse(reading);
        var words = OidcWords.in(language);
        var letter = words.linkedLetter(provider.label(), address(language));
        mail.send(new Letter(account.email(), language, words.linkedSubject(), letter), at);
        return true;
    }

    private String address(Language language) {
        return site.address("/" + language.tag() + LinksPage.PATH);
    }
}

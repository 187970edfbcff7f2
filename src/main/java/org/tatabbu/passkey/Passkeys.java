// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.page.Site;

/** The keys of each account, and what is asked of the devices that hold them. */
@Component
@Transactional
public class Passkeys {
    /** Far more than anybody has devices. */
    static final int MOST = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasskeyStore store;
    private final RelyingParty here;
    private final Accounts accounts;
    private final Mail mail;
    private final Audit audit;
    private final Site site;

    Passkeys(PasskeyStore store, RelyingParty here, Accounts accounts, Mail mail, Audit audit, Site site) {
        this.store = store;
        this.here = here;
        this.accounts = accounts;
        this.mail = mail;
        this.audit = audit;
        this.site = site;
    }

    /** What comes of a device's answer about a new key. */
    public sealed interface Adding {
        record Added(PasskeyId key) implements Adding {}

        /** The answer is too late, or not to what this session asked. */
        record Refused() implements Adding {}

        record TooMany() implements Adding {}
    }

    /** Begins a new key: what the script hands to the device, in JSON. The account may be about to be made. */
    public byte[] offer(HttpServletRequest request, Account account, Language reading, Instant at) {
        var handle = store.handle(account.id());
        var name = account.name().known() ? account.name().in(reading) : account.email();
        var options = here.offer(
                ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle.orElseGet(Passkeys::random))
                        .name(account.email())
                        .displayName(name)
                        .build(),
                handle.map(store::records).orElseGet(List::of));
        Challenges.put(request, options, at);
        return here.written(options);
    }

    /** A key that a device has just made for this session, not kept yet. */
    public static final class Made {
        private final String name;
        private final CredentialRecord key;

        private Made(String name, CredentialRecord key) {
            this.name = name;
            this.key = key;
        }
    }

    /** Ends it: keeps the key that the device made, and tells the owner by letter. */
    public Adding add(
            HttpServletRequest request, Account account, String name, Answer answer, Language reading, Instant at) {
        return made(request, account.email(), name, answer, at)
                .map(made -> keep(account, made, reading, at))
                .orElseGet(Adding.Refused::new);
    }

    /** The first key of somebody whose account is about to be made; nothing where the answer is late or wrong. */
    public Optional<Made> first(HttpServletRequest request, String email, Answer answer, Language reading, Instant at) {
        return made(request, email, PasskeyWords.in(reading).first(), answer, at);
    }

    private Optional<Made> made(HttpServletRequest request, String email, String name, Answer answer, Instant at) {
        return Challenges.take(request, PublicKeyCredentialCreationOptions.class, at)
                .filter(asked -> email.equals(asked.getUser().getName()))
                .flatMap(asked -> answer.made().flatMap(made -> here.made(asked, made, name, new Ring(store))))
                .map(key -> new Made(name, key));
    }

    /** Keeps a key, and tells its owner by letter. */
    public Adding keep(Account account, Made made, Language reading, Instant at) {
        var key = made.key;
        var name = made.name;
        var handle = key.getUserEntityUserId();
        store.hold(account.id(), handle);
        // Two tabs may each have begun the first key of an account, under a handle each.
        if (store.handle(account.id()).filter(handle::equals).isEmpty()) {
            return new Adding.Refused();
        }
        if (store.of(account.id()).size() >= MOST) {
            return new Adding.TooMany();
        }
        var id = PasskeyId.random();
        if (!store.add(id, account.id(), name, key, at)) {
            return new Adding.Refused();
        }
        note("passkey.added", account.id(), "", name, at);
        var language = accounts.language(account.id()).orElse(reading);
        var words = PasskeyWords.in(language);
        tell(account, language, words.addedSubject(), words.addedLetter(name, address(language)), at);
        return new Adding.Added(id);
    }

    /** Begins a sign-in, whoever stands there. */
    byte[] ask(HttpServletRequest request, Instant at) {
        var options = here.ask();
        Challenges.put(request, options, at);
        return here.written(options);
    }

    /** Whose key answered what this session asked; nobody's where the answer is late, wrong, or was given before. */
    Optional<Account> enter(HttpServletRequest request, Answer answer, Instant at) {
        return Challenges.take(request, PublicKeyCredentialRequestOptions.class, at)
                .flatMap(asked -> answer.signed()
                        .flatMap(signed -> here.signed(asked, signed, new Ring(store))
                                // WebAuthn §7.2 step 6: the device names the holder, and the key must be theirs.
                                .filter(key -> key.getUserEntityUserId()
                                        .equals(signed.getResponse().getUserHandle()))))
                .filter(key -> store.use(key.getCredentialId(), key.getSignatureCount(), at))
                .flatMap(key -> store.holder(key.getUserEntityUserId()))
                .flatMap(accounts::find);
    }

    public List<Passkey> of(AccountId account) {
        return store.of(account);
    }

    /** Whether the account has such a key. */
    boolean rename(AccountId account, PasskeyId id, String name, Instant at) {
        var before = store.rename(account, id, name);
        before.ifPresent(was -> note("passkey.renamed", account, was, name, at));
        return before.isPresent();
    }

    /** Whether the account had such a key; it opens nothing any more, and a letter says so. */
    boolean remove(Account account, PasskeyId id, Language reading, Instant at) {
        var before = store.remove(account.id(), id);
        before.ifPresent(name -> {
            note("passkey.removed", account.id(), name, "", at);
            var language = accounts.language(account.id()).orElse(reading);
            var words = PasskeyWords.in(language);
            tell(account, language, words.removedSubject(), words.removedLetter(name, address(language)), at);
        });
        return before.isPresent();
    }

    private void note(String what, AccountId account, String before, String after, Instant at) {
        audit.note(new Change(what, account.id(), null, null, null, account.id().toString(), before, after), at);
    }

    private void tell(Account account, Language language, String subject, String body, Instant at) {
        mail.send(new Letter(account.email(), language, subject, body), at);
    }

    private String address(Language language) {
        return site.address("/" + language.tag() + PasskeysPage.PATH);
    }

    /** WebAuthn §14.6.1: 64 random bytes, with nothing about the person in them. */
    private static Bytes random() {
        var bytes = new byte[64];
        RANDOM.nextBytes(bytes);
        return new Bytes(bytes);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.Octets;
import org.tatabbu.statement.Passkey;

/** Tickets to the signing address, and the passkeys that are made and used there. */
@Component
@Transactional
public class Signings {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningStore store;
    private final SigningAddress address;
    private final List<Signed> rooms;
    private final ApplicationEventPublisher announcements;
    private final Audit audit;

    Signings(
            SigningStore store,
            SigningAddress address,
            List<Signed> rooms,
            ApplicationEventPublisher announcements,
            Audit audit) {
        this.store = store;
        this.address = address;
        this.rooms = rooms;
        this.announcements = announcements;
        this.audit = audit;
    }

    /**
     * A ticket to sign a statement, good for ten minutes and once.
     *
     * @return an absolute address; who has it can read the text, and sign with the passkey alone
     */
    public String toSign(ToSign what, Language language, Instant at) {
        return issue(
                what.by().id(),
                Ticket.Kind.STATEMENT,
                what.type(),
                what.statement(),
                what.record(),
                what.credential(),
                what.subject(),
                what.who(),
                what.back(),
                language,
                at);
    }

    /**
     * A ticket to make a passkey, good for ten minutes and once.
     *
     * @param back where the person goes afterwards: an address of the site after the language
     * @return an absolute address
     */
    public String toMakeKey(Account account, String back, Language language, Instant at) {
        var none = new byte[0];
        return issue(
                account.id(),
                Ticket.Kind.KEY,
                "",
                none,
                none,
                none,
                null,
                account.name().in(language),
                back,
                language,
                at);
    }

    /** Whether there is an address to sign at: a site known by a number has none. */
    public boolean somewhere() {
        return !address.host().isEmpty();
    }

    /** The passkeys that an account signs with, the oldest first. */
    @Transactional(readOnly = true)
    public List<SigningPasskey> keys(AccountId account) {
        return store.keys(account).stream().map(this::key).toList();
    }

    /** Removes a key from those that new mandates may name; mandates that name it stand until they are ended. */
    public boolean remove(UUID key, AccountId account, Instant at) {
        var removed = store.remove(key, account, at);
        if (removed) {
            audit.note(Change.personal("signkey.removed", account.id(), key.toString()), at);
        }
        return removed;
    }

    Optional<Ticket> ticket(String token) {
        return store.ticket(digest(token));
    }

    /** Keeps a key that its page has made. */
    KeyMaking make(String token, byte[] authenticatorData, byte[] clientDataJson, String name, Instant at) {
        var ticket = store.hold(digest(token)).filter(one -> one.open(at) && one.kind() == Ticket.Kind.KEY);
        if (ticket.isEmpty()) {
            return KeyMaking.OVER;
        }
        var made = NewKey.read(
                authenticatorData, clientDataJson, ticket.get().challenge(), address.host(), address.origin());
        if (made.isEmpty()) {
            return KeyMaking.FAILS;
        }
        var row = new SigningStore.KeyRow(
                UUID.randomUUID(),
                ticket.get().account(),
                name,
                made.get().credential(),
                made.get().cose(),
                address.origin(),
                at);
        if (!store.add(row)) {
            return KeyMaking.KNOWN;
        }
        store.use(ticket.get().digest(), name, at);
        announcements.publishEvent(new KeyMade(key(row)));
        audit.note(
                Change.personal(
                        "signkey.made", ticket.get().account().id(), row.id().toString()),
                at);
        return KeyMaking.MADE;
    }

    /** Hands a signature to the room that asked for it. */
    Signed.Taken take(
            String token,
            byte[] authenticatorData,
            byte[] clientDataJson,
            byte[] signature,
            Language language,
            Instant at) {
        var over = new Signed.Taken.Over("");
        var held = store.hold(digest(token)).filter(one -> one.open(at) && one.kind() == Ticket.Kind.STATEMENT);
        if (held.isEmpty()) {
            return over;
        }
        var ticket = held.get();
        var subject = ticket.subject();
        var room = rooms.stream()
                .filter(one -> subject != null && one.asked(ticket.type(), subject))
                .findFirst();
        var key = store.keys(ticket.account()).stream()
                .filter(one -> MessageDigest.isEqual(one.credential(), ticket.credential()))
                .findFirst();
        if (room.isEmpty() || key.isEmpty() || subject == null) {
            return over;
        }
        var assertion = new Envelope.Assertion(Octets.of(authenticatorData), Octets.of(clientDataJson));
        var envelope = new Envelope(
                Octets.of(ticket.statement()),
                ticket.type(),
                key(key.get()).key().id(),
                Octets.of(signature),
                assertion);
        var taken = room.get().take(subject, ticket.account(), envelope, language, at);
        if (!(taken instanceof Signed.Taken.Again)) {
            store.use(ticket.digest(), taken.said(), at);
        }
        return taken;
    }

    private SigningPasskey key(SigningStore.KeyRow row) {
        return new SigningPasskey(
                row.id(),
                row.account(),
                row.name(),
                Passkey.of(Octets.of(row.cose()), Octets.of(row.credential()), address.host(), List.of(row.origin())),
                row.made());
    }

    private String issue(
            AccountId account,
            Ticket.Kind kind,
            String type,
            byte[] statement,
            byte[] record,
            byte[] credential,
            @Nullable UUID subject,
            String who,
            String back,
            Language language,
            Instant at) {
        store.forget(at.minus(Duration.ofDays(1)));
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random());
        store.add(new Ticket(
                digest(token),
                account,
                kind,
                random(),
                type,
                statement,
                record,
                credential,
                subject,
                who,
                back,
                at,
                at.plus(Ticket.GOOD_FOR),
                null,
                ""));
        return address.origin() + "/" + language.tag() + "/sign/" + token;
    }

    private static byte[] random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(String token) {
        return Encoded.sha256(token);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tatabbu.identity.AccountStore.Lock;
import org.tatabbu.identity.Accounts.Confirmation;
import org.tatabbu.identity.Doorkeeper.Admission.Admitted;
import org.tatabbu.identity.Doorkeeper.Admission.Refused;
import org.tatabbu.identity.Doorkeeper.Admission.TooSoon;

/** Tells whether someone is who they say. */
@Component
class Doorkeeper {
    private static final int LONGEST_KEY = 254;

    /** What comes of an e-mail and a password. */
    sealed interface Admission {
        /** Whose it is, and which of the account’s passwords it was. */
        record Admitted(Account account, int version) implements Admission {}

        /** One answer for an unknown e-mail and for a wrong password. */
        record Refused() implements Admission {}

        record TooSoon(Duration left) implements Admission {}
    }

    private final AccountStore store;
    private final Passwords passwords;
    private final Attempts attempts = new Attempts();

    Doorkeeper(AccountStore store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /**
     * Judges one attempt.
     *
     * @param address of the network that it was made from
     * @param device the digest of what its browser keeps from an earlier sign-in, or empty: one that the owner signed in with
     *     waits for its own mistakes alone, whoever else guesses from behind the same address
     */
    Admission admit(String email, String password, String address, Optional<String> device, Instant now) {
        var written = Email.read(email);
        var own = device.filter(
                digest -> written.map(who -> store.knows(who, digest)).orElse(false));
        return admit(email, password, own.orElse(address), own.isPresent(), now);
    }

    private Admission admit(String email, String password, String from, boolean own, Instant now) {
        var key = key(email, from);
        var familiar = own || (attempts.underFire(key.email(), now) && cameFrom(email, from));
        var wait = attempts.take(key, familiar, now);
        if (wait.compareTo(Duration.ZERO) > 0) {
            return new TooSoon(wait);
        }
        var found = Email.read(email).flatMap(store::lock);
        var right = passwords.match(password, found.map(Lock::kept).orElse(null));
        return found.filter(lock -> right)
                .<Admission>map(lock -> admit(lock, password, key))
                .orElseGet(Refused::new);
    }

    private boolean cameFrom(String email, String address) {
        return Email.read(email)
                .map(written -> store.signedInFrom(written, address))
                .orElse(false);
    }

    /** Counts one try by other means than a password: a network address waits as it does at the door. */
    Duration knock(String whose, String address, Optional<String> device, Instant now) {
        // Keys cannot be guessed, so strangers who try make nobody elsewhere wait.
        return attempts.take(key(whose, from(address, device)), true, now);
    }

    void forget(String whose, String address, Optional<String> device) {
        attempts.forget(key(whose, from(address, device)));
    }

    private String from(String address, Optional<String> device) {
        return device.filter(store::knows).orElse(address);
    }

    /**
     * Whether this is the account's own password, asked of whoever is signed in; as slow to guess as at the door, and counted
     * for the account alone, since nobody who is not in can ask.
     */
    Confirmation confirm(Account account, String password, Instant now) {
        return switch (admit(account.email(), password, "within " + account.id().id(), true, now)) {
            case Admitted own ->
                own.account().id().equals(account.id()) ? new Confirmation.Own() : new Confirmation.Other();
            case Refused refused -> new Confirmation.Other();
            case TooSoon soon -> new Confirmation.Later(soon.left());
        };
    }

    private Admission admit(Lock lock, String password, Attempts.Key key) {
        attempts.forget(key);
        Optional.ofNullable(lock.kept())
                .filter(passwords::outdated)
                .ifPresent(weak -> store.keepBetter(lock, passwords.encode(password)));
        return new Admitted(lock.account(), lock.version());
    }

    private static Attempts.Key key(String email, String address) {
        var written = email.strip().toLowerCase(Locale.ROOT);
        return new Attempts.Key(written.substring(0, Math.min(LONGEST_KEY, written.length())), address);
    }
}

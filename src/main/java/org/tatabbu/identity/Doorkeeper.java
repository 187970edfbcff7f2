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

    /** Judges one attempt, made from a network address. */
    Admission admit(String email, String password, String address, Instant now) {
        var key = key(email, address);
        var familiar = attempts.underFire(key.email(), now)
                && Email.read(email)
                        .map(written -> store.signedInFrom(written, address))
                        .orElse(false);
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

    /** Counts one try by other means than a password: a network address waits as it does at the door. */
    Duration knock(String whose, String address, Instant now) {
        // Keys cannot be guessed, so strangers who try make nobody elsewhere wait.
        return attempts.take(key(whose, address), true, now);
    }

    void forget(String whose, String address) {
        attempts.forget(key(whose, address));
    }

    /** Whether this is the account's own password, asked for once more; as slow to guess as at the door. */
    Confirmation confirm(Account account, String password, String address, Instant now) {
        return switch (admit(account.email(), password, address, now)) {
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

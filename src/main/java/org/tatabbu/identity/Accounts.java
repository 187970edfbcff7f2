// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;

/** Everybody who may sign in. */
@Component
public class Accounts {
    private final AccountStore store;
    private final Passwords passwords;
    private final Doorkeeper doorkeeper;
    private final Audit audit;

    Accounts(AccountStore store, Passwords passwords, Doorkeeper doorkeeper, Audit audit) {
        this.store = store;
        this.passwords = passwords;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /**
     * Opens an account.
     *
     * @throws IllegalArgumentException where the e-mail cannot be one or the password is blank
     * @throws org.springframework.dao.DuplicateKeyException where the e-mail, in whatever case, has its account
     */
    @Transactional
    public AccountId create(String email, PersonName name, String password, Instant at) {
        return open(email, name, kept(password), at);
    }

    /**
     * Opens an account without a password, for somebody who brings another way in; a password may be set by letter.
     *
     * @throws IllegalArgumentException where the e-mail cannot be one
     * @throws org.springframework.dao.DuplicateKeyException where the e-mail, in whatever case, has its account
     */
    @Transactional
    public AccountId create(String email, PersonName name, Instant at) {
        return open(email, name, null, at);
    }

    private AccountId open(String email, PersonName name, @Nullable String kept, Instant at) {
        // Neither message repeats what was given: it would end in a log.
        var address =
                Email.read(email).orElseThrow(() -> new IllegalArgumentException("An account needs an e-mail address"));
        var account = new Account(AccountId.random(), address.value(), name);
        store.insert(account, kept, at);
        note("account.created", account.id(), at);
        return account.id();
    }

    /** The same with a password that is fit. */
    @Transactional
    public AccountId create(String email, PersonName name, NewPassword password, Instant at) {
        return create(email, name, password.text(), at);
    }

    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /** Who signs in with this e-mail, in whatever case; only where the asker has shown to read its letters. */
    public Optional<Account> byEmail(String email) {
        return Email.read(email).flatMap(store::lock).map(AccountStore.Lock::account);
    }

    /** Whether nobody has an account yet. */
    public boolean none() {
        return store.none();
    }

    /** Sets another password; every session begun under the old one ends. */
    @Transactional
    public void changePassword(AccountId id, String password, Instant at) {
        if (!store.changePassword(id, kept(password))) {
            throw new NoSuchElementException("No account " + id.id());
        }
        store.forgetDevices(id);
        note("password.changed", id, at);
    }

    /** Whether the account can be entered with a password at all. */
    public boolean hasPassword(AccountId id) {
        return store.hasPassword(id);
    }

    private void note(String what, AccountId account, Instant at) {
        audit.note(Change.personal(what, account.id(), account.id().toString()), at);
    }

    /** Sets another password that is fit; every session begun under the old one ends. */
    @Transactional
    public void changePassword(AccountId id, NewPassword password, Instant at) {
        changePassword(id, password.text(), at);
    }

    /** Whether this is the account's own password, asked of whoever is signed in. */
    public Confirmation confirm(Account account, String password, Instant at) {
        return doorkeeper.confirm(account, password, at);
    }

    public void rename(AccountId id, PersonName name) {
        store.rename(id, name);
    }

    /** Chooses the language in which we write to the person; none for whichever they are reading. */
    public void speak(AccountId id, @Nullable Language language) {
        store.speak(id, language);
    }

    public Optional<Language> language(AccountId id) {
        return store.language(id);
    }

    /** Ends every session of the account, wherever it runs, at its next request; none of its devices is known any more. */
    @Transactional
    public void endSessions(AccountId id) {
        store.endSessions(id);
        store.forgetDevices(id);
    }

    /** The last twenty at most, the latest first. */
    public List<SignIn> signIns(AccountId id) {
        return store.signIns(id);
    }

    /**
     * One sign-in.
     *
     * @param means how: {@code password}, or another
     * @param browser what the browser called itself, shortened
     */
    public record SignIn(Instant at, String means, String address, String browser) {
        static final int KEPT = 20;
        private static final int LONGEST = 200;

        public SignIn {
            var shown = new StringBuilder();
            browser.codePoints()
                    .filter(c -> !Character.isISOControl(c))
                    .limit(LONGEST)
                    .forEach(shown::appendCodePoint);
            browser = shown.toString();
        }
    }

    /** What comes of a password asked for once more. */
    public sealed interface Confirmation {
        record Own() implements Confirmation {}

        record Other() implements Confirmation {}

        record Later(Duration left) implements Confirmation {
            /** When to try again. */
            public String advice(Language language) {
                var words = IdentityWords.in(language);
                var seconds = left.plusNanos(999_999_999).toSeconds();
                return seconds < 60 ? words.tooSoonSeconds(seconds) : words.tooSoonMinutes((seconds + 59) / 60);
            }
        }
    }

    private String kept(String password) {
        if (password.isBlank()) {
            throw new IllegalArgumentException("An account needs a password");
        }
        return passwords.encode(password);
    }
}

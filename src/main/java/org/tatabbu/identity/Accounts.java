// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.language.PersonName;

/** Everybody who may sign in. */
@Component
public class Accounts {
    private final AccountStore store;
    private final Passwords passwords;
    private final Audit audit;

    Accounts(AccountStore store, Passwords passwords, Audit audit) {
        this.store = store;
        this.passwords = passwords;
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
        // Neither message repeats what was given: it would end in a log.
        var address =
                Email.read(email).orElseThrow(() -> new IllegalArgumentException("An account needs an e-mail address"));
        var account = new Account(AccountId.random(), address.value(), name);
        store.insert(account, kept(password), at);
        note("account.created", account.id(), at);
        return account.id();
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

    @Transactional
    public void changePassword(AccountId id, String password) {
        changePassword(id, password, Instant.now());
    }

    /** Sets another password; every session begun under the old one ends. */
    @Transactional
    public void changePassword(AccountId id, String password, Instant at) {
        if (!store.changePassword(id, kept(password))) {
            throw new NoSuchElementException("No account " + id.id());
        }
        note("password.changed", id, at);
    }

    private void note(String what, AccountId account, Instant at) {
        audit.note(Change.personal(what, account.id(), account.id().toString()), at);
    }

    private String kept(String password) {
        if (password.isBlank()) {
            throw new IllegalArgumentException("An account needs a password");
        }
        return passwords.encode(password);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.identity.SignIns;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Site;

/** What people do with their own account, signed in or locked out. */
@Component
@Transactional
public class Profiles {
    private static final Duration HOUR = Duration.ofHours(1);

    /** An office behind one address asks this often without waiting. */
    private static final int FREE = 5;

    private static final int LETTERS_AN_HOUR = 3;

    private final ProfileStore store;
    private final Accounts accounts;
    private final Mail mail;
    private final Audit audit;
    private final Site site;

    Profiles(ProfileStore store, Accounts accounts, Mail mail, Audit audit, Site site) {
        this.store = store;
        this.accounts = accounts;
        this.mail = mail;
        this.audit = audit;
        this.site = site;
    }

    public void rename(AccountId id, PersonName name, Instant at) {
        var before = accounts.find(id).map(Account::name).orElse(PersonName.UNNAMED);
        accounts.rename(id, name);
        note("account.renamed", id, brief(before), brief(name), at);
    }

    /** Chooses the language of letters; none for that of the page from which they are asked for. */
    public void speak(AccountId id, @Nullable Language language, Instant at) {
        var before = accounts.language(id).map(Language::tag).orElse("");
        accounts.speak(id, language);
        note("account.language", id, before, language == null ? "" : language.tag(), at);
    }

    public void signOutEverywhere(AccountId id, Instant at) {
        accounts.endSessions(id);
        note("sessions.ended", id, at);
    }

    public Optional<Language> language(AccountId id) {
        return accounts.language(id);
    }

    public List<Accounts.SignIn> signIns(AccountId id) {
        return accounts.signIns(id);
    }

    /** Sets another password: every session ends, every way back closes, and a letter says so. */
    public void changePassword(Account account, NewPassword password, Language reading, Instant at) {
        accounts.changePassword(account.id(), password, at);
        store.close(account.id(), at);
        var language = language(account.id(), reading);
        var words = ProfileWords.in(language);
        var forgotten = site.address("/" + language.tag() + "/sign-in/forgotten");
        var passkeys = site.address("/" + language.tag() + "/work/account/passkeys");
        mail.send(
                new Letter(account.email(), language, words.changedSubject(), words.changedLetter(forgotten, passkeys)),
                at);
    }

    /**
     * Asks for a way back into the account of this e-mail, and takes the same time whether there is one.
     *
     * @return zero, or how long this network address has to wait first
     */
    public Duration ask(String email, Language reading, String from, Instant at) {
        var address = SignIns.network(from);
        store.queue(address);
        store.forget(at.minus(HOUR));
        var asked = store.asked(address, at.minus(HOUR));
        var over = asked.times() - FREE;
        if (asked.last() != null && over >= 0) {
            var open = asked.last().plus(over > 6 ? HOUR : Duration.ofSeconds(30L << over));
            if (open.isAfter(at)) {
                return Duration.between(at, open);
            }
        }
        store.add(new ProfileStore.Asking(email, reading), address, at);
        return Duration.ZERO;
    }

    /** Writes the letter to one who asked; whether somebody had waited. */
    public boolean answer(Instant at) {
        var asking = store.take(at);
        asking.ifPresent(who -> accounts.byEmail(who.email()).ifPresent(account -> open(account, who.language(), at)));
        return asking.isPresent();
    }

    /** Whose way back this is; nobody's where it was used, is over or never was. */
    Optional<Account> whose(OneTimeLink.Token way, Instant at) {
        return store.whose(way, at).flatMap(accounts::find);
    }

    /** Goes the way back, once; whether it was still open. */
    boolean back(OneTimeLink.Token way, Account account, NewPassword password, Language reading, Instant at) {
        if (!store.spend(way, at)) {
            return false;
        }
        changePassword(account, password, reading, at);
        return true;
    }

    private void open(Account account, Language reading, Instant at) {
        store.queue(about(account.id()));
        if (store.letters(account.id(), at.minus(HOUR)) >= LETTERS_AN_HOUR) {
            return;
        }
        store.close(account.id(), at);
        var way = OneTimeLink.lasting(HOUR, at);
        store.open(way, account.id(), at);
        audit.note(Change.personal("password.forgotten", null, about(account.id())), at);
        var language = language(account.id(), reading);
        var words = ProfileWords.in(language);
        var link = site.address(
                "/" + language.tag() + "/sign-in/reset/" + way.token().text());
        mail.send(new Letter(account.email(), language, words.resetSubject(), words.resetLetter(link)), at);
    }

    private Language language(AccountId id, Language reading) {
        return accounts.language(id).orElse(reading);
    }

    private void note(String what, AccountId id, Instant at) {
        note(what, id, "", "", at);
    }

    private void note(String what, AccountId id, String before, String after, Instant at) {
        audit.note(Change.personal(what, id.id(), about(id), before, after), at);
    }

    private static String brief(PersonName name) {
        return Change.brief(name.arabic(), name.latin());
    }

    private static String about(AccountId id) {
        return id.id().toString();
    }
}

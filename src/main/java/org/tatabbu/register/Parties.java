// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.Email;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Site;
import org.tatabbu.passkey.Passkeys;

/** The parties, their secretaries, and the operator who enters them. */
@Component
@Transactional
public class Parties {
    private final RegisterStore store;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Mail mail;
    private final Audit audit;
    private final Site site;

    Parties(RegisterStore store, Accounts accounts, Passkeys passkeys, Mail mail, Audit audit, Site site) {
        this.store = store;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.mail = mail;
        this.audit = audit;
        this.site = site;
    }

    /** Whether this account keeps the register; nobody else enters parties, and it gives no seat anywhere. */
    @Transactional(readOnly = true)
    public boolean operates(AccountId account) {
        return store.operator(account);
    }

    /** By the order of their entry. */
    @Transactional(readOnly = true)
    public List<StandingParty> all() {
        return store.parties();
    }

    @Transactional(readOnly = true)
    public Optional<StandingParty> find(StandingPartyId party) {
        return store.party(party);
    }

    /** Everyone who is or was a secretary of this party. */
    @Transactional(readOnly = true)
    public List<Secretary> secretaries(StandingPartyId party) {
        return store.secretaries(party);
    }

    /** The parties that this account is a secretary of at a moment, by each party's own calendar. */
    @Transactional(readOnly = true)
    public List<StandingParty> of(AccountId account, Instant at) {
        return store.parties().stream()
                .filter(party -> store.secretaries(party.id()).stream()
                        .anyMatch(one -> one.account().equals(account) && one.heldOn(dayOf(party, at))))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean speaks(AccountId account, StandingPartyId party, Instant at) {
        return of(account, at).stream().anyMatch(one -> one.id().equals(party));
    }

    /** Enters a party, or corrects one that stands; false where the account is not the operator. */
    public boolean enter(StandingParty party, AccountId by, Instant at) {
        if (!store.operator(by)) {
            return false;
        }
        var before = store.party(party.id());
        if (before.isPresent()) {
            store.change(party);
        } else {
            store.add(party);
        }
        var what = before.isPresent() ? "party.corrected" : "party.entered";
        note(what, by, party.id(), before.map(StandingParty::brief).orElse(""), party.brief(), at);
        return true;
    }

    /** Enters parties, each with its first secretary, for the program itself; only an empty register takes them. */
    public boolean begin(Map<StandingParty, AccountId> secretaries, Instant at) {
        if (!store.parties().isEmpty()) {
            return false;
        }
        secretaries.forEach((party, secretary) -> {
            var about = party.id().id().toString();
            store.add(party);
            audit.note(Change.personal("party.entered", null, about), at);
            store.add(new Secretary(party.id(), secretary, dayOf(party, at), null));
            note("secretary.entered", secretary, party.id(), at);
        });
        return true;
    }

    public Inviting invite(StandingPartyId party, String email, AccountId by, Instant at) {
        var standing = store.party(party);
        if (!store.operator(by) || standing.isEmpty()) {
            return new Inviting.NotYours();
        }
        var read = Email.readOne(email);
        if (read.isEmpty()) {
            return new Inviting.NoAddress();
        }
        var address = read.get().value();
        var account = accounts.byEmail(address);
        if (account.filter(known -> speaks(known.id(), party, at)).isPresent()) {
            return new Inviting.AlreadySecretary();
        }
        if (account.filter(known -> store.operator(known.id())).isPresent()) {
            return new Inviting.Operates();
        }
        store.close(party, address, at);
        var language = standing.get().language();
        var link = link(address, party, language, at);
        var words = RegisterWords.in(language);
        var name = standing.get().name().in(language);
        mail.send(new Letter(address, language, words.letterSubject(name), words.letter(name, link)), at);
        tellSecretaries(standing.get(), address, at);
        note("secretary.invited", by, party, "", address, at);
        return new Inviting.Invited();
    }

    /** A party learns from us, not from the operator, whom the operator lets in. */
    private void tellSecretaries(StandingParty party, String invited, Instant at) {
        for (var secretary : store.secretaries(party.id())) {
            var account = accounts.find(secretary.account());
            if (account.isPresent() && secretary.heldOn(dayOf(party, at))) {
                var language = accounts.language(secretary.account()).orElse(party.language());
                var words = RegisterWords.in(language);
                var name = party.name().in(language);
                mail.send(
                        new Letter(
                                account.get().email(),
                                language,
                                words.colleagueSubject(name),
                                words.colleagueLetter(name, invited)),
                        at);
            }
        }
    }

    /** Ends a secretary's time today; false where there is nothing to end or the account is not the operator. */
    public boolean end(StandingPartyId party, AccountId secretary, AccountId by, Instant at) {
        var standing = store.party(party);
        if (!store.operator(by) || standing.isEmpty()) {
            return false;
        }
        // The last day is the day before: who was sent away this morning acts for nobody this afternoon.
        if (!store.end(party, secretary, dayOf(standing.get(), at).minusDays(1))) {
            return false;
        }
        accounts.find(secretary).ifPresent(account -> store.close(party, account.email(), at));
        var ended = secretary.id().toString();
        note("secretary.ended", by, party, ended, "", at);
        return true;
    }

    /** The link for the first operator, where nobody has an account yet; it is made again as long as nobody followed it. */
    Optional<String> firstOperator(String email, Language language, Instant at) {
        var read = Email.readOne(email);
        if (!accounts.none() || read.isEmpty()) {
            return Optional.empty();
        }
        var address = read.get().value();
        store.closeOperatorLinks(at);
        var link = link(address, null, language, at);
        var words = RegisterWords.in(language);
        mail.send(new Letter(address, language, words.operatorSubject(), words.operatorLetter(link)), at);
        return Optional.of(link);
    }

    @Transactional(readOnly = true)
    Optional<Welcome> welcome(OneTimeLink.Token token, Instant now) {
        return store.welcome(token).filter(welcome -> welcome.openAt(now) && !operators(welcome));
    }

    /** Whether the invited person has an account already, and so needs neither name nor password. */
    @Transactional(readOnly = true)
    boolean known(Welcome welcome) {
        return accounts.byEmail(welcome.email()).isPresent();
    }

    /** The account that was invited takes up what it was invited for. */
    Entering enter(OneTimeLink.Token token, Instant now) {
        return enter(token, email -> account(email).orElseThrow(), now);
    }

    /** The same where there is no account yet: one is opened. */
    Entering enter(OneTimeLink.Token token, PersonName name, NewPassword password, Instant now) {
        return enter(token, email -> account(email).orElseGet(() -> accounts.create(email, name, password, now)), now);
    }

    /** The same with a key and without a password. */
    Entering enter(OneTimeLink.Token token, PersonName name, Passkeys.Made key, Language reading, Instant now) {
        var known = store.welcome(token).flatMap(welcome -> account(welcome.email()));
        if (known.isPresent()) {
            return enter(token, now);
        }
        var entering = enter(token, email -> accounts.create(email, name, now), now);
        if (entering instanceof Entering.Entered entered) {
            var account = accounts.find(entered.account()).orElseThrow();
            if (!(passkeys.keep(account, key, reading, now) instanceof Passkeys.Adding.Added)) {
                // The same key was kept for somebody else at this moment: neither account nor office is left behind.
                TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
                return new Entering.KeyRefused();
            }
        }
        return entering;
    }

    /** Whether this would make the operator a party's secretary. */
    private boolean operators(Welcome welcome) {
        return welcome.party() != null
                && account(welcome.email()).filter(store::operator).isPresent();
    }

    private Optional<AccountId> account(String email) {
        return accounts.byEmail(email).map(Account::id);
    }

    /** Uses an invitation up; of two at once, one enters. */
    private Entering enter(OneTimeLink.Token token, Function<String, AccountId> owner, Instant now) {
        if (store.welcome(token).filter(this::operators).isPresent()) {
            return new Entering.Gone();
        }
        var found = store.take(token, now);
        if (found.isEmpty()) {
            return new Entering.Gone();
        }
        var welcome = found.get();
        var account = owner.apply(welcome.email());
        var party = welcome.party();
        if (party == null) {
            store.addOperator(account, now);
            audit.note(
                    Change.personal(
                            "operator.entered", account.id(), account.id().toString()),
                    now);
        } else if (!speaks(account, party, now)) {
            var day = dayOf(store.party(party).orElseThrow(), now);
            store.add(new Secretary(party, account, day, null));
            note("secretary.entered", account, party, now);
        }
        return new Entering.Entered(account);
    }

    private String link(String email, @Nullable StandingPartyId party, Language language, Instant at) {
        var link = OneTimeLink.lasting(Welcome.LIFE, at);
        store.add(new Welcome(UUID.randomUUID(), email, party, language, link.expires()), link.token());
        return site.address("/" + language.tag() + "/welcome/" + link.token().text());
    }

    private void note(String what, AccountId by, StandingPartyId party, Instant at) {
        note(what, by, party, "", "", at);
    }

    private void note(String what, AccountId by, StandingPartyId party, String before, String after, Instant at) {
        audit.note(Change.personal(what, by.id(), party.id().toString(), before, after), at);
    }

    private static LocalDate dayOf(StandingParty party, Instant at) {
        return LocalDate.ofInstant(at, party.zone());
    }
}

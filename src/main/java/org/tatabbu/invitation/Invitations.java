// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;
import org.tatabbu.mail.Mail;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Site;
import org.tatabbu.passkey.Passkeys;
import org.tatabbu.register.Parties;

/** The seats that parties hold ready for people who have yet to come. */
@Component
@Transactional
public class Invitations {
    static final Duration VALID = Duration.ofDays(3);

    private final InvitationStore store;
    private final PrivateCircle circle;
    private final Committees committees;
    private final Accounts accounts;
    private final Parties parties;
    private final Passkeys passkeys;
    private final Mail mail;
    private final Audit audit;
    private final Site site;

    Invitations(
            InvitationStore store,
            PrivateCircle circle,
            Committees committees,
            Accounts accounts,
            Parties parties,
            Passkeys passkeys,
            Mail mail,
            Audit audit,
            Site site) {
        this.store = store;
        this.circle = circle;
        this.committees = committees;
        this.accounts = accounts;
        this.parties = parties;
        this.passkeys = passkeys;
        this.mail = mail;
        this.audit = audit;
        this.site = site;
    }

    /** Invites for the secretary's own party; the letter with the link leaves with the transaction. */
    public Inviting invite(String email, Language language, SeatDraft draft, Seat by, Instant at) {
        if (!enters(by, at)) {
            return new Inviting.NotYours();
        }
        if (accounts.byEmail(email)
                .filter(known -> committees.seated(known.id(), by.party(), by.committee(), at))
                .isPresent()) {
            return new Inviting.Seated();
        }
        var link = OneTimeLink.lasting(VALID, at);
        var invitation = new Invitation(
                InvitationId.random(), by.committee(), by.party(), email, language, draft, link.expires());
        if (!store.add(invitation, link.token(), account(by), at)) {
            return new Inviting.Open();
        }
        post(invitation, link.token(), at);
        note("invitation.sent", account(by), invitation, at);
        return new Inviting.Done(invitation.id());
    }

    /** Sends a new link; the old one opens nothing from now on. */
    public Inviting sendAgain(InvitationId wanted, Seat by, Instant at) {
        var found = own(wanted, by, at);
        if (found.isEmpty()) {
            return new Inviting.NotYours();
        }
        var link = OneTimeLink.lasting(VALID, at);
        var invitation = found.get().until(link.expires());
        store.relink(invitation, link.token());
        post(invitation, link.token(), at);
        note("invitation.resent", account(by), invitation, at);
        return new Inviting.Done(wanted);
    }

    public Inviting withdraw(InvitationId wanted, Seat by, Instant at) {
        var found = own(wanted, by, at);
        if (found.isEmpty()) {
            return new Inviting.NotYours();
        }
        store.withdrawn(found.get(), at);
        note("invitation.withdrawn", account(by), found.get(), at);
        return new Inviting.Done(wanted);
    }

    /** What the secretary's own party has sent and nobody has accepted. */
    public List<Invitation> open(Seat by, Instant at) {
        return enters(by, at) ? store.open(by.party(), by.committee()) : List.of();
    }

    Optional<Invitation> behind(OneTimeLink.Token token, Instant at) {
        return store.behind(token).flatMap(behind -> {
            circle.enter(behind.party().id());
            return store.held(behind, token).filter(invitation -> !invitation.over(at));
        });
    }

    boolean hasAccount(Invitation invitation) {
        return accounts.byEmail(invitation.email()).isPresent();
    }

    /** A new account takes the seat. */
    Accepting accept(OneTimeLink.Token token, PersonName name, NewPassword password, Instant at) {
        var found = behind(token, at);
        if (found.isEmpty()) {
            return new Accepting.Over();
        }
        var invitation = found.get();
        if (hasAccount(invitation)) {
            return new Accepting.HasAccount();
        }
        return seat(invitation, accounts.create(invitation.email(), name, password, at), name, at);
    }

    /** A new account takes the seat, with a key and without a password. */
    Accepting accept(OneTimeLink.Token token, PersonName name, Passkeys.Made key, Language reading, Instant at) {
        var found = behind(token, at);
        if (found.isEmpty()) {
            return new Accepting.Over();
        }
        var invitation = found.get();
        if (hasAccount(invitation)) {
            return new Accepting.HasAccount();
        }
        var account = new Account(accounts.create(invitation.email(), name, at), invitation.email(), name);
        if (!(passkeys.keep(account, key, reading, at) instanceof Passkeys.Adding.Added)) {
            // The same key was kept for somebody else at this moment: no account is left behind.
            TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
            return new Accepting.KeyRefused();
        }
        return seat(invitation, account.id(), name, at);
    }

    /** The account that was invited takes the seat. */
    Accepting accept(OneTimeLink.Token token, Account account, Instant at) {
        var found = behind(token, at);
        if (found.isEmpty()) {
            return new Accepting.Over();
        }
        var invitation = found.get();
        if (!account.email().equals(invitation.email())) {
            return new Accepting.OtherAccount();
        }
        if (parties.operates(account.id())) {
            return new Accepting.Operator();
        }
        if (actsForAnother(account.id(), invitation)) {
            return new Accepting.OtherParty();
        }
        return committees.seated(account.id(), invitation.party(), invitation.committee(), at)
                ? new Accepting.Seated()
                : seat(invitation, account.id(), invitation.draft().name(), at);
    }

    private Accepting seat(Invitation invitation, AccountId account, PersonName name, Instant at) {
        var seat = invitation.draft().named(name).seat(invitation.committee(), invitation.party(), account);
        committees.seat(seat, account, at);
        store.accepted(invitation, at);
        note("invitation.accepted", account, invitation, at);
        return new Accepting.Accepted(committees.get(invitation.committee()));
    }

    private boolean actsForAnother(AccountId account, Invitation invitation) {
        return committees.seats(invitation.committee()).stream()
                .anyMatch(
                        seat -> account.equals(seat.account()) && !seat.party().equals(invitation.party()));
    }

    private Optional<Invitation> own(InvitationId wanted, Seat by, Instant at) {
        return enters(by, at)
                ? store.held(by.party(), wanted)
                        .filter(invitation -> invitation.committee().equals(by.committee()))
                : Optional.empty();
    }

    private boolean enters(Seat by, Instant at) {
        if (!by.writes() || by.account() == null || !committees.acts(by, at)) {
            return false;
        }
        circle.enter(by.party().id());
        return true;
    }

    private void post(Invitation invitation, OneTimeLink.Token token, Instant at) {
        store.addLink(token, invitation);
        var committee = committees.get(invitation.committee());
        var link = site.address("/" + invitation.language().tag() + AcceptPage.path(token));
        mail.send(InvitationLetter.of(invitation, committee, link), at);
    }

    private void note(String what, AccountId by, Invitation invitation, Instant at) {
        PartyId party = invitation.party();
        var draft = invitation.draft();
        var whom = Change.brief(draft.name().arabic(), draft.name().latin(), invitation.email());
        boolean ends = what.equals("invitation.withdrawn");
        audit.note(
                Change.own(
                        what,
                        by.id(),
                        party.id(),
                        invitation.committee().id(),
                        draft.role().name(),
                        ends ? whom : "",
                        ends ? "" : whom),
                at);
    }

    private static AccountId account(Seat seat) {
        @Nullable AccountId account = seat.account();
        if (account == null) {
            throw new IllegalStateException("Nobody acts from this seat");
        }
        return account;
    }
}

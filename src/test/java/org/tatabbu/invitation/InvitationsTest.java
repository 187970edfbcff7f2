// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

@OnStage
class InvitationsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PersonName NAME = new PersonName("نادية", "Nadia");
    private static final NewPassword PASSWORD = Stage.fit("a long day by the river");

    @Autowired
    private Stage stage;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Committees committees;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PrivateCircle circle;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    private Stage.Parties parties;
    private Seat east;
    private Seat west;

    @BeforeEach
    void found() {
        parties = stage.found();
        east = secretary(parties.east());
        west = secretary(parties.west());
    }

    private Seat secretary(Stage.Side side) {
        var account = stage.account(Stage.email());
        return stage.seated(Stage.seat(parties.committee(), side.party(), Role.SECRETARY, account));
    }

    private static SeatDraft draft() {
        return new SeatDraft(Role.EXPERT, NAME, LocalText.NONE, LocalText.NONE, 3, LocalDate.of(2026, 3, 1), null);
    }

    private InvitationId invited(String email) {
        var inviting = invitations.invite(email, Language.EN, draft(), east, NOON);
        assertThat(inviting).isInstanceOf(Inviting.Done.class);
        return ((Inviting.Done) inviting).invitation();
    }

    private OneTimeLink.Token link(String email) throws Exception {
        invited(email);
        return token(Letters.to(email, 1).getFirst());
    }

    private static OneTimeLink.Token token(MimeMessage letter) throws Exception {
        var path = Letters.path(letter);
        return new OneTimeLink.Token(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void twoWhoAcceptAtOnceTakeOneSeat() throws Exception {
        for (int round = 0; round < 5; round++) {
            var email = Stage.email();
            var token = link(email);
            Callable<Accepting> accepting = () -> invitations.accept(token, NAME, PASSWORD, NOON);
            var answers = AtOnce.all(List.of(accepting, accepting));
            assertThat(answers).hasAtLeastOneElementOfType(Accepting.Accepted.class);
            assertThat(answers).hasAtLeastOneElementOfType(Accepting.Over.class);
            var account = accounts.byEmail(email).orElseThrow();
            assertThat(committees.memberships(account.id(), NOON)).hasSize(1);
        }
    }

    @Test
    void anAccountThatAcceptsTwiceAtOnceTakesOneSeat() throws Exception {
        var email = Stage.email();
        var account = accounts.find(stage.account(email)).orElseThrow();
        var token = link(email);
        Callable<Accepting> accepting = () -> invitations.accept(token, account, NOON);
        assertThat(AtOnce.all(List.of(accepting, accepting)))
                .hasAtLeastOneElementOfType(Accepting.Accepted.class)
                .hasAtLeastOneElementOfType(Accepting.Over.class);
        assertThat(committees.memberships(account.id(), NOON)).hasSize(1);
    }

    @Test
    void aLinkEndsAfterSeventyTwoHoursToTheMinute() throws Exception {
        var email = Stage.email();
        var token = link(email);
        var end = NOON.plus(Duration.ofDays(3));
        assertThat(invitations.accept(token, NAME, PASSWORD, end)).isInstanceOf(Accepting.Over.class);
        assertThat(accounts.byEmail(email)).isEmpty();
        assertThat(invitations.accept(token, NAME, PASSWORD, end.minusSeconds(1)))
                .isInstanceOf(Accepting.Accepted.class);
    }

    @Test
    void anInvitationThatIsOverIsSentAnew() throws Exception {
        var email = Stage.email();
        var id = invited(email);
        var old = token(Letters.to(email, 1).getFirst());
        var later = NOON.plus(Duration.ofDays(10));
        assertThat(invitations.behind(old, later)).isEmpty();
        assertThat(invitations.open(east, later)).extracting(Invitation::id).containsExactly(id);

        assertThat(invitations.sendAgain(id, east, later)).isEqualTo(new Inviting.Done(id));

        var tokens = new ArrayList<OneTimeLink.Token>();
        for (var letter : Letters.to(email, 2)) {
            tokens.add(token(letter));
        }
        tokens.remove(old);
        assertThat(invitations.accept(old, NAME, PASSWORD, later)).isInstanceOf(Accepting.Over.class);
        assertThat(invitations.accept(tokens.getFirst(), NAME, PASSWORD, later)).isInstanceOf(Accepting.Accepted.class);
    }

    @Test
    void onlyTheSecretarysOwnSideIsTheirs() {
        var id = invited(Stage.email());
        assertThat(invitations.open(west, NOON)).isEmpty();
        assertThat(invitations.withdraw(id, west, NOON)).isInstanceOf(Inviting.NotYours.class);
        assertThat(invitations.sendAgain(id, west, NOON)).isInstanceOf(Inviting.NotYours.class);
        var head = stage.seated(
                Stage.seat(parties.committee(), parties.east().party(), Role.HEAD, stage.account(Stage.email())));
        assertThat(invitations.invite(Stage.email(), Language.EN, draft(), head, NOON))
                .isInstanceOf(Inviting.NotYours.class);
        assertThat(invitations.open(east, NOON)).extracting(Invitation::id).containsExactly(id);
    }

    @Test
    void theDatabaseShowsAnInvitationToItsOwnCircleAlone() {
        var id = invited(Stage.email());
        assertThat(seen(id, west)).isZero();
        assertThat(seen(id, east)).isOne();
        assertThat(sql.sql("select count(*) from invitation.invitation")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(transaction.<Integer>execute(state -> {
                    circle.enter(west.party().id());
                    return sql.sql("update invitation.invitation set withdrawn = now() where id = :id")
                            .param("id", id.id())
                            .update();
                }))
                .isZero();
    }

    private Long seen(InvitationId id, Seat by) {
        return Objects.requireNonNull(transaction.<Long>execute(state -> {
            circle.enter(by.party().id());
            return sql.sql("select count(*) from invitation.invitation where id = :id")
                    .param("id", id.id())
                    .query(Long.class)
                    .single();
        }));
    }

    @Test
    void linksAreNotReadAndOnlyTheirHashIsKept() throws Exception {
        var email = Stage.email();
        var token = link(email);
        assertThatThrownBy(
                        () -> sql.sql("select * from invitation.link").query().listOfRows())
                .isInstanceOf(DataAccessException.class);
        var kept = transaction.execute(state -> {
            circle.enter(east.party().id());
            return sql.sql("select to_jsonb(i)::text from invitation.invitation i where email = :email")
                    .param("email", email)
                    .query(String.class)
                    .single();
        });
        assertThat(kept).contains(email).doesNotContain(token.text());
        assertThat(token).hasToString("Token");
    }

    @Test
    void noOtherRoleReachesTheRoomsFunction() {
        assertThat(sql.sql("""
                select nspacl::text from pg_namespace where nspname = 'invitation'
                """).query(String.class).single()).doesNotContain("{=", ",=");
    }

    @Test
    void anAddressIsInvitedOnceAtATime() {
        var email = Stage.email();
        var first = invited(email);
        assertThat(invitations.invite(email, Language.AR, draft(), east, NOON)).isInstanceOf(Inviting.Open.class);
        invitations.withdraw(first, east, NOON);
        invited(email);
        assertThat(invitations.open(east, NOON)).hasSize(1);
    }

    @Test
    void whoActsForTheOtherSideTakesNoSeatHere() throws Exception {
        var account = accounts.find(Objects.requireNonNull(west.account())).orElseThrow();
        var token = link(account.email());
        assertThat(invitations.accept(token, account, NOON)).isInstanceOf(Accepting.OtherParty.class);
        assertThat(invitations.accept(token, NAME, PASSWORD, NOON)).isInstanceOf(Accepting.HasAccount.class);
        assertThat(committees.memberships(account.id(), NOON)).hasSize(1);
    }

    @Test
    void whoHoldsASeatOfASideTakesNoSecondOne() throws Exception {
        var email = Stage.email();
        var token = link(email);
        var account = accounts.find(stage.account(email)).orElseThrow();
        var seat = stage.seated(Stage.seat(parties.committee(), parties.east().party(), Role.OBSERVER, account.id()));
        assertThat(invitations.accept(token, account, NOON)).isInstanceOf(Accepting.Seated.class);
        assertThat(committees.memberships(account.id(), NOON)).hasSize(1);
        assertThat(invitations.invite(email, Language.EN, draft(), east, NOON)).isInstanceOf(Inviting.Seated.class);
        committees.end(seat.id(), east, NOON);
        assertThat(invitations.accept(token, account, NOON)).isInstanceOf(Accepting.Accepted.class);
    }

    @Test
    void theOperatorTakesNoSeat() throws Exception {
        var email = Stage.email();
        var token = link(email);
        var account = accounts.find(stage.account(email)).orElseThrow();
        sql.sql("insert into register.operator (account, since) values (:account, now())")
                .param("account", account.id().id())
                .update();
        assertThat(invitations.accept(token, account, NOON)).isInstanceOf(Accepting.Operator.class);
        assertThat(committees.memberships(account.id(), NOON)).isEmpty();
    }

    @Test
    void aSecretaryWhoseSeatEndedInvitesNobody() {
        var other = secretary(parties.east());
        committees.end(other.id(), east, NOON);
        assertThat(invitations.invite(Stage.email(), Language.EN, draft(), other, NOON))
                .isInstanceOf(Inviting.NotYours.class);
        assertThat(invitations.invite(Stage.email(), Language.EN, draft(), other, NOON.minusSeconds(1)))
                .isInstanceOf(Inviting.NotYours.class);
    }
}

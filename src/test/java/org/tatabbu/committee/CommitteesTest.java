// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.identity.AccountId;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

@OnStage
class CommitteesTest {
    private static final LocalDate DAY = LocalDate.of(2023, 1, 17);

    @Autowired
    private Committees committees;

    @Autowired
    private Stage stage;

    @Autowired
    private JdbcClient sql;

    private Committee committee;

    @BeforeEach
    void found() {
        committee = Stage.committee();
        committees.found(committee, null, NOON);
    }

    private Party east() {
        return committee.parties().getFirst();
    }

    private Party west() {
        return committee.parties().getLast();
    }

    private Seat seat(Party party, Role role, AccountId account) {
        return stage.seated(Stage.seat(committee, party, role, account));
    }

    private Seat seat(AccountId account, LocalDate from, LocalDate until) {
        return stage.seated(Stage.seat(committee, east(), Role.HEAD, account, from, until));
    }

    @Test
    void aCommitteeIsFoundAsItWasFounded() {
        assertThat(committees.get(committee.id())).isEqualTo(committee);
        assertThat(committees.find(committee.slug())).contains(committee);
        assertThat(committees.find("no-such-committee")).isEmpty();
        assertThat(committees.all()).contains(committee);
    }

    @Test
    void twoCommitteesNeverShareAnAddress() {
        var other = Stage.committee();
        var twin = new Committee(
                other.id(),
                committee.slug(),
                other.name(),
                other.purpose(),
                other.mandate(),
                other.parties(),
                other.zone(),
                true);
        assertThatThrownBy(() -> committees.found(twin, null, NOON)).isInstanceOf(DuplicateKeyException.class);
        assertThat(sql.sql("select count(*) from committee.party where committee = :id")
                        .param("id", twin.id().id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void oneAccountActsForOnePartyInACommittee() {
        var account = AccountId.random();
        var head = seat(east(), Role.HEAD, account);
        assertThatThrownBy(() -> seat(west(), Role.MEMBER, account)).isInstanceOf(DuplicateKeyException.class);
        assertThat(committees.seats(committee.id())).containsExactly(head);
    }

    @Test
    void oneAccountMayHoldSeveralSeatsOfItsPartyAndSeatsInOtherCommittees() {
        var account = AccountId.random();
        seat(east(), Role.HEAD, account);
        seat(east(), Role.MEMBER, account);
        var other = stage.found();
        stage.seated(Stage.seat(other.committee(), other.west().party(), Role.PRESS, account));
        assertThat(committees.memberships(account, noon(DAY))).hasSize(3);
    }

    @Test
    void seatsWithoutAnAccountAreOfAnyParty() {
        stage.seated(Stage.seat(committee, east(), Role.HEAD, null));
        stage.seated(Stage.seat(committee, west(), Role.HEAD, null));
        assertThat(committees.seats(committee.id())).hasSize(2);
    }

    @Test
    void seatedByBothPartiesAtTheSameMomentAnAccountActsForOne() throws Exception {
        for (int round = 0; round < 20; round++) {
            var account = AccountId.random();
            AtOnce.all(List.<Callable<Boolean>>of(() -> taken(east(), account), () -> taken(west(), account)));
            assertThat(committees.memberships(account, noon(DAY)))
                    .as("round %d", round)
                    .hasSize(1);
        }
    }

    private boolean taken(Party party, AccountId account) {
        try {
            seat(party, Role.MEMBER, account);
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    @Test
    void aSeatIsOfAPartyOfItsOwnCommittee() {
        var other = stage.found();
        var astray = Stage.seat(committee, other.east().party(), Role.HEAD, null);
        assertThatThrownBy(() -> stage.seated(astray)).isInstanceOf(DataAccessException.class);
        assertThat(committees.seats(committee.id())).isEmpty();
    }

    @Test
    void seatsStandByPartyThenPrecedence() {
        var member = seat(west(), Role.MEMBER, AccountId.random());
        var head = seat(east(), Role.HEAD, AccountId.random());
        assertThat(committees.seats(committee.id())).containsExactly(head, member);
    }

    @Test
    void membershipLastsFromTheFirstDayToTheLast() {
        var account = AccountId.random();
        seat(account, DAY, DAY.plusDays(1));
        var slug = committee.slug();
        assertThat(committees.membership(account, slug, noon(DAY.minusDays(1)))).isEmpty();
        assertThat(committees.membership(account, slug, noon(DAY))).isPresent();
        assertThat(committees.membership(account, slug, noon(DAY.plusDays(1)))).isPresent();
        assertThat(committees.membership(account, slug, noon(DAY.plusDays(2)))).isEmpty();
    }

    @Test
    void aMissingCommitteeAndOneWithoutASeatLookTheSame() {
        var account = AccountId.random();
        assertThat(committees.membership(account, committee.slug(), noon(DAY)))
                .isEqualTo(committees.membership(account, "no-such-committee", noon(DAY)))
                .isEmpty();
    }

    @Test
    void aSeatActsWhileItIsHeldByTheCommitteesOwnCalendar() {
        var seat = seat(AccountId.random(), DAY, DAY);
        // In Tunis the day begins at eleven in the evening of Greenwich.
        assertThat(committees.acts(seat, Instant.parse("2023-01-16T22:59:59Z"))).isFalse();
        assertThat(committees.acts(seat, Instant.parse("2023-01-16T23:00:00Z"))).isTrue();
        assertThat(committees.acts(seat, Instant.parse("2023-01-17T22:59:59Z"))).isTrue();
        assertThat(committees.acts(seat, Instant.parse("2023-01-17T23:00:00Z"))).isFalse();
    }

    @Test
    void aSeatThatNobodyGaveDoesNotAct() {
        var seat = seat(east(), Role.MEMBER, AccountId.random());
        var claimed = new Seat(
                seat.id(),
                seat.committee(),
                west().id(),
                seat.account(),
                Role.HEAD,
                seat.name(),
                seat.rank(),
                seat.office(),
                seat.precedence(),
                seat.from(),
                null);
        assertThat(committees.acts(seat, Stage.NOON)).isTrue();
        assertThat(committees.acts(claimed, Stage.NOON)).isFalse();
        assertThat(committees.acts(Stage.seat(committee, east(), Role.HEAD, null), Stage.NOON))
                .isFalse();
    }

    @Test
    void areasStandInTheOrderTheyWereAdded() {
        committees.addArea(committee.id(), text("Training"), 0, null, NOON);
        committees.addArea(committee.id(), text("Cyber"), 1, null, NOON);
        assertThat(committees.areas(committee.id()))
                .extracting(area -> area.name().en(), Area::introducedAt)
                .containsExactly(tuple("Training", 0), tuple("Cyber", 1));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.identity.AccountId;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

@OnStage
class EndedSeatsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    private Committees committees;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;
    private Seat secretary;

    @BeforeEach
    void found() {
        parties = stage.found();
        secretary = seat(parties.east(), Role.SECRETARY);
    }

    private Seat seat(Stage.Side side, Role role) {
        return stage.seated(Stage.seat(parties.committee(), side.party(), role, AccountId.random()));
    }

    @Test
    void anEndedSeatLosesItsRightsAtThatMomentAndKeepsItsPlaceInHistory() {
        var member = seat(parties.east(), Role.MEMBER);
        var account = Objects.requireNonNull(member.account());
        assertThat(committees.acts(member, NOON)).isTrue();

        assertThat(committees.end(member.id(), secretary, NOON)).isEqualTo(new Ending.Ended(member));

        assertThat(committees.acts(member, NOON)).isFalse();
        assertThat(committees.memberships(account, NOON.minusSeconds(1))).hasSize(1);
        assertThat(committees.memberships(account, NOON)).isEmpty();
        assertThat(committees.seats(parties.id())).extracting(Seat::id).contains(member.id());
        assertThat(committees.end(member.id(), secretary, NOON.plusSeconds(1))).isInstanceOf(Ending.Over.class);
    }

    @Test
    void nobodyButASecretaryOfTheSameSideEndsASeat() {
        var member = seat(parties.east(), Role.MEMBER);
        for (var other : List.of(seat(parties.west(), Role.SECRETARY), seat(parties.east(), Role.HEAD), member)) {
            assertThat(committees.end(member.id(), other, NOON)).isInstanceOf(Ending.NotYours.class);
        }
        assertThat(committees.acts(member, NOON)).isTrue();
    }

    @Test
    void theLastSecretaryWhoCanSignInStays() {
        assertThat(committees.end(secretary.id(), secretary, NOON)).isInstanceOf(Ending.LastSecretary.class);
        seat(parties.east(), Role.SECRETARY);
        assertThat(committees.end(secretary.id(), secretary, NOON)).isInstanceOf(Ending.Ended.class);
    }

    @Test
    void aSecretarysSeatThatItsHolderDoesNotActFromIsNoSecretary() {
        var account = Objects.requireNonNull(seat(parties.east(), Role.OBSERVER).account());
        stage.seated(Stage.seat(parties.committee(), parties.east().party(), Role.SECRETARY, account));
        var acts =
                committees.membership(account, parties.committee().slug(), NOON).orElseThrow();
        assertThat(acts.seat().role()).isEqualTo(Role.OBSERVER);
        assertThat(committees.end(secretary.id(), secretary, NOON)).isInstanceOf(Ending.LastSecretary.class);
    }

    @Test
    void twoSecretariesWhoEndEachOtherAtOnceLeaveOne() throws Exception {
        for (int round = 0; round < 10; round++) {
            found();
            var first = secretary;
            var second = seat(parties.east(), Role.SECRETARY);
            AtOnce.all(List.<Callable<Ending>>of(
                    () -> committees.end(second.id(), first, NOON), () -> committees.end(first.id(), second, NOON)));
            assertThat(List.of(committees.acts(first, NOON), committees.acts(second, NOON)))
                    .as("round %d", round)
                    .containsOnlyOnce(true);
        }
    }
}

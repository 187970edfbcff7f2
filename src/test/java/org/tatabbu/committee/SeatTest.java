// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.testing.Stage;

class SeatTest {
    private static final Committee COMMITTEE = Stage.committee();
    private static final LocalDate FROM = LocalDate.of(2023, 1, 16);

    private static Seat seat(Role role) {
        return Stage.seat(COMMITTEE, COMMITTEE.parties().getFirst(), role, null, FROM, FROM.plusDays(2));
    }

    private static Seat titled(PersonName name, LocalText rank, LocalText office) {
        var seat = seat(Role.HEAD);
        return new Seat(seat.id(), seat.committee(), seat.party(), null, Role.HEAD, name, rank, office, 1, FROM, null);
    }

    @ParameterizedTest
    @CsvSource({"2023-01-15, false", "2023-01-16, true", "2023-01-17, true", "2023-01-18, true", "2023-01-19, false"})
    void aSeatIsHeldFromItsFirstDayToItsLast(LocalDate day, boolean held) {
        assertThat(seat(Role.MEMBER).heldOn(day)).isEqualTo(held);
    }

    @Test
    void aSeatWithoutALastDayIsHeldUntilItIsGivenOne() {
        var open = Stage.seat(COMMITTEE, COMMITTEE.parties().getFirst(), Role.HEAD, null, FROM, null);
        assertThat(open.heldOn(LocalDate.of(2999, 12, 31))).isTrue();
        assertThat(open.heldOn(FROM.minusDays(1))).isFalse();
    }

    @Test
    void eachRightBelongsToItsRolesAlone() {
        assertThat(roles(Seat::writes)).containsExactly(Role.SECRETARY);
        assertThat(roles(Seat::adopts)).containsExactly(Role.HEAD, Role.ALTERNATE);
        assertThat(roles(Seat::publishes)).containsExactly(Role.SECRETARY, Role.PRESS);
        assertThat(roles(Seat::moderates)).containsExactly(Role.SECRETARY, Role.PRESS, Role.MODERATOR);
    }

    @Test
    void rankStandsBeforeName() {
        var named = titled(
                new PersonName("ليلى", "Layla"), new LocalText("اللواء", "", "Major General"), Stage.text("Office"));
        assertThat(named.title(Language.AR)).isEqualTo("اللواء ليلى");
        assertThat(named.title(Language.EN)).isEqualTo("Major General Layla");
        assertThat(named.title(Language.FR)).isEqualTo("Layla");
    }

    @Test
    void whoeverIsNotNamedIsCalledByTheirOffice() {
        var rank = Stage.text("Rank");
        assertThat(titled(PersonName.UNNAMED, rank, Stage.text("Inspector")).title(Language.EN))
                .isEqualTo("Inspector");
        assertThat(titled(PersonName.UNNAMED, rank, LocalText.NONE).title(Language.EN))
                .isEqualTo("Rank");
    }

    private static Role[] roles(Predicate<Seat> right) {
        return Arrays.stream(Role.values())
                .filter(role -> right.test(seat(role)))
                .toArray(Role[]::new);
    }
}

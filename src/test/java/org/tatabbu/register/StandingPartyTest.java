// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tatabbu.testing.Stage.ZONE;
import static org.tatabbu.testing.Stage.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

class StandingPartyTest {
    private static final LocalDate FRIDAY = LocalDate.of(2027, 1, 1);

    static StandingParty party(LocalText name, Set<DayOfWeek> weekend) {
        return new StandingParty(
                StandingPartyId.random(),
                name,
                text("East"),
                text("Eastern"),
                Language.AR,
                ZONE,
                weekend,
                List.of(FRIDAY.plusDays(2), FRIDAY.plusDays(2)));
    }

    @Test
    void itsOfficesRestOnItsOwnWeekendAndHolidays() {
        var party = party(text("Eastland"), Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));

        assertThat(IntStream.range(0, 4).mapToObj(FRIDAY::plusDays).map(party::worksOn))
                .containsExactly(false, false, false, true);
        assertThat(party.holidays()).hasSize(1);
    }

    @Test
    void itIsNamedInEveryLanguageAndWorksAtLeastOneDay() {
        assertThatThrownBy(() -> party(new LocalText("", "Nom", "Name"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> party(text("Eastland"), EnumSet.allOf(DayOfWeek.class)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretaryServesFromTheFirstDayToTheLast() {
        var one = new Secretary(StandingPartyId.random(), AccountId.random(), FRIDAY, FRIDAY.plusDays(1));

        assertThat(IntStream.range(-1, 3).mapToObj(FRIDAY::plusDays).map(one::heldOn))
                .containsExactly(false, true, true, false);
    }
}

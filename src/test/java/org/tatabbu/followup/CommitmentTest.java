// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tatabbu.adoption.ActId;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.testing.DefaultLocales;

class CommitmentTest {
    private static final LocalDate DUE = LocalDate.of(2023, 3, 31);
    private static final LocalDate AFTER = DUE.plusDays(12);

    private final PartyId owner = PartyId.random();
    private final PartyId other = PartyId.random();
    private final PartyId third = PartyId.random();
    private final List<Report> said = new ArrayList<>();

    private void says(PartyId party, Status status) {
        var note = new LocalText("", "", "note " + said.size());
        said.addFirst(new Report(party, status, note, SeatId.random(), Instant.EPOCH.plusSeconds(said.size())));
    }

    private Commitment commitment() {
        return new Commitment(
                CommitmentId.random(),
                CommitteeId.random(),
                ClauseId.random(),
                ActId.random(),
                "C-2023-004",
                LocalText.NONE,
                owner,
                LocalText.NONE,
                DUE,
                1,
                said);
    }

    @Test
    void onItsDueDayACommitmentIsNotYetOverdue() {
        assertThat(commitment().overdueOn(DUE)).isFalse();
        assertThat(commitment().overdueOn(DUE.plusDays(1))).isTrue();
        assertThat(commitment().daysLateOn(AFTER)).isEqualTo(12);
    }

    @Test
    void whatItsOwnerHasDoneIsNotOverdue() {
        says(owner, Status.DONE);
        assertThat(commitment().overdueOn(AFTER)).isFalse();
    }

    @Test
    void whatTheOtherPartyContradictsIsStillOverdue() {
        says(owner, Status.DONE);
        says(other, Status.UNDER_WAY);
        assertThat(commitment().overdueOn(AFTER)).isTrue();
    }

    @Test
    void nobodyButItsOwnerEndsACommitment() {
        says(other, Status.DONE);
        assertThat(commitment().overdueOn(AFTER)).isTrue();
    }

    @Test
    void noPartyWithdrawsAlone() {
        says(owner, Status.WITHDRAWN);
        assertThat(commitment().overdueOn(AFTER)).isTrue();
        says(other, Status.WITHDRAWN);
        assertThat(commitment().overdueOn(AFTER)).isFalse();
    }

    @Test
    void aPartyThatHasNotReportedHasNotBegunAndContradictsNobody() {
        says(owner, Status.DONE);
        assertThat(commitment().statusBy(other)).isEqualTo(Status.NOT_BEGUN);
        assertThat(commitment().latestBy(other)).isEmpty();
        assertThat(commitment().disputed()).isFalse();
    }

    @Test
    void onlyWhatAPartySaidLastCounts() {
        says(owner, Status.UNDER_WAY);
        says(other, Status.DONE);
        assertThat(commitment().disputed()).isTrue();
        says(owner, Status.DONE);
        assertThat(commitment().disputed()).isFalse();
        assertThat(commitment().statusBy(owner)).isEqualTo(Status.DONE);
        assertThat(commitment().reports()).hasSize(3);
    }

    @Test
    void oneOfThreePartiesIsEnoughForADispute() {
        says(owner, Status.DONE);
        says(other, Status.DONE);
        says(third, Status.BLOCKED);
        assertThat(commitment().disputed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, UNDER_WAY, true",
        "DONE, NOT_BEGUN, true",
        "DONE, BLOCKED, true",
        "DONE, WITHDRAWN, true",
        "WITHDRAWN, UNDER_WAY, true",
        "DONE, DONE, false",
        "WITHDRAWN, WITHDRAWN, false",
        "NOT_BEGUN, UNDER_WAY, false",
        "UNDER_WAY, BLOCKED, false"
    })
    void statusesContradictWhenOneIsAnEndThatTheOtherIsNot(Status one, Status other, boolean contradict) {
        assertThat(one.contradicts(other)).isEqualTo(contradict);
        assertThat(other.contradicts(one)).isEqualTo(contradict);
    }

    @Test
    void aNumberIsPrintedAlikeOnEveryMachine() {
        assertThat(DefaultLocales.each(() -> Commitment.number(2023, 4))).containsOnly("C-2023-004");
        assertThat(Commitment.number(2023, 1_204)).isEqualTo("C-2023-1204");
    }

    @Test
    void everyStatusHasAWordOfItsOwnInEveryLanguage() {
        for (var language : Language.ALL) {
            assertThat(Status.values())
                    .extracting(status -> status.label(language))
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
        }
    }
}

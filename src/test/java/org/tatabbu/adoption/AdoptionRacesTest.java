// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.noted;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.committee.Seat;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.Revision;
import org.tatabbu.minutes.Standing;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;
import tools.jackson.databind.json.JsonMapper;

/** What two people do at the same moment. */
@OnStage
class AdoptionRacesTest {
    private static final int ROUNDS = 40;

    @Autowired
    private Signers signers;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Minutes minutes;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;

    @BeforeEach
    void found() {
        parties = stage.found();
    }

    private Adoption adopt(Presentation presentation, Seat by) {
        return signers.adopt(presentation.id(), by, NOON);
    }

    private Revision edit(Presentation presentation) {
        var text = minutes.get(presentation.minutes().orElseThrow());
        var clause = text.clauses().getFirst();
        return minutes.revise(
                text.id(),
                clause.id(),
                clause.revision(),
                noted("other"),
                Set.of(),
                false,
                parties.west().secretary(),
                NOON);
    }

    @Test
    void bothHeadsAtTheSameMomentMakeOneAct() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            var presentation = stage.presented(parties, round);
            var both = AtOnce.<Adoption>all(List.of(
                    () -> adopt(presentation, parties.east().head()),
                    () -> adopt(presentation, parties.west().head())));
            assertThat(both).hasAtLeastOneElementOfType(Adoption.StillWaiting.class);
            assertThat(both).hasAtLeastOneElementOfType(Adoption.Complete.class);
            assertThat(adoptions.get(presentation.id()).signatures()).hasSize(2);
            assertThat(adoptions.register(parties.id())).hasSize(round);
        }
    }

    @Test
    void headAndAlternateAtTheSameMomentAdoptOnce() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            var presentation = stage.presented(parties, round);
            var both = AtOnce.<Adoption>all(List.of(
                    () -> adopt(presentation, parties.east().head()),
                    () -> adopt(presentation, parties.east().alternate())));
            assertThat(both).contains(new Adoption.Refused(Adoption.Reason.ALREADY));
            assertThat(adoptions.get(presentation.id()).signatures()).hasSize(1);
        }
    }

    @Test
    void anEditAndTheLastAdoptionAtTheSameMomentNeverBothHappen() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            var presentation = stage.presented(parties, round);
            adopt(presentation, parties.east().head());
            var both = AtOnce.<Object>all(
                    List.of(() -> adopt(presentation, parties.west().head()), () -> edit(presentation)));
            var text = minutes.get(presentation.minutes().orElseThrow());
            var said = text.clauses().getFirst().text();
            if (both.getFirst() instanceof Adoption.Complete) {
                assertThat(both.getLast()).isEqualTo(new Revision.Closed());
                assertThat(text.standing()).isEqualTo(Standing.ADOPTED);
                var record = JsonMapper.shared().readTree(adoptions.record(presentation.id()));
                assertThat(record.at("/clauses/0/text/en").asString()).isEqualTo(said.en());
            } else {
                assertThat(both.getFirst()).isEqualTo(new Adoption.Refused(Adoption.Reason.OVER));
                assertThat(both.getLast()).isInstanceOf(Revision.Written.class);
                assertThat(adoptions.actOf(presentation.text())).isEmpty();
                assertThat(said).isEqualTo(Stage.text("other"));
            }
        }
    }

    @Test
    void anAdoptionAndAReturnAtTheSameMomentNeverBothHappen() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            var presentation = stage.presented(parties, round);
            adopt(presentation, parties.east().head());
            var both = AtOnce.<Adoption>all(List.of(
                    () -> adopt(presentation, parties.west().head()),
                    () -> adoptions.giveBack(
                            presentation.id(), "Name it.", parties.east().alternate(), NOON)));
            assertThat(both).contains(new Adoption.Refused(Adoption.Reason.OVER));
            assertThat(adoptions.actOf(presentation.text()).isPresent())
                    .isEqualTo(both.getFirst() instanceof Adoption.Complete);
        }
    }

    @Test
    void aTextPresentedByBothSecretariesAtTheSameMomentIsPresentedOnce() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            var text = stage.written(parties, round, noted("x"));
            var both = AtOnce.<Presenting>all(List.of(
                    () -> adoptions.present(text, parties.east().secretary(), NOON),
                    () -> adoptions.present(text, parties.west().secretary(), NOON)));
            assertThat(both).contains(new Presenting.NotADraft());
            assertThat(both).hasAtLeastOneElementOfType(Presenting.Presented.class);
        }
    }

    @Test
    void textsAdoptedAtTheSameMomentAreNumberedWithoutGapOrTwin() throws Exception {
        var presentations = IntStream.rangeClosed(1, 20)
                .mapToObj(meeting -> stage.presented(parties, meeting))
                .toList();
        presentations.forEach(one -> adopt(one, parties.east().head()));
        var outcomes = AtOnce.<Adoption>all(presentations.stream()
                .<Callable<Adoption>>map(one -> () -> adopt(one, parties.west().head()))
                .toList());
        assertThat(outcomes).hasOnlyElementsOfType(Adoption.Complete.class);
        assertThat(adoptions.register(parties.id()))
                .extracting(Act::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(n -> 21 - n).toList());
    }
}

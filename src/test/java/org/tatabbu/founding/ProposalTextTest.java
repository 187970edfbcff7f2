// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tatabbu.testing.Stage.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tatabbu.committee.Preset;
import org.tatabbu.committee.Rule;

class ProposalTextTest {
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    static Proposal.Found founding(String slug, List<UUID> parties) {
        return new Proposal.Found(
                slug,
                text("Name"),
                text("Purpose"),
                text("Authority"),
                text("Mandate"),
                null,
                "Africa/Tunis",
                Preset.CO_CHAIRED,
                parties,
                List.of(text("Water")));
    }

    static Stream<Proposal> proposals() {
        return Stream.of(
                founding("joint-water", List.of(ONE, OTHER)),
                new Proposal.Rename(ONE, text("A"), text("B"), text("C"), text("D")),
                new Proposal.SetRule(ONE, Rule.PAPERS_DAYS, "7", "3", LocalDate.of(2027, 1, 31), "Ramadan"),
                new Proposal.SetRule(ONE, Rule.DECISION, "CONSENT", "MAJORITY", null, ""),
                new Proposal.AddArea(ONE, text("Water")),
                new Proposal.RenameArea(ONE, OTHER, text("Water"), text("Rivers")));
    }

    @ParameterizedTest
    @MethodSource("proposals")
    void whatIsReadFromTheBytesIsWhatWasProposed(Proposal proposal) {
        assertThat(ProposalText.of(JointActId.random(), proposal).proposal()).isEqualTo(proposal);
    }

    @ParameterizedTest
    @MethodSource("proposals")
    void theSameProposalMadeAgainHasADigestOfItsOwn(Proposal proposal) {
        assertThat(ProposalText.of(JointActId.random(), proposal).digest())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(ProposalText.of(JointActId.random(), proposal).digest());
    }

    @Test
    void aCommitteeHasTwoPartiesAndAnAddress() {
        assertThatThrownBy(() -> founding("joint-water", List.of(ONE))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> founding("joint-water", List.of(ONE, ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> founding("Joint Water", List.of(ONE, OTHER)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

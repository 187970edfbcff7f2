// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.language.Language.AR;
import static org.tatabbu.language.Language.EN;
import static org.tatabbu.language.Language.FR;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.testing.Stage;

class ClauseTest {
    private static final LocalText TEXT = new LocalText("نص", "Texte", "Text");
    private static final Bracket BRACKET = new Bracket(PartyId.random(), Stage.text("other"), Instant.EPOCH);

    private static Clause clause(int number, LocalText text, int revision, Map<Language, Integer> matches) {
        return clause(number, text, revision, matches, List.of());
    }

    private static Clause clause(
            int number, LocalText text, int revision, Map<Language, Integer> matches, List<Bracket> brackets) {
        return new Clause(ClauseId.random(), number, Verb.AGREED, text, "", null, null, revision, matches, brackets);
    }

    private static Clause even(int revision) {
        return clause(1, TEXT, revision, Map.of(AR, revision, FR, revision, EN, revision));
    }

    private static MinutesText text(Clause... clauses) {
        return new MinutesText(
                MinutesId.random(), CommitteeId.random(), MeetingId.random(), Standing.DRAFT, List.of(clauses));
    }

    @Test
    void aLanguageThatSaysTheLatestRevisionDoesNotLag() {
        assertThat(even(3).lagging()).isEmpty();
    }

    @Test
    void aLanguageThatSaysAnEarlierRevisionLags() {
        assertThat(clause(1, TEXT, 3, Map.of(AR, 3, FR, 2, EN, 3)).lagging()).containsExactly(FR);
    }

    @Test
    void aLanguageNotYetWrittenLagsWhateverItSaysItMatches() {
        var bare = new LocalText("نص", "", "Text");
        assertThat(clause(1, bare, 1, Map.of(AR, 1, FR, 1)).lagging()).containsExactly(FR, EN);
    }

    @Test
    void whatChangedMatchesAndWhatDidNotLags() {
        assertThat(even(1).matching(TEXT.with(AR, "نص جديد"), Set.of())).containsExactly(AR);
    }

    @Test
    void whatIsVouchedForMatchesThoughItDidNotChange() {
        assertThat(even(1).matching(TEXT.with(AR, "نص جديد"), Set.of(FR))).containsExactly(AR, FR);
    }

    @Test
    void whereNoTextChangedEachLanguageKeepsItsPlace() {
        var late = clause(1, TEXT, 2, Map.of(AR, 2, FR, 1, EN, 2));
        assertThat(late.matching(TEXT, Set.of())).containsExactly(AR, EN);
        assertThat(late.matching(TEXT, Set.of(FR))).containsExactly(AR, FR, EN);
    }

    @Test
    void aTextTakenAwayMatchesNothingEvenWhenVouchedFor() {
        assertThat(even(1).matching(TEXT.with(FR, ""), Set.of(FR, EN))).containsExactly(EN);
    }

    @Test
    void minutesWithoutAClauseAreNotPresented() {
        assertThat(text().obstacles()).containsExactly(new Obstacle.NoClause());
    }

    @Test
    void everyOpenBracketAndEveryLaggingLanguageStandsInTheWay() {
        var disputed = clause(2, TEXT, 1, Map.of(AR, 1, FR, 1, EN, 1), List.of(BRACKET));
        var both = clause(3, TEXT, 2, Map.of(AR, 1, FR, 1, EN, 2), List.of(BRACKET));
        assertThat(text(even(1), disputed, both).obstacles())
                .containsExactly(
                        new Obstacle.OpenBracket(2),
                        new Obstacle.OpenBracket(3),
                        new Obstacle.Lagging(3, AR),
                        new Obstacle.Lagging(3, FR));
        assertThat(text(even(1)).obstacles()).isEmpty();
    }

    @Test
    void anObstacleIsSaidInTheReadersLanguage() {
        for (var reader : Language.ALL) {
            assertThat(new Obstacle.Lagging(7, AR).said(reader)).contains("7", AR.ownName());
            assertThat(new Obstacle.OpenBracket(7).said(reader)).contains("7");
            assertThat(new Obstacle.NoClause().said(reader)).isNotEmpty();
        }
    }

    @Test
    void onlyAgreedUndertookAndDecidedBind() {
        assertThat(Arrays.stream(Verb.values()).filter(Verb::binds))
                .containsExactly(Verb.AGREED, Verb.UNDERTOOK, Verb.DECIDED);
    }

    @Test
    void everyVerbHasAWordOfItsOwnInEveryLanguage() {
        for (var language : Language.ALL) {
            assertThat(Verb.values())
                    .extracting(verb -> MinutesWords.in(language).verb(verb.name()))
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
        }
    }
}

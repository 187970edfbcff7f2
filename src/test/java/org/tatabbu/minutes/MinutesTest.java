// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.noted;
import static org.tatabbu.testing.Stage.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

@OnStage
class MinutesTest {
    @Autowired
    private Minutes minutes;

    @Autowired
    private Stage stage;

    @Autowired
    private JdbcClient sql;

    private Stage.Parties parties;
    private MinutesId id;

    @BeforeEach
    void open() {
        parties = stage.found();
        id = stage.written(parties, 1, noted("the progress"));
    }

    private Seat east() {
        return parties.east().secretary();
    }

    private Seat west() {
        return parties.west().secretary();
    }

    private Clause first() {
        return minutes.get(id).clauses().getFirst();
    }

    private Revision revise(int seen, String said, Seat by) {
        return minutes.revise(id, first().id(), seen, noted(said), Set.of(), false, by, NOON);
    }

    /** Everything that writes, each as this seat. */
    private List<Revision> everyWrite(Seat by) {
        var now = first();
        return List.of(
                minutes.add(id, noted("more"), by, NOON),
                minutes.revise(id, now.id(), now.revision(), noted("other"), Set.of(), false, by, NOON),
                minutes.bracket(id, now.id(), text("alternative"), by, NOON));
    }

    @Test
    void aClauseIsReadAsItWasWritten() {
        var owed = Stage.owed(parties.west().party(), "train");
        minutes.add(id, owed, west(), NOON);
        var clause = minutes.get(id).clauses().getLast();
        assertThat(new ClauseDraft(clause.verb(), clause.text(), clause.item(), clause.speaker(), clause.promise()))
                .isEqualTo(owed);
        assertThat(clause.number()).isEqualTo(2);
        assertThat(clause.revision()).isEqualTo(1);
        assertThat(clause.lagging()).isEmpty();
        assertThat(minutes.get(id).standing()).isEqualTo(Standing.DRAFT);
        assertThat(minutes.of(minutes.get(id).meeting())).contains(minutes.get(id));
    }

    @Test
    void aMeetingHasItsMinutesOnce() {
        var meeting = stage.plan(parties, 2);
        assertThat(minutes.of(meeting.id())).isEmpty();
        minutes.open(meeting, null, NOON);
        assertThatThrownBy(() -> minutes.open(meeting, null, NOON)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theSecondOfTwoWritersIsShownWhatTheFirstWrote() {
        assertThat(revise(1, "first", east())).isEqualTo(new Revision.Written(first().id(), false));
        var theirs = first();
        assertThat(revise(1, "second", west())).isEqualTo(new Revision.Overtaken(theirs));
        assertThat(theirs.text()).isEqualTo(text("first"));
        assertThat(first()).isEqualTo(theirs);
    }

    @Test
    void ofTwoWritersAtTheSameMomentOneIsOvertakenByTheOthersText() throws Exception {
        for (int round = 1; round <= 20; round++) {
            int seen = round;
            var both = AtOnce.<Revision>all(
                    List.of(() -> revise(seen, "east " + seen, east()), () -> revise(seen, "west " + seen, west())));
            assertThat(both).hasAtLeastOneElementOfType(Revision.Written.class);
            assertThat(both).contains(new Revision.Overtaken(first()));
            assertThat(first().revision()).isEqualTo(round + 1);
        }
    }

    @Test
    void clausesAddedAtTheSameMomentHaveNumbersWithoutGapOrTwin() throws Exception {
        AtOnce.<Revision>all(IntStream.range(0, 12)
                .<Callable<Revision>>mapToObj(
                        n -> () -> minutes.add(id, noted("n" + n), n % 2 == 0 ? east() : west(), NOON))
                .toList());
        assertThat(minutes.get(id).clauses())
                .extracting(Clause::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 13).boxed().toList());
    }

    @Test
    void aLanguageLagsUntilItIsWrittenOrVouchedFor() {
        var now = first();
        var changed = new ClauseDraft(Verb.NOTED, now.text().with(Language.EN, "Said anew"), "", null, null);
        minutes.revise(id, now.id(), 1, changed, Set.of(Language.AR), false, east(), NOON);
        assertThat(first().lagging()).containsExactly(Language.FR);
        minutes.revise(id, now.id(), 2, changed, Set.of(Language.FR), false, west(), NOON);
        assertThat(first().lagging()).isEmpty();
        assertThat(first().revision()).isEqualTo(3);
    }

    @Test
    void aPartyHasOneAlternativeInAClauseAndLiftsItItself() {
        minutes.bracket(id, first().id(), text("one"), east(), NOON);
        minutes.bracket(id, first().id(), text("two"), east(), NOON.plusSeconds(1));
        minutes.bracket(id, first().id(), text("three"), west(), NOON.plusSeconds(2));
        assertThat(first().brackets())
                .containsExactly(
                        new Bracket(parties.east().party().id(), text("two"), NOON.plusSeconds(1)),
                        new Bracket(parties.west().party().id(), text("three"), NOON.plusSeconds(2)));
        revise(1, "still two views", east());
        assertThat(first().disputed()).isTrue();
        minutes.revise(id, first().id(), 2, noted("one view"), Set.of(), true, east(), NOON);
        assertThat(first().brackets())
                .as("East lifts its own alternative, never West's.")
                .extracting(Bracket::party)
                .containsExactly(parties.west().party().id());
        minutes.revise(id, first().id(), 3, noted("one view for both"), Set.of(), true, west(), NOON);
        assertThat(first().disputed()).isFalse();
    }

    @Test
    void anAlternativeStandsInEveryLanguage() {
        assertThat(minutes.bracket(id, first().id(), new LocalText("نص", "", "Text"), east(), NOON))
                .isInstanceOf(Revision.Unfit.class);
        assertThat(first().brackets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"turned \u202Eround", "mark \u200F", "bell \u0007", "nul \u0000", "half \uD800"})
    void whatMayNotEnterTheRecordIsNotWritten(String odd) {
        var bare = new LocalText("نص", "Texte", odd);
        var promise = new Promise(parties.east().party().id(), bare, Stage.DUE);
        assertThat(List.of(
                        minutes.add(id, new ClauseDraft(Verb.NOTED, bare, "", null, null), east(), NOON),
                        minutes.add(id, new ClauseDraft(Verb.AGREED, text("x"), "", null, promise), east(), NOON),
                        minutes.add(id, new ClauseDraft(Verb.NOTED, text("x"), odd, null, null), east(), NOON),
                        minutes.bracket(id, first().id(), bare, east(), NOON)))
                .hasOnlyElementsOfType(Revision.Unfit.class);
        assertThat(minutes.get(id).clauses()).hasSize(1);
    }

    @Test
    void whatIsWrittenIsComposedFirst() {
        var typed = new LocalText("ا\u0653", "e\u0301", "a\r\nb");
        var promise = new Promise(parties.east().party().id(), typed, Stage.DUE);
        minutes.add(id, new ClauseDraft(Verb.AGREED, typed, "e\u0301", null, promise), east(), NOON);
        var composed = new LocalText("آ", "é", "a\nb");
        var clause = minutes.get(id).clauses().getLast();
        assertThat(clause.text()).isEqualTo(composed);
        assertThat(clause.item()).isEqualTo("é");
        assertThat(clause.promise()).isEqualTo(new Promise(promise.owner(), composed, Stage.DUE));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsOwedUnderAVerbThatDoesNotBind(Verb verb) {
        var owed = Stage.owed(parties.east().party(), "train");
        var draft = new ClauseDraft(verb, owed.text(), "", null, owed.promise());
        assertThat(minutes.add(id, draft, east(), NOON) instanceof Revision.Written)
                .isEqualTo(verb.binds());
    }

    @Test
    void somethingIsOwedByABodyNamedInEveryLanguage() {
        var promise = new Promise(parties.east().party().id(), new LocalText("وزارة", "", "Ministry"), Stage.DUE);
        var draft = new ClauseDraft(Verb.DECIDED, text("train"), "", null, promise);
        assertThat(minutes.add(id, draft, east(), NOON)).isInstanceOf(Revision.Unfit.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SECRETARY")
    void onlySecretariesWrite(Role role) {
        var seat = stage.seated(Stage.seat(parties.committee(), parties.east().party(), role, null));
        assertThat(everyWrite(seat)).hasSize(3).containsOnly(new Revision.NotYours());
    }

    @Test
    void aSecretaryOfAnotherCommitteeDoesNotWrite() {
        assertThat(everyWrite(stage.found().east().secretary())).containsOnly(new Revision.NotYours());
    }

    @Test
    void aSecretaryWritesOnlyWhileTheSeatIsHeld() {
        var day = LocalDate.ofInstant(NOON, Stage.ZONE);
        var party = parties.east().party();
        var former = stage.seated(
                Stage.seat(parties.committee(), party, Role.SECRETARY, null, day.minusYears(1), day.minusDays(1)));
        var coming = stage.seated(Stage.seat(parties.committee(), party, Role.SECRETARY, null, day.plusDays(1), null));
        var today = stage.seated(Stage.seat(parties.committee(), party, Role.SECRETARY, null, day, day));
        assertThat(everyWrite(former)).containsOnly(new Revision.NotYours());
        assertThat(everyWrite(coming)).containsOnly(new Revision.NotYours());
        assertThat(everyWrite(today)).hasOnlyElementsOfType(Revision.Written.class);
    }

    @Test
    void aSeatThatNobodyGaveDoesNotWrite() {
        assertThat(everyWrite(Stage.seat(parties.committee(), parties.west().party(), Role.SECRETARY, null)))
                .containsOnly(new Revision.NotYours());
    }

    @Test
    void anAdoptedTextIsNeverWrittenAgain() {
        minutes.stand(id, Standing.ADOPTED);
        var before = minutes.get(id);
        assertThat(everyWrite(east())).containsOnly(new Revision.Closed());
        for (var standing : Standing.values()) {
            assertThatThrownBy(() -> minutes.stand(id, standing)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(minutes.get(id)).isEqualTo(before);
    }

    @Test
    void everyRevisionStaysInTheHistory() {
        revise(1, "second", west());
        var said = sql.sql("select text from minutes.clause_history where clause = :id order by revision")
                .param("id", first().id().id())
                .query((row, n) -> LocalText.ofJson(row.getString("text")))
                .list();
        assertThat(said).containsExactly(text("the progress"), text("second"));
    }

    @Test
    void aReaderNeverSeesHalfOfWhatIsBeingWritten() throws Exception {
        var torn = new ArrayList<Clause>();
        AtOnce.<Boolean>all(List.of(
                () -> {
                    for (int seen = 1; seen <= 150; seen++) {
                        revise(seen, "revision " + (seen + 1), east());
                    }
                    return true;
                },
                () -> {
                    for (int i = 0; i < 300; i++) {
                        var clause = first();
                        if (clause.revision() > 1 && !clause.text().equals(text("revision " + clause.revision()))) {
                            torn.add(clause);
                        }
                    }
                    return true;
                }));
        assertThat(torn).isEmpty();
    }
}

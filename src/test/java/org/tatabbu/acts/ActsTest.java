// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.ActId;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.Verb;
import org.tatabbu.original.ActKind;
import org.tatabbu.procedure.Procedures;
import org.tatabbu.procedure.Step;
import org.tatabbu.procedure.Writing;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;

/** What the sides record on acts, through the door. */
@OnStage
class ActsTest {
    private static final LocalDate DAY = LocalDate.of(2023, 2, 1);

    @Autowired
    private Acts acts;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Signers signers;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;
    private Seat east;
    private Seat west;

    @BeforeEach
    void found() {
        parties = stage.found();
        east = parties.east().secretary();
        west = parties.west().secretary();
    }

    private Act adopted(ActKind kind, String title) {
        return adopted(parties, kind, title);
    }

    private Act adopted(Stage.Parties by, ActKind kind, String title) {
        return adopted(by, kind, title, NOON);
    }

    private Act adopted(Stage.Parties by, ActKind kind, String title, Instant at) {
        var writing =
                new Writing(kind, text(title), List.of(new Writing.Line(Verb.DECIDED, text("clause of " + title))));
        var head = by.east().head();
        var id = ((Step.Done) procedures.begin(writing, head, at)).text();
        procedures.open(id, 1, at.plus(Duration.ofDays(7)), head, at);
        var presentation = adoptions.latestOf(id).orElseThrow().id();
        signers.adopt(presentation, head, at);
        signers.adopt(presentation, by.west().head(), at);
        return adoptions.actOf(id).orElseThrow();
    }

    private RegisteredAct found(Act act) {
        return acts.find(parties.id(), act.path()).orElseThrow();
    }

    private UUID proposal(Act act) {
        return Objects.requireNonNull(found(act).proposal()).id();
    }

    private static Particulars from(LocalDate day, Link... links) {
        return new Particulars(day, text("Article 3"), false, List.of(links));
    }

    private void recorded(Act act, Particulars said) {
        assertThat(acts.propose(act.id(), said, east, NOON)).isEqualTo(new Recording.Waiting());
        assertThat(acts.confirm(act.id(), proposal(act), west, NOON)).isEqualTo(new Recording.Recorded());
    }

    private Recording proposed(Act act, Link.Relation relation, ActId target) {
        return acts.propose(act.id(), from(DAY, new Link(relation, target)), east, NOON);
    }

    @Test
    void everyKindHasNumbersAndAddressesOfItsOwn() {
        var decision = adopted(ActKind.DECISION, "one");
        var statement = adopted(ActKind.STATEMENT, "two");
        var second = adopted(ActKind.DECISION, "three");
        assertThat(List.of(decision.path(), statement.path(), second.path()))
                .containsExactly("/acts/decisions/2023/1", "/acts/statements/2023/1", "/acts/decisions/2023/2");
        assertThat(acts.of(parties.id())).extracting(one -> one.heading().en()).containsExactly("three", "two", "one");
    }

    @Test
    void whatOneSideProposesStandsOnceTheOtherAgrees() {
        var act = adopted(ActKind.DECISION, "one");
        assertThat(found(act).on(DAY)).isEqualTo(Standing.NO_DAY);
        acts.propose(act.id(), from(DAY), east, NOON);
        assertThat(found(act).said()).isEqualTo(Particulars.NONE);
        assertThat(acts.confirm(act.id(), proposal(act), east, NOON)).isEqualTo(new Recording.NotYours());
        assertThat(acts.confirm(act.id(), proposal(act), west, NOON)).isEqualTo(new Recording.Recorded());
        assertThat(found(act).said()).isEqualTo(from(DAY));
        assertThat(found(act).on(DAY.minusDays(1))).isEqualTo(Standing.NOT_YET);
        assertThat(found(act).on(DAY)).isEqualTo(Standing.IN_FORCE);
    }

    @Test
    void aSecondProposalMeetsTheFirst() {
        var act = adopted(ActKind.DECISION, "one");
        acts.propose(act.id(), from(DAY), east, NOON);
        var first = found(act).proposal();
        assertThat(acts.propose(act.id(), from(DAY.plusDays(1)), west, NOON)).isEqualTo(new Recording.Overtaken(first));
        assertThat(acts.drop(act.id(), proposal(act), west, NOON)).isEqualTo(new Recording.Recorded());
        assertThat(acts.confirm(act.id(), Objects.requireNonNull(first).id(), west, NOON))
                .isEqualTo(new Recording.Overtaken(null));
        assertThat(found(act).said()).isEqualTo(Particulars.NONE);
    }

    @Test
    void proposalsOfBothSidesAtTheSameMomentAreOneProposal() throws Exception {
        for (int round = 0; round < 10; round++) {
            var act = adopted(ActKind.DECISION, "round " + round);
            var both = AtOnce.<Recording>all(List.of(
                    () -> acts.propose(act.id(), from(DAY), east, NOON),
                    () -> acts.propose(act.id(), from(DAY), west, NOON)));
            assertThat(both).contains(new Recording.Waiting());
            assertThat(both).hasAtLeastOneElementOfType(Recording.Overtaken.class);
        }
    }

    @Test
    void anActChangesOnlyEarlierActsOfItsOwnCommittee() {
        var first = adopted(ActKind.DECISION, "one");
        var second = adopted(ActKind.DECISION, "two");
        var stranger = adopted(stage.found(), ActKind.DECISION, "elsewhere");
        var repeals = Link.Relation.REPEALS;
        assertThat(proposed(first, repeals, first.id())).isEqualTo(new Recording.Unfit(Recording.Reason.ITSELF));
        assertThat(proposed(first, repeals, second.id())).isEqualTo(new Recording.Unfit(Recording.Reason.LATER));
        assertThat(proposed(first, repeals, stranger.id())).isEqualTo(new Recording.Unfit(Recording.Reason.UNKNOWN));
        recorded(second, from(DAY, new Link(repeals, first.id())));
        var third = adopted(ActKind.DECISION, "three");
        assertThat(proposed(third, Link.Relation.AMENDS, first.id()))
                .isEqualTo(new Recording.Unfit(Recording.Reason.REPEALED));
    }

    @Test
    void aRepealBitesWhenTheActThatMakesItIsInForce() {
        var first = adopted(ActKind.DECISION, "one");
        var second = adopted(ActKind.DECISION, "two");
        recorded(first, from(LocalDate.of(2023, 1, 17)));
        recorded(second, from(DAY, new Link(Link.Relation.REPEALS, first.id())));
        assertThat(found(first).repealedBy()).containsExactly(second);
        assertThat(found(first).on(DAY.minusDays(1))).isEqualTo(Standing.IN_FORCE);
        assertThat(found(first).on(DAY)).isEqualTo(Standing.REPEALED);
    }

    @Test
    void aPartyAloneSpeaksOfItsOwnProceduresAndTheyHoldTheActBack() {
        var act = adopted(ActKind.DECISION, "one");
        recorded(act, from(DAY));
        var party = west.party();
        assertThat(acts.notify(act.id(), new Domestic(party, true, null), east, NOON))
                .isEqualTo(new Recording.NotYours());
        assertThat(acts.notify(act.id(), new Domestic(party, true, null), west, NOON))
                .isEqualTo(new Recording.Recorded());
        assertThat(found(act).on(DAY)).isEqualTo(Standing.NOT_YET);
        for (var wrong : List.of(LocalDate.of(2023, 1, 16), LocalDate.of(2023, 1, 18))) {
            assertThat(acts.notify(act.id(), new Domestic(party, true, wrong), west, NOON))
                    .isEqualTo(new Recording.Unfit(Recording.Reason.DAY));
        }
        var today = LocalDate.of(2023, 1, 17);
        acts.notify(act.id(), new Domestic(party, true, today), west, NOON);
        assertThat(found(act).domesticOf(party)).contains(new Domestic(party, true, today));
        assertThat(found(act).on(DAY)).isEqualTo(Standing.IN_FORCE);
    }

    @Test
    void nothingIsPublicUntilBothSidesOpenIt() {
        var act = adopted(ActKind.DECISION, "one");
        var open = new Particulars(DAY, LocalText.NONE, true, List.of());
        acts.propose(act.id(), open, east, NOON);
        assertThat(acts.isPublic(act.id())).isFalse();
        acts.confirm(act.id(), proposal(act), west, NOON);
        assertThat(acts.isPublic(act.id())).isTrue();
        recorded(act, from(DAY));
        assertThat(acts.isPublic(act.id())).isFalse();
    }

    @Test
    void hostileParticularsAreNotKept() {
        var act = adopted(ActKind.DECISION, "one");
        for (var basis : List.of(new LocalText("أ", "", ""), text("a\u202Eb"), text("x".repeat(501)))) {
            assertThat(acts.propose(act.id(), new Particulars(DAY, basis, false, List.of()), east, NOON))
                    .isEqualTo(new Recording.Unfit(Recording.Reason.TEXT));
        }
        assertThat(acts.propose(act.id(), from(LocalDate.of(2023, 1, 16)), east, NOON))
                .isEqualTo(new Recording.Unfit(Recording.Reason.DAY));
    }

    @Test
    void onlySecretariesOfTheCommitteeRecord() {
        var act = adopted(ActKind.DECISION, "one");
        for (var seat : List.of(
                parties.east().head(),
                parties.east().alternate(),
                stage.found().east().secretary())) {
            assertThat(acts.propose(act.id(), from(DAY), seat, NOON)).isEqualTo(new Recording.NotYours());
        }
        assertThat(acts.find(stage.found().id(), act.path())).isEmpty();
    }

    @Test
    void aSearchFindsWordsHoweverTheyAreWritten() {
        var act = adopted(ActKind.DECISION, "Résumé of the Commission");
        adopted(ActKind.STATEMENT, "other");
        var all = acts.of(parties.id());
        assertThat(Wanted.of(Map.of("words", "RESUME commission")).among(all, DAY))
                .extracting(RegisteredAct::act)
                .containsExactly(act);
        assertThat(Wanted.of(Map.of("kind", "STATEMENT", "year", "2023")).among(all, DAY))
                .hasSize(1);
        assertThat(Wanted.of(Map.of("year", "1999")).among(all, DAY)).isEmpty();
        assertThat(Wanted.of(Map.of("standing", "NO_DAY")).among(all, DAY)).hasSize(2);
    }

    private void asked(LocalDate day, Map<String, String> wanted, Act... expected) {
        assertThat(Wanted.of(wanted).among(acts.of(parties.id()), day))
                .as(wanted.toString())
                .extracting(RegisteredAct::act)
                .containsExactlyInAnyOrder(expected);
    }

    @Test
    void eachStandingIsAnsweredWithItsOwnActsAlone() {
        var repealed = adopted(ActKind.DECISION, "repealed");
        var awaiting = adopted(ActKind.DECISION, "awaiting");
        var heldBack = adopted(ActKind.DECISION, "held back");
        var unsaid = adopted(ActKind.DECISION, "unsaid");
        var repealing = adopted(ActKind.DECISION, "repealing");
        recorded(repealed, from(DAY.minusDays(1)));
        recorded(awaiting, from(DAY.plusDays(1)));
        recorded(heldBack, from(DAY));
        acts.notify(heldBack.id(), new Domestic(west.party(), true, null), west, NOON);
        recorded(repealing, from(DAY, new Link(Link.Relation.REPEALS, repealed.id())));

        asked(DAY, Map.of("standing", "IN_FORCE"), repealing);
        asked(DAY, Map.of("standing", "REPEALED"), repealed);
        asked(DAY, Map.of("standing", "NOT_YET"), awaiting, heldBack);
        asked(DAY, Map.of("standing", "NO_DAY"), unsaid);
        asked(DAY, Map.of("standing", ""), repealed, awaiting, heldBack, unsaid, repealing);

        asked(DAY.minusDays(1), Map.of("standing", "IN_FORCE"), repealed);
        asked(DAY.minusDays(1), Map.of("standing", "REPEALED"));
        asked(DAY.plusDays(1), Map.of("standing", "IN_FORCE"), repealing, awaiting);
    }

    @Test
    void kindAndYearAreEachAnsweredWithTheirOwnActsAlone() {
        var decision = adopted(ActKind.DECISION, "decision");
        var statement = adopted(ActKind.STATEMENT, "statement");
        var later = NOON.plus(Duration.ofDays(365));
        var laterDecision = adopted(parties, ActKind.DECISION, "later decision", later);
        var recommendation = adopted(parties, ActKind.RECOMMENDATION, "recommendation", later);

        asked(DAY, Map.of("kind", "DECISION"), decision, laterDecision);
        asked(DAY, Map.of("kind", "STATEMENT"), statement);
        asked(DAY, Map.of("kind", "RECOMMENDATION"), recommendation);
        asked(DAY, Map.of("kind", "CONCLUSIONS"));
        asked(DAY, Map.of("year", "2023"), decision, statement);
        asked(DAY, Map.of("year", "2024"), laterDecision, recommendation);
        asked(DAY, Map.of("kind", "DECISION", "year", "2024"), laterDecision);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.noted;
import static org.tatabbu.testing.Stage.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.ClauseDraft;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.Obstacle;
import org.tatabbu.minutes.Revision;
import org.tatabbu.minutes.Standing;
import org.tatabbu.statement.CanonicalJson;
import org.tatabbu.statement.Digest;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@OnStage
class AdoptionsTest {
    private static final String REASON = "Clause 1 should name the ministry.";

    @Autowired
    private Signers signers;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Minutes minutes;

    @Autowired
    private Stage stage;

    @Autowired
    private JdbcClient sql;

    private Stage.Parties parties;
    private MinutesId id;

    @BeforeEach
    void write() {
        parties = stage.found();
        id = stage.written(
                parties, 1, noted("the progress"), Stage.owed(parties.west().party(), "train"));
    }

    private Seat east() {
        return parties.east().head();
    }

    private Seat west() {
        return parties.west().head();
    }

    private Adoption adopt(Presentation presentation, Seat by) {
        return signers.adopt(presentation.id(), by, NOON);
    }

    private Act adopted(Presentation presentation) {
        adopt(presentation, east());
        if (adopt(presentation, west()) instanceof Adoption.Complete done) {
            return done.act();
        }
        throw new AssertionError("Not adopted");
    }

    private Clause first() {
        return minutes.get(id).clauses().getFirst();
    }

    private Revision edit(Seat by) {
        return minutes.revise(id, first().id(), first().revision(), noted("other"), Set.of(), false, by, NOON);
    }

    private Signature signature(Seat by, Presentation presentation) {
        return new Signature(
                by.party(),
                by.id(),
                signers.mandate(by).id(),
                presentation.digest(),
                NOON,
                NOON.plus(Duration.ofDays(30)));
    }

    private static Adoption refused(Adoption.Reason reason) {
        return new Adoption.Refused(reason);
    }

    @Test
    void aTextIsAnActOnceEveryPartyHasAdoptedIt() {
        var presentation = stage.presented(parties, id);
        assertThat(adopt(presentation, west()))
                .isEqualTo(new Adoption.StillWaiting(List.of(parties.east().party())));
        assertThat(adoptions.actOf(presentation.text())).isEmpty();
        assertThat(minutes.get(id).standing()).isEqualTo(Standing.PRESENTED);
        var complete = adopt(presentation, east());
        var act = adoptions.actOf(presentation.text()).orElseThrow();
        assertThat(complete).isEqualTo(new Adoption.Complete(act));
        assertThat(act.digest()).isEqualTo(presentation.digest());
        assertThat(act.year()).isEqualTo(2023);
        assertThat(act.number()).isEqualTo(1);
        assertThat(minutes.get(id).standing()).isEqualTo(Standing.ADOPTED);
        assertThat(adoptions.register(parties.id())).containsExactly(act);
        var now = adoptions.get(presentation.id());
        assertThat(now.adopted()).isTrue();
        assertThat(now.signatures()).containsExactly(signature(west(), presentation), signature(east(), presentation));
    }

    @Test
    void theNumberIsOfTheYearThatTheCommitteeIsIn() {
        var presentation = stage.presented(parties, id);
        // In Tunis it is half an hour into the new year.
        var late = Instant.parse("2023-12-31T23:30:00Z");
        signers.adopt(presentation.id(), east(), late);
        signers.adopt(presentation.id(), west(), late);
        assertThat(adoptions.actOf(presentation.text()).orElseThrow().year()).isEqualTo(2024);
    }

    @Test
    void aTextWithAnOpenBracketIsNotPresented() {
        minutes.bracket(id, first().id(), text("other"), parties.west().secretary(), NOON);
        assertThat(adoptions.present(id, parties.east().secretary(), NOON))
                .isEqualTo(new Presenting.Blocked(List.of(new Obstacle.OpenBracket(1))));
        assertThat(minutes.get(id).standing()).isEqualTo(Standing.DRAFT);
    }

    @Test
    void aTextWithALanguageThatLagsIsNotPresented() {
        var ahead = new ClauseDraft(first().verb(), first().text().with(Language.EN, "Anew"), "", null, null);
        minutes.revise(
                id, first().id(), 1, ahead, Set.of(), false, parties.east().secretary(), NOON);
        assertThat(adoptions.present(id, parties.east().secretary(), NOON))
                .isEqualTo(new Presenting.Blocked(
                        List.of(new Obstacle.Lagging(1, Language.AR), new Obstacle.Lagging(1, Language.FR))));
    }

    @Test
    void aTextIsPresentedOnceAtATime() {
        stage.presented(parties, id);
        assertThat(adoptions.present(id, parties.west().secretary(), NOON)).isEqualTo(new Presenting.NotADraft());
    }

    @Test
    void whatIsPresentedIsKeptByteForByteUnderItsDigest() {
        var presentation = stage.presented(parties, id);
        var record = adoptions.record(presentation.id());
        assertThat(Digest.of(record)).isEqualTo(presentation.digest());
        var document = JsonMapper.shared().readTree(record);
        assertThat(document.at("/clauses/0/text/ar").asString())
                .isEqualTo(text("the progress").ar());
        assertThat(document.at("/clauses/1/commitment/due").asString()).isEqualTo("2023-03-31");
        assertThat(document.at("/committee/slug").asString())
                .isEqualTo(parties.committee().slug());
        assertThat(document.at("/participants/0/name/1").asString()).isEqualTo("Layla");
        assertThat(document.has("previous")).isFalse();
        assertThat(CanonicalJson.bytes(
                        JsonMapper.shared().readValue(record, new TypeReference<Map<String, Object>>() {})))
                .isEqualTo(record);
    }

    @Test
    void eachRecordNamesTheOneAdoptedBeforeIt() {
        var first = adopted(stage.presented(parties, id));
        var second = stage.presented(parties, 2);
        var record = JsonMapper.shared().readTree(adoptions.record(second.id()));
        assertThat(record.at("/previous").asString()).isEqualTo(first.digest().hex());
        assertThat(adopted(second).number()).isEqualTo(2);
        var others = stage.presented(stage.found(), 1);
        assertThat(JsonMapper.shared().readTree(adoptions.record(others.id())).has("previous"))
                .isFalse();
    }

    @Test
    void aTextPresentedBesideAnotherIsStillAdoptedAfterIt() {
        var one = stage.presented(parties, id);
        var other = stage.presented(parties, 2);
        assertThat(adopted(one).number()).isEqualTo(1);
        assertThat(adopted(other).number()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEditByEitherSideVoidsThePresentationWhoeverHasSigned(boolean signersOwn) {
        var presentation = stage.presented(parties, id);
        adopt(presentation, east());
        var by = signersOwn ? parties.east().secretary() : parties.west().secretary();
        assertThat(edit(by)).isEqualTo(new Revision.Written(first().id(), true));
        assertThat(adoptions.get(presentation.id()).end())
                .isEqualTo(new Presentation.End(Presentation.Outcome.BROKEN, by.id(), NOON, ""));
        assertThat(minutes.get(id).standing()).isEqualTo(Standing.DRAFT);
        assertThat(adopt(presentation, west())).isEqualTo(refused(Adoption.Reason.OVER));
        assertThat(adopt(presentation, east())).isEqualTo(refused(Adoption.Reason.OVER));
        var anew = stage.presented(parties, id);
        assertThat(anew.signatures()).isEmpty();
        assertThat(anew.digest()).isNotEqualTo(presentation.digest());
    }

    @Test
    void aNewClauseOrAnAlternativeVoidsThePresentationToo() {
        var first = stage.presented(parties, id);
        minutes.add(id, noted("more"), parties.west().secretary(), NOON);
        var second = stage.presented(parties, id);
        minutes.bracket(id, first().id(), text("other"), parties.west().secretary(), NOON);
        assertThat(adopt(first, east())).isEqualTo(refused(Adoption.Reason.OVER));
        assertThat(adopt(second, east())).isEqualTo(refused(Adoption.Reason.OVER));
    }

    @Test
    void anAdoptedTextIsClosedToEveryDoor() {
        var presentation = stage.presented(parties, id);
        adopted(presentation);
        var before = minutes.get(id);
        var by = parties.west().secretary();
        assertThat(edit(by)).isEqualTo(new Revision.Closed());
        assertThat(minutes.add(id, noted("more"), by, NOON)).isEqualTo(new Revision.Closed());
        assertThat(minutes.bracket(id, first().id(), text("other"), by, NOON)).isEqualTo(new Revision.Closed());
        assertThat(adoptions.present(id, by, NOON)).isEqualTo(new Presenting.NotADraft());
        assertThat(adopt(presentation, parties.east().alternate())).isEqualTo(refused(Adoption.Reason.OVER));
        assertThat(adoptions.giveBack(presentation.id(), REASON, west(), NOON))
                .isEqualTo(refused(Adoption.Reason.OVER));
        assertThat(minutes.get(id)).isEqualTo(before);
    }

    @Test
    void aReturnVoidsEveryAdoptionAndSaysWhy() {
        var presentation = stage.presented(parties, id);
        adopt(presentation, east());
        assertThat(adoptions.giveBack(presentation.id(), " " + REASON + "\r\nAnd spell it out. ", west(), NOON))
                .isEqualTo(new Adoption.Returned());
        assertThat(adoptions.get(presentation.id()).end())
                .isEqualTo(new Presentation.End(
                        Presentation.Outcome.RETURNED, west().id(), NOON, REASON + "\nAnd spell it out."));
        assertThat(minutes.get(id).standing()).isEqualTo(Standing.DRAFT);
        assertThat(adopt(presentation, west())).isEqualTo(refused(Adoption.Reason.OVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "turned \u202Eround", "nul \u0000", "half \uD800"})
    void aReasonThatCannotBeReadIsNone(String reason) {
        var presentation = stage.presented(parties, id);
        assertThat(adoptions.giveBack(presentation.id(), reason, west(), NOON))
                .isEqualTo(refused(Adoption.Reason.NO_REASON));
        assertThat(adoptions.giveBack(presentation.id(), "x".repeat(1_001), west(), NOON))
                .isEqualTo(refused(Adoption.Reason.NO_REASON));
        assertThat(adoptions.get(presentation.id()).open()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"HEAD", "ALTERNATE"})
    void onlyHeadsAndAlternatesDecide(Role role) {
        var seat = stage.seated(Stage.seat(parties.committee(), parties.west().party(), role, null));
        decidesNothing(seat);
    }

    private void decidesNothing(Seat seat) {
        var presentation = stage.presented(parties, stage.written(parties, 9, noted("x")));
        assertThat(adopt(presentation, seat)).isEqualTo(refused(Adoption.Reason.NOT_A_HEAD));
        assertThat(adoptions.giveBack(presentation.id(), REASON, seat, NOON))
                .isEqualTo(refused(Adoption.Reason.NOT_A_HEAD));
        assertThat(adoptions.get(presentation.id())).isEqualTo(presentation);
    }

    @Test
    void aHeadOfAnotherCommitteeDoesNotDecide() {
        decidesNothing(stage.found().east().head());
    }

    @Test
    void aSeatThatNobodyGaveDoesNotDecide() {
        decidesNothing(Stage.seat(parties.committee(), parties.west().party(), Role.HEAD, null));
    }

    @Test
    void aHeadWhoseSeatHasEndedDoesNotDecide() {
        var day = LocalDate.ofInstant(NOON, Stage.ZONE);
        decidesNothing(stage.seated(Stage.seat(
                parties.committee(), parties.west().party(), Role.HEAD, null, day.minusDays(9), day.minusDays(1))));
    }

    @Test
    void aHeadDecidesOnTheLastDayOfTheSeat() {
        var day = LocalDate.ofInstant(NOON, Stage.ZONE);
        var last = stage.seated(
                Stage.seat(parties.committee(), parties.west().party(), Role.HEAD, null, day.minusDays(9), day));
        assertThat(adopt(stage.presented(parties, id), last)).isInstanceOf(Adoption.StillWaiting.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SECRETARY")
    void onlySecretariesPresent(Role role) {
        var seat = stage.seated(Stage.seat(parties.committee(), parties.west().party(), role, null));
        assertThat(adoptions.present(id, seat, NOON)).isEqualTo(new Presenting.NotYours());
    }

    @Test
    void whoHoldsNoSeatThatDayDoesNotPresent() {
        var coming = Stage.seat(
                parties.committee(), parties.west().party(), Role.SECRETARY, null, LocalDate.of(2023, 1, 18), null);
        assertThat(adoptions.present(id, coming, NOON)).isEqualTo(new Presenting.NotYours());
        assertThat(adoptions.present(id, stage.seated(coming), NOON)).isEqualTo(new Presenting.NotYours());
        assertThat(adoptions.present(id, stage.found().east().secretary(), NOON))
                .isEqualTo(new Presenting.NotYours());
    }

    @Test
    void whoeverSawAnotherTextDoesNotAdoptThisOne() {
        var presentation = stage.presented(parties, id);
        var other = stage.presented(parties, 2);
        var signed = signers.key(east()).sign(signers.statement(other.id(), east(), NOON));
        assertThat(adoptions.adopt(presentation.id(), signed, east(), NOON))
                .isEqualTo(refused(Adoption.Reason.OTHER_TEXT));
        assertThat(adoptions.get(presentation.id()).signatures()).isEmpty();
    }

    @Test
    void aPartyAdoptsOnceByWhicheverSeat() {
        var presentation = stage.presented(parties, id);
        adopt(presentation, east());
        assertThat(adopt(presentation, east())).isEqualTo(refused(Adoption.Reason.ALREADY));
        assertThat(adopt(presentation, parties.east().alternate())).isEqualTo(refused(Adoption.Reason.ALREADY));
        assertThat(adopt(presentation, parties.west().alternate())).isInstanceOf(Adoption.Complete.class);
        assertThat(adoptions.get(presentation.id()).signatures()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update minutes.clause_text set text = text || '.' where language = 'ar' and clause in (select id from minutes.clause where minutes = :id)",
                "update minutes.clause set verb = 'DECIDED' where number = 1 and minutes = :id",
                "update minutes.clause set due = due + 1 where number = 2 and minutes = :id",
                "update minutes.clause set number = 3 where number = 1 and minutes = :id"
            })
    void aRowChangedBehindOurBackIsNotWhatWasPresented(String change) {
        var presentation = stage.presented(parties, id);
        adopt(presentation, east());
        sql.sql(change).param("id", id.id()).update();
        assertThat(adopt(presentation, west())).isEqualTo(refused(Adoption.Reason.OTHER_TEXT));
        assertThat(adoptions.actOf(presentation.text())).isEmpty();
    }
}

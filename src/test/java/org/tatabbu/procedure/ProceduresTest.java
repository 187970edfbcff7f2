// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.PresentationId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Rule;
import org.tatabbu.committee.RuleChange;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.AgendaItem;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.Verb;
import org.tatabbu.original.ActKind;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;

/** Texts put to every side between meetings, through the door. */
@OnStage
class ProceduresTest {
    static final Instant CLOSES = NOON.plus(Duration.ofDays(14));

    @Autowired
    private Procedures procedures;

    @Autowired
    private Choices choices;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Committees committees;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Signers signers;

    @Autowired
    private Stage stage;

    @Autowired
    private JdbcClient sql;

    private Stage.Parties parties;
    private Seat head;
    private Seat other;

    @BeforeEach
    void found() {
        parties = stage.found();
        head = parties.east().head();
        other = parties.west().head();
    }

    static Writing writing(ActKind kind, String title) {
        return new Writing(kind, text(title), List.of(new Writing.Line(Verb.DECIDED, text("clause of " + title))));
    }

    private UUID drafted(ActKind kind, String title) {
        var begun = procedures.begin(writing(kind, title), parties.east().secretary(), NOON);
        return ((Step.Done) begun).text();
    }

    private UUID opened(ActKind kind, String title) {
        var text = drafted(kind, title);
        assertThat(procedures.open(text, 1, CLOSES, head, NOON)).isEqualTo(new Step.Done(text));
        return text;
    }

    private UUID opened() {
        return opened(ActKind.DECISION, "a decision");
    }

    private Procedure found(UUID text) {
        return procedures.find(parties.id(), text).orElseThrow();
    }

    private PresentationId presentation(UUID text) {
        return adoptions.latestOf(text).orElseThrow().id();
    }

    private Adoption adopt(UUID text, Seat by, Instant at) {
        return signers.adopt(presentation(text), by, at);
    }

    private static Ending end(Procedure text) {
        var end = text.end();
        if (end == null) {
            throw new AssertionError("Not over: " + text);
        }
        return end;
    }

    private Meeting prepared(int number) {
        var like = Stage.meeting(parties.committee(), number);
        var meeting = new Meeting(
                MeetingId.random(),
                like.committee(),
                number,
                Meeting.State.PLANNED,
                like.mode(),
                like.firstDay(),
                like.lastDay(),
                like.venue(),
                like.host(),
                like.mandate(),
                like.agenda(),
                like.participants(),
                like.sideMeetings());
        meetings.plan(meeting, null, NOON);
        return meeting;
    }

    private void rule(Rule rule, String value) {
        var change = new RuleChange(rule, value, null, "", UUID.randomUUID(), AccountId.random(), NOON);
        committees.setRule(parties.id(), change, head);
    }

    @Test
    void whatBothHeadsSignIsAnActOfItsKind() {
        var text = opened(ActKind.RECOMMENDATION, "a recommendation");
        assertThat(adopt(text, head, NOON)).isInstanceOf(Adoption.StillWaiting.class);
        assertThat(adopt(text, other, NOON.plusSeconds(60))).isInstanceOf(Adoption.Complete.class);
        assertThat(found(text).state()).isEqualTo(State.ADOPTED);
        var act = adoptions.actOf(text).orElseThrow();
        assertThat(act.kind()).isEqualTo(ActKind.RECOMMENDATION);
        assertThat(act.number()).isEqualTo(1);
        assertThat(new String(adoptions.record(presentation(text)), StandardCharsets.UTF_8))
                .contains("\"kind\":\"recommendation\"", "clause of a recommendation");
    }

    @Test
    void oneHeadOpensAndNobodyElse() {
        var text = drafted(ActKind.DECISION, "a decision");
        for (var seat : List.of(
                parties.east().secretary(),
                parties.east().alternate(),
                stage.found().east().head())) {
            assertThat(procedures.open(text, 1, CLOSES, seat, NOON)).isEqualTo(new Step.NotYours());
        }
        assertThat(procedures.open(text, 1, CLOSES, head, NOON)).isEqualTo(new Step.Done(text));
        assertThat(procedures.open(text, 1, CLOSES, other, NOON)).isEqualTo(new Step.Overtaken(found(text)));
    }

    @Test
    void aTextOpenedByBothHeadsAtTheSameMomentIsOpenedOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            var text = drafted(ActKind.DECISION, "round " + round);
            var both = AtOnce.<Step>all(List.of(
                    () -> procedures.open(text, 1, CLOSES, head, NOON),
                    () -> procedures.open(text, 1, CLOSES, other, NOON)));
            assertThat(both).hasAtLeastOneElementOfType(Step.Done.class);
            assertThat(both).hasAtLeastOneElementOfType(Step.Overtaken.class);
        }
    }

    @Test
    void anOpenTextIsNotWrittenAnyMore() {
        var text = opened();
        var written = procedures.write(
                text, writing(ActKind.DECISION, "other"), 1, parties.west().secretary(), NOON);
        assertThat(written).isEqualTo(new Step.Overtaken(found(text)));
        assertThat(found(text).title()).isEqualTo(text("a decision"));
    }

    @Test
    void whoWritesADraftWithoutHavingReadTheLastOneIsShownIt() {
        var text = drafted(ActKind.DECISION, "first");
        assertThat(procedures.write(
                        text,
                        writing(ActKind.DECISION, "second"),
                        1,
                        parties.west().secretary(),
                        NOON))
                .isEqualTo(new Step.Done(text));
        assertThat(procedures.write(
                        text,
                        writing(ActKind.DECISION, "third"),
                        1,
                        parties.east().secretary(),
                        NOON))
                .isEqualTo(new Step.Overtaken(found(text)));
        assertThat(procedures.open(text, 1, CLOSES, head, NOON)).isEqualTo(new Step.Overtaken(found(text)));
    }

    @Test
    void aTextIsOpenedWholeAndForADayToNinety() {
        var half = new Writing(
                ActKind.DECISION, new LocalText("عنوان", "", ""), List.of(new Writing.Line(Verb.AGREED, text("x"))));
        var unfinished = ((Step.Done) procedures.begin(half, head, NOON)).text();
        assertThat(procedures.open(unfinished, 1, CLOSES, head, NOON)).isEqualTo(new Step.Incomplete());
        var text = drafted(ActKind.DECISION, "a decision");
        for (var wrong : List.of(NOON, NOON.plus(Duration.ofHours(23)), NOON.plus(Duration.ofDays(91)))) {
            assertThat(procedures.open(text, 1, wrong, head, NOON)).isEqualTo(new Step.OutOfTime());
        }
    }

    @Test
    void textsThatHideOrReorderALineAreNotKept() {
        for (var hostile : List.of("a\u202Eb", "a\u0000b", "two\nlines", "x".repeat(301), "\uD800")) {
            assertThat(procedures.begin(writing(ActKind.DECISION, hostile), head, NOON))
                    .isEqualTo(new Step.Unfit());
        }
        assertThat(procedures.begin(writing(ActKind.CONCLUSIONS, "of a meeting"), head, NOON))
                .isEqualTo(new Step.Unfit());
    }

    @Test
    void aRefusalEndsItAndTheNextMeetingTakesItUp() {
        var meeting = prepared(4);
        var text = opened();
        adopt(text, head, NOON);
        assertThat(procedures.object(text, true, "Article two.", other, NOON)).isEqualTo(new Step.Done(text));
        assertThat(found(text).state()).isEqualTo(State.REFUSED);
        assertThat(end(found(text)).meeting()).isEqualTo(4);
        assertThat(end(found(text)).reason()).isEqualTo("Article two.");
        assertThat(meetings.get(meeting.id()).agenda())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("key")
                .contains(new AgendaItem("6", text("a decision"), AgendaItem.Kind.DECISION, null, null));
        assertThat(adopt(text, other, NOON)).isEqualTo(new Adoption.Refused(Adoption.Reason.OVER));
        assertThat(adoptions.actOf(text)).isEmpty();
    }

    @Test
    void withoutAMeetingInPreparationWhatFellWaitsForOne() {
        var text = opened();
        procedures.object(text, false, "Let us talk.", other, NOON);
        assertThat(found(text).state()).isEqualTo(State.DISCUSSED);
        var secretary = parties.west().secretary();
        assertThat(procedures.takeUp(text, secretary, NOON)).isEqualTo(new Step.NoMeeting());
        var meeting = prepared(2);
        assertThat(procedures.takeUp(text, secretary, NOON)).isEqualTo(new Step.Done(text));
        assertThat(procedures.takeUp(text, secretary, NOON)).isEqualTo(new Step.TooLate(State.DISCUSSED));
        assertThat(meetings.get(meeting.id()).agenda()).hasSize(2);
    }

    @Test
    void afterItsTimeATextIsNotAdoptedAndLapses() {
        prepared(3);
        var text = opened();
        adopt(text, head, NOON);
        var late = CLOSES.plusSeconds(1);
        assertThat(adopt(text, other, late)).isEqualTo(new Adoption.Refused(Adoption.Reason.OVER));
        procedures.lapse(text, CLOSES);
        assertThat(found(text).state()).isEqualTo(State.OPEN);
        assertThat(procedures.due(late)).contains(text);
        procedures.lapse(text, late);
        assertThat(found(text).state()).isEqualTo(State.LAPSED);
        assertThat(end(found(text)).meeting()).isEqualTo(3);
        assertThat(procedures.object(text, true, "Late.", other, late)).isEqualTo(new Step.TooLate(State.LAPSED));
    }

    @Test
    void whereSilenceIsNoObjectionTheHeadStillSigns() {
        rule(Rule.SILENCE_CONSENTS, "ON");
        var text = opened();
        adopt(text, head, NOON);
        var late = CLOSES.plus(Duration.ofDays(1));
        procedures.lapse(text, late);
        assertThat(found(text).state()).isEqualTo(State.OPEN);
        assertThat(adoptions.actOf(text)).isEmpty();
        assertThat(procedures.object(text, true, "Too late.", other, late)).isEqualTo(new Step.TooLate(State.OPEN));
        assertThat(adopt(text, other, late)).isInstanceOf(Adoption.Complete.class);
    }

    @Test
    void whoOpenedExtendsOnce() {
        var text = opened();
        var later = CLOSES.plus(Duration.ofDays(7));
        assertThat(procedures.extend(text, later, other, NOON)).isEqualTo(new Step.NotYours());
        assertThat(procedures.extend(text, CLOSES, head, NOON)).isEqualTo(new Step.OutOfTime());
        assertThat(procedures.extend(text, later, head, NOON)).isEqualTo(new Step.Done(text));
        assertThat(procedures.extend(text, later.plus(Duration.ofDays(1)), head, NOON))
                .isEqualTo(new Step.TooLate(State.OPEN));
        procedures.lapse(text, CLOSES.plusSeconds(1));
        assertThat(found(text).open()).isTrue();
    }

    @Test
    void oneSideSwitchesItOffForItselfAndNothingNewIsOpened() {
        var before = opened();
        var text = drafted(ActKind.DECISION, "a decision");
        assertThat(choices.choose(false, parties.west().secretary(), NOON)).isInstanceOf(Step.Done.class);
        assertThat(choices.unwilling(parties.id()))
                .isEqualTo(Set.of(parties.west().party().id()));
        assertThat(procedures.open(text, 1, CLOSES, head, NOON))
                .isEqualTo(new Step.SwitchedOff(parties.west().party()));
        assertThat(found(before).open()).isTrue();
        choices.choose(true, other, NOON);
        assertThat(procedures.open(text, 1, CLOSES, head, NOON)).isEqualTo(new Step.Done(text));
    }

    @Test
    void rulesThatKeepTextsForMeetingsHold() {
        rule(Rule.WRITTEN_PROCEDURE, "OFF");
        var text = drafted(ActKind.DECISION, "a decision");
        assertThat(procedures.open(text, 1, CLOSES, head, NOON)).isEqualTo(new Step.SwitchedOff(null));
    }

    @Test
    void aRowChangedBehindOurBackIsNotAdopted() {
        var text = opened();
        sql.sql("update procedure.clause set wording = jsonb_set(wording, '{en}', '\"other\"') where text = :text")
                .param("text", text)
                .update();
        assertThat(adopt(text, head, NOON)).isEqualTo(new Adoption.Refused(Adoption.Reason.OTHER_TEXT));
    }

    @Test
    void textsAdoptedAtOnceAreNumberedByKindWithoutGapOrTwin() throws Exception {
        var kinds = List.of(ActKind.DECISION, ActKind.STATEMENT);
        var texts = IntStream.range(0, 10)
                .mapToObj(n -> opened(kinds.get(n % 2), "text " + n))
                .toList();
        texts.forEach(text -> adopt(text, head, NOON));
        var outcomes = AtOnce.<Adoption>all(texts.stream()
                .<Callable<Adoption>>map(text -> () -> adopt(text, other, NOON))
                .toList());
        assertThat(outcomes).hasOnlyElementsOfType(Adoption.Complete.class);
        for (var kind : kinds) {
            assertThat(adoptions.register(parties.id()).stream().filter(act -> act.kind() == kind))
                    .extracting(Act::number)
                    .containsExactly(5, 4, 3, 2, 1);
        }
        assertThat(adoptions.register(parties.id()))
                .extracting(Act::year)
                .containsOnly(LocalDate.ofInstant(NOON, Stage.ZONE).getYear());
    }

    @Test
    void anAnswerAndTheLastAdoptionAtTheSameMomentNeverBothHappen() throws Exception {
        for (int round = 0; round < 20; round++) {
            var text = opened(ActKind.DECISION, "round " + round);
            adopt(text, head, NOON);
            var both = AtOnce.<Object>all(List.of(
                    () -> adopt(text, other, NOON),
                    () -> procedures.object(text, true, "No.", parties.west().alternate(), NOON)));
            boolean adopted = both.getFirst() instanceof Adoption.Complete;
            assertThat(adoptions.actOf(text).isPresent()).isEqualTo(adopted);
            assertThat(found(text).state()).isEqualTo(adopted ? State.ADOPTED : State.REFUSED);
        }
    }

    @Test
    void anotherCommitteeFindsNothing() {
        var text = opened();
        var stranger = stage.found();
        assertThat(procedures.find(stranger.id(), text)).isEmpty();
        assertThat(procedures.object(text, true, "No.", stranger.east().head(), NOON))
                .isEqualTo(new Step.NotYours());
        assertThat(procedures.write(
                        text, writing(ActKind.DECISION, "x"), 1, stranger.east().secretary(), NOON))
                .isEqualTo(new Step.NotYours());
        assertThat(procedures.withdraw(text, stranger.east().head(), NOON)).isEqualTo(new Step.NotYours());
    }

    @Test
    void theNextCoChairAnswersForWhatTheLastOneOpened() {
        var text = opened();
        var next = stage.seated(Stage.seat(parties.committee(), parties.east().party(), Role.HEAD, null));
        assertThat(procedures.withdraw(text, next, NOON)).isEqualTo(new Step.NotYours());
        committees.end(head.id(), parties.east().secretary(), NOON);
        var later = NOON.plusSeconds(60);
        assertThat(procedures.withdraw(text, other, later)).isEqualTo(new Step.NotYours());
        assertThat(procedures.withdraw(text, next, later)).isEqualTo(new Step.Done(text));
        assertThat(found(text).state()).isEqualTo(State.WITHDRAWN);
    }
}

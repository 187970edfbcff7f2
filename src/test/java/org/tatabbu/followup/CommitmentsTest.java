// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tatabbu.followup.Ground.DUE;
import static org.tatabbu.followup.Ground.SIGNED;
import static org.tatabbu.followup.Ground.noted;
import static org.tatabbu.followup.Ground.owed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adopted;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.LocalText;

@Following
class CommitmentsTest {
    private static final Instant LATER = SIGNED.plusSeconds(86_400);
    private static final LocalText NOTE = new LocalText("", "", "The list was sent.");

    @Autowired
    private Commitments commitments;

    @Autowired
    private Ground ground;

    @Autowired
    private Ear ear;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private PlatformTransactionManager transactions;

    private Ground.Parties parties;

    @BeforeEach
    void found() {
        parties = ground.found();
    }

    private Commitment one() {
        ground.adopt(parties, 1, owed(parties.east().party(), "send a list", DUE));
        return commitments.of(parties.id()).getFirst();
    }

    private Commitment now(Commitment commitment) {
        return commitments.find(parties.id(), commitment.number()).orElseThrow();
    }

    private Reporting report(Commitment commitment, Status status, Seat by) {
        return commitments.report(commitment.id(), status, NOTE, null, by, LATER);
    }

    @Test
    void everyPromiseOfAnAdoptedTextIsACommitmentWithItsNumber() {
        var east = parties.east().party();
        var west = parties.west().party();
        var act = ground.adopt(
                parties,
                3,
                noted("the progress"),
                owed(east, "send a list", DUE),
                owed(west, "train", DUE.plusDays(9)));
        var made = commitments.of(parties.id());
        assertThat(made).extracting(Commitment::number).containsExactly("C-2023-001", "C-2023-002");
        assertThat(made).extracting(Commitment::owner).containsExactly(east.id(), west.id());
        var second = made.getLast();
        assertThat(second.text()).isEqualTo(Ground.text("train"));
        assertThat(second.body()).isEqualTo(Ground.text("Ministry"));
        assertThat(second.due()).isEqualTo(DUE.plusDays(9));
        assertThat(second.madeAt()).isEqualTo(3);
        assertThat(second.act()).isEqualTo(act.id());
        assertThat(second.reports()).isEmpty();
        assertThat(commitments.find(parties.id(), "C-2023-002")).contains(second);
        assertThat(ear.times(parties.id())).isEqualTo(1);
    }

    @Test
    void hearingOfAnAdoptionAgainMakesNothingTwice() {
        var act = ground.adopt(
                parties,
                1,
                owed(parties.east().party(), "one", DUE),
                owed(parties.west().party(), "two", DUE));
        var made = commitments.of(parties.id());
        commitments.make(new Adopted(act));
        assertThat(commitments.of(parties.id())).isEqualTo(made).hasSize(2);
        assertThat(ear.times(parties.id())).isEqualTo(1);
    }

    @Test
    void aTextWithoutAPromiseMakesNoCommitment() {
        ground.adopt(parties, 1, noted("the progress"));
        assertThat(commitments.of(parties.id())).isEmpty();
        assertThat(ear.times(parties.id())).isZero();
    }

    @Test
    void numbersGoOnThroughTheYearAndBeginAnewWithTheNext() {
        var east = parties.east().party();
        ground.adopt(parties, 1, owed(east, "one", DUE));
        ground.adopt(parties, 2, owed(east, "two", DUE));
        // Half an hour before midnight in Greenwich the committee's own year has already begun.
        ground.adopt(parties, 3, Instant.parse("2023-12-31T23:30:00Z"), owed(east, "three", DUE));
        assertThat(commitments.of(parties.id()))
                .extracting(Commitment::number)
                .containsExactly("C-2023-001", "C-2023-002", "C-2024-001");
    }

    @Test
    void eachCommitteeHasNumbersOfItsOwn() {
        var first = one();
        var others = ground.found();
        ground.adopt(others, 1, owed(others.west().party(), "other", DUE));
        assertThat(commitments.of(others.id()))
                .singleElement()
                .extracting(Commitment::number)
                .isEqualTo(first.number());
        assertThat(commitments.find(others.id(), first.number()))
                .isNotEqualTo(commitments.find(parties.id(), "C-2023-001"));
    }

    @Test
    void anAdoptionThatDoesNotHappenLeavesNoGap() {
        ground.mandated(parties);
        var east = parties.east().party();
        new TransactionTemplate(transactions).executeWithoutResult(undone -> {
            ground.adopt(parties, 1, owed(east, "lost", DUE));
            undone.setRollbackOnly();
        });
        assertThat(commitments.of(parties.id())).isEmpty();
        ground.adopt(parties, 1, owed(east, "kept", DUE));
        assertThat(commitments.of(parties.id())).extracting(Commitment::number).containsExactly("C-2023-001");
    }

    @Test
    void adoptionsAtOnceNumberWithNeitherGapNorTwin() throws Exception {
        var east = parties.east().party();
        var acts = new ArrayList<Act>();
        for (int meeting = 1; meeting <= 4; meeting++) {
            acts.add(ground.act(parties, meeting, owed(east, "a", DUE), owed(east, "b", DUE)));
        }
        together(acts.stream()
                .<Callable<Object>>map(act -> () -> {
                    commitments.make(new Adopted(act));
                    return act;
                })
                .toList());
        assertThat(commitments.of(parties.id()))
                .extracting(Commitment::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj(serial -> Commitment.number(2023, serial))
                        .toList());
    }

    @Test
    void aReportIsAddedToTheHistoryLatestFirst() {
        var commitment = one();
        report(commitment, Status.UNDER_WAY, parties.east().secretary());
        var done = report(commitment, Status.DONE, parties.east().head());
        var history = now(commitment).reports();
        assertThat(done).isEqualTo(new Reporting.Reported(now(commitment)));
        assertThat(history).extracting(Report::status).containsExactly(Status.DONE, Status.UNDER_WAY);
        assertThat(history.getFirst())
                .isEqualTo(new Report(
                        parties.east().party().id(),
                        Status.DONE,
                        NOTE,
                        parties.east().head().id(),
                        LATER));
        assertThat(commitments.of(parties.id())).containsExactly(now(commitment));
        assertThat(ear.times(parties.id())).isEqualTo(3);
    }

    @Test
    void theOtherPartysSeatSpeaksForItsOwnPartyAlone() {
        var commitment = one();
        report(commitment, Status.DONE, parties.east().secretary());
        report(commitment, Status.BLOCKED, parties.west().secretary());
        var now = now(commitment);
        assertThat(now.statusBy(parties.east().party().id())).isEqualTo(Status.DONE);
        assertThat(now.statusBy(parties.west().party().id())).isEqualTo(Status.BLOCKED);
        assertThat(now.disputed()).isTrue();
    }

    @Test
    void aSeatOfAnotherCommitteeDoesNotReport() {
        var commitment = one();
        var stranger = ground.found().east().secretary();
        assertThat(report(commitment, Status.DONE, stranger)).isEqualTo(new Reporting.NotYours());
        assertThat(now(commitment).reports()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SECRETARY", "HEAD"})
    void onlySecretariesAndHeadsReport(Role role) {
        var commitment = one();
        var seat = ground.seat(parties.committee(), parties.east().party(), role, null);
        assertThat(report(commitment, Status.DONE, seat)).isEqualTo(new Reporting.NotYours());
        assertThat(now(commitment).reports()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "turned \u202Eround", "bell \u0007"})
    void aNoteThatMayNotEnterTheRecordIsNotKept(String note) {
        var commitment = one();
        var said = new LocalText("", note, "");
        assertThat(commitments.report(
                        commitment.id(), Status.DONE, said, null, parties.east().secretary(), LATER))
                .isEqualTo(new Reporting.Unfit());
        assertThat(now(commitment).reports()).isEmpty();
    }

    @Test
    void aNoteHasAtMostAThousandCharactersInEachLanguage() {
        var commitment = one();
        var longest = "é".repeat(Commitments.LONGEST_NOTE);
        var by = parties.east().secretary();
        assertThat(commitments.report(
                        commitment.id(), Status.DONE, new LocalText(longest, longest, ""), null, by, LATER))
                .isInstanceOf(Reporting.Reported.class);
        assertThat(commitments.report(
                        commitment.id(), Status.DONE, new LocalText("", longest + "é", "ok"), null, by, LATER))
                .isEqualTo(new Reporting.Unfit());
    }

    @Test
    void whoHasNotSeenTheLatestReportIsShownItFirst() {
        var commitment = one();
        report(commitment, Status.BLOCKED, parties.west().secretary());
        var by = parties.east().secretary();
        var late = commitments.report(commitment.id(), Status.DONE, NOTE, 0, by, LATER);
        assertThat(late).isEqualTo(new Reporting.Overtaken(now(commitment)));
        assertThat(now(commitment).reports()).hasSize(1);
        assertThat(commitments.report(commitment.id(), Status.DONE, NOTE, 1, by, LATER))
                .isInstanceOf(Reporting.Reported.class);
    }

    @Test
    void ofTwoReportsAtOnceTheSecondIsOvertaken() throws Exception {
        var commitment = one();
        var both = together(List.of(
                () -> commitments.report(
                        commitment.id(), Status.DONE, NOTE, 0, parties.east().secretary(), LATER),
                () -> commitments.report(
                        commitment.id(), Status.BLOCKED, NOTE, 0, parties.west().secretary(), LATER)));
        assertThat(both).hasAtLeastOneElementOfType(Reporting.Reported.class);
        assertThat(both).hasAtLeastOneElementOfType(Reporting.Overtaken.class);
        assertThat(now(commitment).reports()).hasSize(1);
    }

    @Test
    void reportsAtOnceThatMindNoOtherAreAllKept() throws Exception {
        var commitment = one();
        together(IntStream.range(0, 8)
                .<Callable<Object>>mapToObj(n -> () -> report(
                        commitment,
                        Status.UNDER_WAY,
                        n % 2 == 0 ? parties.east().head() : parties.west().head()))
                .toList());
        assertThat(now(commitment).reports()).hasSize(8);
    }

    @Test
    void thePartyWaitsForWhatItOwesNearestFirst() {
        var east = parties.east().party();
        ground.adopt(
                parties,
                1,
                owed(east, "later", DUE.plusDays(2)),
                owed(parties.west().party(), "theirs", DUE),
                owed(east, "sooner", DUE),
                owed(east, "done", DUE.minusDays(9)));
        report(
                commitments.of(parties.id()).getLast(),
                Status.DONE,
                parties.east().secretary());
        assertThat(commitments.waitingFor(parties.east().head()))
                .extracting(commitment -> commitment.text().en())
                .containsExactly("sooner", "later");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update followup.report set status = 'DONE'",
                "delete from followup.report",
                "update followup.commitment set due = due + 1",
                "delete from followup.commitment"
            })
    void theProgramItselfCannotRewriteHistory(String rewriting) {
        report(one(), Status.BLOCKED, parties.east().secretary());
        assertThatThrownBy(() -> sql.sql(rewriting).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** Does all of this at once, each in a thread that waits for the others to be ready. */
    private static List<Object> together(List<Callable<Object>> tasks) throws Exception {
        var start = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            var answers = new ArrayList<Object>();
            for (var one : waiting) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}

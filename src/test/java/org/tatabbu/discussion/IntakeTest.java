// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** Comments that come at the same moment are kept together, and each stands for itself. */
@Timeout(60)
class IntakeTest {
    @TempDir
    Path keys;

    private Hall hall;
    private Doors doors;
    private Intake intake;

    @BeforeEach
    void open() {
        hall = new Hall(keys);
        doors = new Doors(hall.transactions);
        intake = new Intake(hall.store, hall.addresses, hall.verdicts, hall.crowd, doors);
    }

    @Test
    void thoseThatComeWhileOneIsWrittenAreWrittenTogether() throws Exception {
        var answers = behindTheFirst("first", List.of("a", "b", "c", "d", "e"));

        assertThat(answers).allMatch(answer -> answer instanceof Posting.Held);
        assertThat(answers).doesNotHaveDuplicates();
        assertThat(kept()).isEqualTo(6);
        assertThat(doors.opened).hasValue(2);
    }

    @Test
    void theSameCommentTwiceInOneLotIsKeptOnce() throws Exception {
        var answers = behindTheFirst("first", List.of("again", "again", "again", "other"));

        assertThat(kept()).isEqualTo(3);
        assertThat(answers.subList(1, 4)).containsOnly(answers.get(1));
    }

    @Test
    void theSameCommentAsTheOneBeingWrittenIsItsTwin() throws Exception {
        var answers = behindTheFirst("again", List.of("again", "again"));

        assertThat(kept()).isEqualTo(1);
        assertThat(answers).containsOnly(answers.getFirst());
    }

    @Test
    void whatTheDatabaseRefusesFailsAlone() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> intake.take(sent("first")));
            doors.entered.await();
            var good = threads.submit(() -> intake.take(sent("good")));
            waiting(1);
            var broken = threads.submit(() -> intake.take(sent("broken \0")));
            waiting(2);
            var last = threads.submit(() -> intake.take(sent("last")));
            waiting(3);
            doors.open.countDown();

            assertThat(List.of(first.get(), good.get(), last.get())).allMatch(one -> one instanceof Posting.Held);
            assertThatThrownBy(broken::get).hasRootCauseInstanceOf(SQLException.class);
            assertThat(kept()).isEqualTo(3);
        }
        doors.open.countDown();
        assertThat(intake.take(sent("afterwards"))).isInstanceOf(Posting.Held.class);
    }

    @Test
    void aFailureOfTheFirstLetsTheNextWrite() {
        doors.open.countDown();

        assertThatThrownBy(() -> intake.take(sent("broken \0"))).isInstanceOf(DataAccessException.class);
        assertThat(intake.take(sent("next"))).isInstanceOf(Posting.Held.class);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void eachIsCountedOnceHoweverOftenItIsTried() throws Exception {
        intake = new Intake(hall.store, hall.addresses, hall.verdicts, new Crowd(48, 3_600_000), doors);

        // Five minutes' worth of 48 an hour is four.
        var answers = behindTheFirst("first", List.of("a", "b", "c".repeat(3_001), "d", "e"));

        assertThat(answers.stream().filter(one -> one instanceof Posting.Held)).hasSize(3);
        assertThat(answers.stream().filter(one -> one instanceof Posting.TooMany))
                .hasSize(2);
    }

    @Test
    void manyAtOnceAreEachKeptOnceAndNumberedWithoutAGap() throws Exception {
        doors.open.countDown();
        hall.policy = new Policy(true, Policy.Waits.NONE, 2, text -> false);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Posting>>();
            for (int i = 0; i < 200; i++) {
                var body = "comment " + i / 2;
                answers.add(threads.submit(() -> intake.take(sent(body))));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isInstanceOf(Posting.Held.class);
            }
        }

        assertThat(hall.sql
                        .sql("select count(*), max(thread), count(distinct thread) from discussion.comment")
                        .query((row, n) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
                        .single())
                .containsExactly(100, 100, 100);
        assertThat(doors.opened.get()).isLessThan(200);
    }

    /** The answers to a comment whose transaction is held open, and to those that came meanwhile, in their order; the broken left out. */
    private List<Posting> behindTheFirst(String first, List<String> then) throws Exception {
        var answers = new ArrayList<Future<Posting>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(threads.submit(() -> intake.take(sent(first))));
            doors.entered.await();
            for (var body : then) {
                answers.add(threads.submit(() -> intake.take(sent(body))));
                waiting(answers.size() - 1);
            }
            doors.open.countDown();
        }
        return answers.stream()
                .filter(answer -> answer.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .toList();
    }

    private void waiting(int how) {
        while (intake.waiting() < how) {
            Thread.onSpinWait();
        }
    }

    private Intake.Sent sent(String body) {
        var id = CommentId.random();
        var comment = new Comment(
                id,
                hall.topic,
                hall.forum,
                Language.EN,
                "Nadia",
                hall.addresses.seal(id, Hall.EMAIL),
                body,
                Hall.NOON,
                Verdict.HELD,
                null,
                null,
                Doubt.NONE,
                "");
        return new Intake.Sent(comment, hall.policy, Doubt.NONE, Hall.EMAIL, Form.EMPTY, "192.0.2.1");
    }

    private int kept() {
        return hall.sql
                .sql("select count(*) from discussion.comment")
                .query(Integer.class)
                .single();
    }

    /** Transactions, the first of which waits until the test opens it. */
    private static final class Doors implements TransactionOperations {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);
        final AtomicInteger opened = new AtomicInteger();
        private final TransactionOperations within;

        Doors(TransactionOperations within) {
            this.within = within;
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            opened.incrementAndGet();
            return within.execute(status -> {
                entered.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return action.doInTransaction(status);
            });
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

/** Who waits, and for how long. */
@Timeout(60)
class LotsTest {
    private final Queue<List<String>> written = new ConcurrentLinkedQueue<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    private List<String> write(List<String> lot) {
        entered.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        written.add(List.copyOf(lot));
        if (lot.contains("away")) {
            throw new DataAccessResourceFailureException("away");
        }
        return lot.stream().map(one -> "kept " + one).toList();
    }

    private final Lots<String, String> lots = new Lots<>(TransactionOperations.withoutTransaction(), this::write);

    @Test
    void whoseTurnDoesNotComeInTimeIsNotWritten() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> lots.take("first"));
            entered.await();
            assertThat(lots.take("late")).isEmpty();
            open.countDown();
            assertThat(first.get()).contains("kept first");
        }
        assertThat(lots.take("next")).contains("kept next");
        assertThat(written).containsExactly(List.of("first"), List.of("next"));
    }

    /** Each of them alone would wait for the same, one after the other. */
    @Test
    void whereTheDatabaseIsAwayAllAreToldAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> lots.take("first"));
            entered.await();
            var away = threads.submit(() -> lots.take("away"));
            var other = threads.submit(() -> lots.take("other"));
            while (lots.waiting() < 2) {
                Thread.onSpinWait();
            }
            open.countDown();
            assertThat(first.get()).contains("kept first");
            assertThatThrownBy(away::get).hasRootCauseInstanceOf(DataAccessResourceFailureException.class);
            assertThatThrownBy(other::get).hasRootCauseInstanceOf(DataAccessResourceFailureException.class);
        }
        assertThat(written).hasSize(2);
        assertThat(lots.take("next")).contains("kept next");
    }
}

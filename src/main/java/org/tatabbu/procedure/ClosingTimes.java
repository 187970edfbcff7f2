// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets texts lapse whose time is over, once a minute; nobody can adopt them in between. */
@Component
final class ClosingTimes implements SmartLifecycle {
    private final Procedures procedures;
    private final Clock clock;
    private @Nullable ScheduledExecutorService rounds;

    ClosingTimes(Procedures procedures, Clock clock) {
        this.procedures = procedures;
        this.clock = clock;
    }

    // The round takes care of what goes wrong in it: nothing is left for the future to tell.
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public synchronized void start() {
        var thread = Thread.ofPlatform().daemon().name("closing times").factory();
        var next = Executors.newSingleThreadScheduledExecutor(thread);
        next.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.MINUTES);
        rounds = next;
    }

    private void round() {
        try {
            var now = clock.instant();
            procedures.due(now).forEach(text -> procedures.lapse(text, now));
        } catch (DataAccessException | TransactionException later) {
            // Their time stays over: the next round finds them.
            return;
        }
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.shutdownNow();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Deletes from the vault, now and then, what a program that ended in between has left there. */
@Component
final class Sweep implements SmartLifecycle {
    /** Longer than any content is on its way. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Contents contents;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweep").factory());
    private @Nullable ScheduledFuture<?> rounds;

    Sweep(Contents contents, Clock clock) {
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public boolean isAutoStartup() {
        return contents.outside();
    }

    @Override
    public synchronized void start() {
        rounds = thread.scheduleWithFixedDelay(this::round, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    private void round() {
        try {
            contents.sweep(clock.instant().minus(PATIENCE));
        } catch (Vault.Away | DataAccessException | TransactionException later) {
            // The vault's absence is told where it is found; what is left over waits for the next round.
            return;
        }
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.cancel(true);
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}

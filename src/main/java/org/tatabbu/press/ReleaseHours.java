// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets go what is cleared and due, within seconds of its minute; each process looks, and one of them does it. */
@Component
final class ReleaseHours implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseHours.class);
    private static final int SECONDS = 5;

    private final Releases releases;
    private final Clock clock;
    private @Nullable ScheduledExecutorService rounds;

    ReleaseHours(Releases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    // The round takes care of what goes wrong in it: nothing is left for the future to tell.
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public synchronized void start() {
        var thread = Thread.ofPlatform().daemon().name("release hours").factory();
        var next = Executors.newSingleThreadScheduledExecutor(thread);
        next.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
        rounds = next;
    }

    private void round() {
        try {
            var now = clock.instant();
            releases.due(now).forEach(release -> release(release, now));
        } catch (DataAccessException | TransactionException later) {
            // Their hour stays past: the next round finds them.
            return;
        }
    }

    // One that cannot go out keeps no other from its minute.
    private void release(ReleaseId release, Instant now) {
        try {
            releases.release(release, now);
        } catch (RuntimeException failed) {
            LOG.error("Release {} did not go out, and is tried again.", release.id(), failed);
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

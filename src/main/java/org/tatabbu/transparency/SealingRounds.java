// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Seals while the program runs: when an entry was handed in, and every few seconds, as other processes hand in too. */
final class SealingRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealingRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Sealing sealing;
    private final Semaphore call = new Semaphore(0);
    private volatile @Nullable Thread running;

    SealingRounds(Sealing sealing) {
        this.sealing = sealing;
    }

    /** There is something to seal now. */
    void call() {
        call.release();
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("log").unstarted(this::seal);
        running = thread;
        thread.start();
    }

    private void seal() {
        while (isRunning()) {
            try {
                sealing.round(Instant.now());
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException failure) {
                // The database is away, or somebody who listens failed. Nothing is half done: the next round goes on.
                if (isRunning()) {
                    LOG.warn(TransparencyWords.inItsLanguage().interrupted(), failure);
                }
            }
            try {
                if (call.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    call.drainPermits();
                }
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        var thread = running;
        running = null;
        if (thread == null) {
            return;
        }
        call.release();
        try {
            // A round may wait for a witness; whatever it has not done, the next start does.
            if (!thread.join(Duration.ofSeconds(3))) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Sends the postman out again and again while the program runs: when a letter was queued, and every few seconds. */
final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Postman postman;
    private final boolean wanted;
    private final Semaphore call = new Semaphore(0);
    private volatile @Nullable Thread walking;

    Rounds(Postman postman, boolean wanted) {
        this.postman = postman;
        this.wanted = wanted;
    }

    /** There is something to carry now. */
    void call() {
        call.release();
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("post").unstarted(this::walk);
        walking = thread;
        thread.start();
    }

    private void walk() {
        while (isRunning()) {
            try {
                postman.walk(Instant.now());
            } catch (DataAccessException away) {
                LOG.warn(MailWords.ofTheMachine().interrupted(), away);
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
        var thread = walking;
        walking = null;
        if (thread == null) {
            return;
        }
        call.release();
        try {
            // A letter in somebody's hands is carried to the end, unless that takes long: then its claim ends by
            // itself.
            if (!thread.join(Duration.ofSeconds(3))) {
                thread.interrupt();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return walking != null;
    }
}

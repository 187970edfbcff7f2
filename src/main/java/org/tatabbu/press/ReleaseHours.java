// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets go what is cleared and due, within seconds of its minute; each process looks, and one of them does it. */
@Component
class ReleaseHours {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseHours.class);
    private static final int SECONDS = 5;

    private final Releases releases;
    private final Clock clock;

    ReleaseHours(Releases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    @Scheduled(initialDelay = SECONDS, fixedDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
    void round() {
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
            LOG.error(PressWords.ofTheMachine().notOut(release.id().toString()), failed);
        }
    }
}

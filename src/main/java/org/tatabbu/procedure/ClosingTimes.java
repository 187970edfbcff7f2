// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets texts lapse whose time is over, once a minute; nobody can adopt them in between. */
@Component
class ClosingTimes {
    private final Procedures procedures;
    private final Clock clock;

    ClosingTimes(Procedures procedures, Clock clock) {
        this.procedures = procedures;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void round() {
        try {
            var now = clock.instant();
            procedures.due(now).forEach(text -> procedures.lapse(text, now));
        } catch (DataAccessException | TransactionException later) {
            // Their time stays over: the next round finds them.
            return;
        }
    }
}

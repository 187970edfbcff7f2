// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes letters to those who asked for a way back, beside the request, whose time then tells nothing. */
@Component
class Answering implements DisposableBean {
    private final Profiles profiles;
    private final Clock clock;
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();

    Answering(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    void wake() {
        beside.execute(this::answer);
    }

    /** Who asked a process that ended in between is answered by the next one. */
    @EventListener(ApplicationReadyEvent.class)
    void opened() {
        wake();
    }

    @Override
    public void destroy() {
        beside.close();
    }

    private void answer() {
        boolean more;
        do {
            more = profiles.answer(clock.instant());
        } while (more);
    }
}

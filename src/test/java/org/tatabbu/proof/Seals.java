// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tatabbu.transparency.Sealed;

/** Hears that the log has sealed what it was given, after everybody else heard it. */
@TestComponent
class Seals {
    private final LinkedBlockingQueue<Sealed> heard = new LinkedBlockingQueue<>();

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void hear(Sealed sealed) {
        heard.add(sealed);
    }

    /** Waits for seals until this is so. */
    void until(BooleanSupplier fact) throws InterruptedException {
        while (!fact.getAsBoolean()) {
            if (heard.poll(60, TimeUnit.SECONDS) == null) {
                throw new AssertionError("Nothing was sealed for a minute");
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A clock that a test puts forward. */
@TestComponent
@Primary
class Later extends Clock {
    private volatile Duration by = Duration.ZERO;

    void by(Duration much) {
        by = much;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

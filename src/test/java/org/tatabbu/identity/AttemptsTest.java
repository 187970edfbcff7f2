// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOON = Instant.parse("2023-01-16T12:00:00Z");
    private static final Attempts.Key HERE = new Attempts.Key("secretary@example.org", "192.0.2.1");

    private final Attempts attempts = new Attempts();

    @Test
    void fiveMistakesAreFree() {
        for (var n = 1; n <= 5; n++) {
            assertThat(attempts.take(HERE, NOON)).isZero();
        }
        assertThat(attempts.take(HERE, NOON)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void eachFurtherMistakeDoublesTheWaitUpToAQuarterOfAnHour() {
        var now = NOON;
        for (var n = 1; n <= 5; n++) {
            attempts.take(HERE, now);
        }
        for (var wait = 2; wait <= 1024; wait *= 2) {
            assertThat(attempts.take(HERE, now)).isEqualTo(Duration.ofSeconds(wait));
            now = now.plusSeconds(wait);
            assertThat(attempts.take(HERE, now)).isZero();
        }
        assertThat(attempts.take(HERE, now)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void waitingIsNotCounted() {
        for (var n = 1; n <= 100; n++) {
            attempts.take(HERE, NOON);
        }
        assertThat(attempts.take(HERE, NOON)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aStrangerElsewhereDoesNotKeepTheOwnerOut() {
        for (var n = 1; n <= 100; n++) {
            attempts.take(new Attempts.Key(HERE.email(), "198.51.100.7"), NOON);
        }
        assertThat(attempts.take(HERE, NOON)).isZero();
    }

    @Test
    void anHourOfPeaceIsForgiving() {
        for (var n = 1; n <= 6; n++) {
            attempts.take(HERE, NOON);
        }
        assertThat(attempts.take(HERE, NOON.plus(Duration.ofMinutes(61)))).isZero();
        assertThat(attempts.take(HERE, NOON.plus(Duration.ofMinutes(61)))).isZero();
    }

    @Test
    void whatIsRememberedStaysBounded() {
        for (var n = 0; n < 20_000; n++) {
            attempts.take(new Attempts.Key("guess" + n + "@example.org", "192.0.2.1"), NOON);
        }
        assertThat(attempts.remembered()).isEqualTo(10_000);
    }
}

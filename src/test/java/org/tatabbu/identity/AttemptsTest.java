// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {
    private static final Instant NOON = Instant.parse("2023-01-16T12:00:00Z");
    private static final Attempts.Key HERE = new Attempts.Key("secretary@example.org", "192.0.2.1");

    private final Attempts attempts = new Attempts();

    @Test
    void fiveMistakesAreFree() {
        for (var n = 1; n <= 5; n++) {
            assertThat(take(HERE, NOON)).isZero();
        }
        assertThat(take(HERE, NOON)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void eachFurtherMistakeDoublesTheWaitUpToAQuarterOfAnHour() {
        var now = NOON;
        for (var n = 1; n <= 5; n++) {
            take(HERE, now);
        }
        for (var wait = 2; wait <= 1024; wait *= 2) {
            assertThat(take(HERE, now)).isEqualTo(Duration.ofSeconds(wait));
            now = now.plusSeconds(wait);
            assertThat(take(HERE, now)).isZero();
        }
        assertThat(take(HERE, now)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aClockPutBackKeepsNobodyOut() {
        take(HERE, NOON);
        attempts.forget(HERE);
        take(HERE, NOON);
        assertThat(take(HERE, NOON.minusSeconds(60))).isZero();
    }

    @Test
    void waitingIsNotCounted() {
        for (var n = 1; n <= 100; n++) {
            take(HERE, NOON);
        }
        assertThat(take(HERE, NOON)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aStrangerElsewhereDoesNotKeepTheOwnerOut() {
        for (var n = 1; n <= 100; n++) {
            take(new Attempts.Key(HERE.email(), "198.51.100.7"), NOON);
        }
        assertThat(take(HERE, NOON)).isZero();
    }

    @Test
    void anHourOfPeaceIsForgiving() {
        for (var n = 1; n <= 6; n++) {
            take(HERE, NOON);
        }
        assertThat(take(HERE, NOON.plus(Duration.ofMinutes(61)))).isZero();
        assertThat(take(HERE, NOON.plus(Duration.ofMinutes(61)))).isZero();
    }

    @Test
    void oneAddressWaitsHoweverManyAccountsItTries() {
        var admitted = 0;
        for (var n = 0; n < 1_000; n++) {
            admitted += take(new Attempts.Key("guess" + n + "@example.org", "192.0.2.1"), NOON.plusSeconds(n))
                            .isZero()
                    ? 1
                    : 0;
        }
        assertThat(admitted).isBetween(30, 40);
    }

    @Test
    void aThousandAddressesAtOneAccountDoNotKeepItsOwnerOut() {
        for (var n = 0; n < 1_000; n++) {
            take(new Attempts.Key(HERE.email(), "198.51." + n / 250 + "." + n % 250), NOON.plusMillis(n));
        }
        var now = NOON.plusSeconds(1);
        assertThat(attempts.underFire(HERE.email(), now)).isTrue();
        assertThat(attempts.take(HERE, true, now)).isZero();

        var elsewhere = new Attempts.Key(HERE.email(), "203.0.113.9");
        var pause = take(elsewhere, now);
        assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(4));
        for (var n = 0; n < 1_000; n++) {
            take(new Attempts.Key(HERE.email(), "198.52." + n / 250 + "." + n % 250), now.plusMillis(n));
        }
        assertThat(take(elsewhere, now.plus(pause))).isZero();
    }

    @Test
    void anAccountUnderFireGivesAStrangerFewerTries() {
        for (var n = 0; n < 10; n++) {
            take(new Attempts.Key(HERE.email(), "198.51.100." + n), NOON);
        }
        var now = NOON.plus(take(HERE, NOON));
        assertThat(take(HERE, now)).isZero();
        assertThat(take(HERE, now)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aSignInTakesBackItsOwnAttemptAndNoOthers() {
        for (var n = 0; n < 1_000; n++) {
            assertThat(attempts.take(HERE, true, NOON)).isZero();
            attempts.forget(HERE);
        }
        for (var n = 0; n < 10; n++) {
            take(new Attempts.Key(HERE.email(), "198.51.100." + n), NOON);
        }
        attempts.take(HERE, true, NOON);
        attempts.forget(HERE);
        assertThat(attempts.underFire(HERE.email(), NOON)).isTrue();
    }

    @Test
    void whatIsRememberedStaysBounded() {
        for (var n = 0; n < 20_000; n++) {
            take(new Attempts.Key("guess" + n + "@example.org", "2001:db8:0:" + Integer.toHexString(n) + "::1"), NOON);
        }
        assertThat(attempts.remembered()).isEqualTo(30_000);
    }

    @Test
    void theAddressesOfOneNetworkWaitTogether() {
        for (var n = 1; n <= 5; n++) {
            assertThat(take(new Attempts.Key(HERE.email(), "2001:db8:1:2::" + n), NOON))
                    .isZero();
        }
        assertThat(take(new Attempts.Key(HERE.email(), "2001:db8:1:2:ffff:ffff:ffff:ffff"), NOON))
                .isPositive();
        assertThat(take(new Attempts.Key(HERE.email(), "2001:db8:1:2::7%eth0"), NOON))
                .isPositive();
        assertThat(take(new Attempts.Key(HERE.email(), "2001:db8:1:3::1"), NOON))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.2, 192.0.2.2",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8::1, 20010db800000000",
        "2001:DB8:0:0:1:2:3:4, 20010db800000000",
        "not: an address, not: an address"
    })
    void anAddressCountsAsItsNetwork(String address, String counted) {
        assertThat(new Attempts.Key("a@example.org", address).address()).isEqualTo(counted);
    }

    private Duration take(Attempts.Key key, Instant now) {
        return attempts.take(key, false, now);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdTest {
    private static final Instant NOON = Instant.parse("2023-01-18T12:00:00Z");

    private final TopicId topic = new TopicId(UUID.randomUUID());
    private final Crowd crowd = new Crowd(60, 1_000_000);

    @Test
    void fiveMinutesWorthPassAtOnceThenOneATurn() {
        assertThat(passed("192.0.2.1", 100, NOON)).isEqualTo(5);
        assertThat(passed("192.0.2.1", 100, NOON.plusSeconds(59))).isZero();
        assertThat(passed("192.0.2.1", 100, NOON.plusSeconds(60))).isEqualTo(1);
        assertThat(passed("192.0.2.1", 100, NOON.plusSeconds(3600))).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1,                2001:db8:0:0:ffff::9, 0",
        "2001:db8:0:1::1,            2001:db8:0:2::1,      5",
        "::ffff:192.0.2.1,           192.0.2.1,            0",
        "192.0.2.1,                  192.0.2.2,            5",
        "something else,             something else,       0"
    })
    void ofTheNewerProtocolAWholeNetworkCountsAsOne(String one, String other, int left) {
        assertThat(passed(one, 10, NOON)).isEqualTo(5);
        assertThat(passed(other, 10, NOON)).isEqualTo(left);
    }

    @Test
    void memoryIsBoundedHoweverManyAddressesSend() {
        for (int i = 0; i < Crowd.REMEMBERED + 5_000; i++) {
            crowd.take(
                    "10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255), new TopicId(UUID.randomUUID()), NOON);
        }
        assertThat(crowd.remembered()).isEqualTo(2 * Crowd.REMEMBERED);
    }

    @Test
    void whoWaitsIsNotCountedAgain() {
        assertThat(passed("192.0.2.1", 10_000, NOON)).isEqualTo(5);
        assertThat(crowd.take("192.0.2.1", topic, NOON)).hasSeconds(60);
    }

    private int passed(String address, int times, Instant at) {
        int passed = 0;
        for (int i = 0; i < times; i++) {
            passed += crowd.take(address, topic, at).isZero() ? 1 : 0;
        }
        return passed;
    }
}

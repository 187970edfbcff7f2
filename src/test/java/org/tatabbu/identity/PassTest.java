// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PassTest {
    private static final Instant NINE = Instant.parse("2023-01-16T09:00:00Z");

    @Test
    void aSessionEndsHoweverBusyItIs() {
        var pass = new Pass(AccountId.random(), 1, NINE);
        var day = Duration.ofHours(8);
        assertThat(pass.over(NINE.plus(day).minusMillis(1), day)).isFalse();
        assertThat(pass.over(NINE.plus(day), day)).isTrue();
    }
}

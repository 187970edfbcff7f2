// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeLinkTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000000999Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aNewLinkIs256BitsThatNobodySawBefore() {
        var tokens = Stream.generate(() -> OneTimeLink.lasting(HOUR, NOON))
                .limit(1000)
                .map(link -> link.token().text())
                .toList();
        assertThat(tokens)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[A-Za-z0-9_-]{43}"))
                .allMatch(text -> Base64.getUrlDecoder().decode(text).length == 32);
    }

    @Test
    void itsDigestIsThatOfFips180() {
        assertThat(HexFormat.of().formatHex(new OneTimeLink.Token("abc").digest()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void noTextOfALinkTellsItsToken() {
        var link = OneTimeLink.lasting(HOUR, NOON);
        assertThat(link.toString() + link.token()).doesNotContain(link.token().text());
    }

    @Test
    void aLinkIsOverFromTheMomentItExpiresAtWhichATableCanHold() {
        var expires = OneTimeLink.lasting(HOUR, NOON).expires();
        assertThat(expires).isEqualTo("2026-03-01T13:00:00Z");
        assertThat(OneTimeLink.over(expires, expires.minusNanos(1))).isFalse();
        assertThat(OneTimeLink.over(expires, expires)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "' or 1=1 --", "../../etc", "٣٣٣", "\ud800"})
    void whatNobodyGaveOutHasADigestLikeAnother(String text) {
        assertThat(new OneTimeLink.Token(text).digest()).hasSize(32);
    }
}

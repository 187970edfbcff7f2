// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tatabbu.language.Language;

class PicturesTest {
    private static final Instant NOON = Instant.parse("2023-01-17T12:00:00Z");

    private static Card card(int number) {
        return new Card(Language.EN, "Title " + number, "example.org");
    }

    private static Pictures pictures() {
        var pictures = new Pictures(Faces.ofThisMachine());
        Assumptions.assumeTrue(pictures.possible(card(0)), "No font of this machine draws Latin.");
        return pictures;
    }

    @Test
    void aFloodIsHeldBackUntilTheNextMinuteAndWhatIsKeptIsStillGiven() {
        var pictures = pictures();
        var first = pictures.of(card(0), NOON);
        assertThat(first).startsWith(0x89, 'P', 'N', 'G');
        var drawn = IntStream.range(1, 140)
                .filter(number -> pictures.of(card(number), NOON) != null)
                .count();
        assertThat(drawn).isEqualTo(119);
        assertThat(pictures.of(card(0), NOON)).isSameAs(first);
        assertThat(pictures.of(card(500), NOON.plusSeconds(59))).isNull();
        assertThat(pictures.of(card(500), NOON.plusSeconds(60))).isNotNull();
    }

    @Test
    void theSameTitleHasTheSameAddressAndAnotherHasAnother() {
        assertThat(card(1).digest()).isEqualTo(card(1).digest()).hasSize(32);
        assertThat(card(1).digest())
                .isNotEqualTo(card(2).digest())
                .isNotEqualTo(new Card(Language.FR, "Title 1", "example.org").digest())
                .isNotEqualTo(new Card(Language.EN, "Title 1", "example.com").digest());
    }
}

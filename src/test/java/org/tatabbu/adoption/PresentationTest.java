// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.SeatId;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.original.ActKind;
import org.tatabbu.statement.Digest;
import org.tatabbu.testing.DefaultLocales;
import org.tatabbu.testing.Stage;

class PresentationTest {
    private static final Committee COMMITTEE = Stage.committee();
    private static final Party EAST = COMMITTEE.parties().getFirst();
    private static final Party WEST = COMMITTEE.parties().getLast();
    private static final Digest DIGEST = Digest.of("text".getBytes(UTF_8));

    private static Presentation presentation(Presentation.@Nullable Outcome outcome, Party... signed) {
        return new Presentation(
                PresentationId.random(),
                COMMITTEE.id(),
                ActKind.CONCLUSIONS,
                UUID.randomUUID(),
                MeetingId.random(),
                DIGEST,
                SeatId.random(),
                Instant.EPOCH,
                Arrays.stream(signed)
                        .map(party -> new Signature(
                                party.id(), SeatId.random(), UUID.randomUUID(), DIGEST, Instant.EPOCH, Instant.EPOCH))
                        .toList(),
                outcome == null ? null : new Presentation.End(outcome, SeatId.random(), Instant.EPOCH, ""));
    }

    @Test
    void aSignatureIsOfItsParty() {
        assertThat(presentation(null, WEST).signatureOf(EAST.id())).isEmpty();
        assertThat(presentation(null, WEST).signatureOf(WEST.id())).isPresent();
    }

    @Test
    void aPresentationIsOpenUntilItEndsAndAdoptedByOneEndAlone() {
        assertThat(presentation(null).open()).isTrue();
        assertThat(presentation(null).adopted()).isFalse();
        for (var outcome : Presentation.Outcome.values()) {
            assertThat(presentation(outcome).open()).isFalse();
            assertThat(presentation(outcome).adopted()).isEqualTo(outcome == Presentation.Outcome.ADOPTED);
        }
    }

    @Test
    void aDigestIsTheSha256OfTheBytes() {
        // FIPS 180-4, the example of one block.
        assertThat(Digest.of("abc".getBytes(UTF_8)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aDigestIsShownAlikeOnEveryMachine() {
        var digest = Digest.of("abc".getBytes(UTF_8));
        assertThat(DefaultLocales.each(
                        () -> List.of(Digest.of("abc".getBytes(UTF_8)).hex(), digest.brief(), digest.grouped())))
                .containsOnly(List.of(
                        digest.hex(),
                        "ba7816bf…f20015ad",
                        "ba78 16bf 8f01 cfea 4141 40de 5dae 2223 b003 61a3 9617 7a9c b410 ff61 f200 15ad"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"
            })
    void nothingElseIsADigest(String hex) {
        assertThatThrownBy(() -> new Digest(hex)).isInstanceOf(IllegalArgumentException.class);
    }
}

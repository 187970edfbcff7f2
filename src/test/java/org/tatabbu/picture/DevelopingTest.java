// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopingTest {
    private static final String SCRIPT = "<script>alert(1)</script>";

    private static byte[] developed(byte[] sent) {
        return Developing.develop(sent).orElseThrow().bytes();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] with(byte[] picture, String tail) {
        var more = tail.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(picture.length + more.length)
                .put(picture)
                .put(more)
                .array();
    }

    @Test
    void thePlaceWhereItWasTakenIsGone() {
        var sent = Photographs.held(1, 40, 20);
        assertThat(text(sent)).contains(Photographs.PLACE, "Exif");
        assertThat(text(developed(sent))).doesNotContain(Photographs.PLACE, "Exif");
    }

    // Of each way to hold it: where the red half of a lying picture is seen upright.
    @ParameterizedTest
    @CsvSource({
        "1, 40, 20, 5, 10", "2, 40, 20, 35, 10", "3, 40, 20, 35, 10", "4, 40, 20, 5, 10",
        "5, 20, 40, 10, 5", "6, 20, 40, 10, 5", "7, 20, 40, 10, 35", "8, 20, 40, 10, 35"
    })
    void itIsShownUprightHoweverTheCameraWasHeld(int orientation, int width, int height, int x, int y) {
        var print = Developing.develop(Photographs.held(orientation, 40, 20)).orElseThrow();
        assertThat(print.picture().width()).isEqualTo(width);
        assertThat(print.picture().height()).isEqualTo(height);
        var seen = Photographs.seen(print.bytes());
        assertThat(seen.getWidth()).isEqualTo(width);
        var red = new Color(seen.getRGB(x, y));
        var blue = new Color(seen.getRGB(width - 1 - x, height - 1 - y));
        assertThat(red.getRed()).isGreaterThan(200);
        assertThat(blue.getBlue()).isGreaterThan(200);
    }

    @Test
    void aLargePictureIsAsLargeAsAPageNeeds() {
        var print = Developing.develop(Photographs.plain("jpg", 5000, 1000)).orElseThrow();
        assertThat(print.picture().width()).isEqualTo(Developing.LONGEST);
        assertThat(print.picture().height()).isEqualTo(320);
        var small = Developing.develop(Photographs.plain("png", 3, 7)).orElseThrow();
        assertThat(small.picture().width()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void whatHidesBehindThePictureIsGone(String format) {
        var sent = with(Photographs.plain(format, 40, 20), SCRIPT);
        assertThat(text(developed(sent))).doesNotContain(SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<!doctype html><script>alert(1)</script>",
                "GIF89a/*<svg/onload=alert(1)>*/",
                "RIFF....WEBPVP8 ",
                "BM......",
                "\u00ff\u00d8\u00ff<svg onload=alert(1)>",
                "\u0089PNG\r\n\u001a\n<svg onload=alert(1)>"
            })
    void whatIsNoPictureIsNone(String sent) {
        var bytes = sent.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Developing.tooLarge(bytes)).isFalse();
        assertThat(Developing.develop(bytes)).isEmpty();
    }

    @Test
    void aPictureThatSaysItIsHugeIsNotDecoded() {
        assertThat(Developing.tooLarge(Photographs.said(20_000, 20_000))).isTrue();
        assertThat(Developing.tooLarge(Photographs.said(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isTrue();
        assertThat(Developing.tooLarge(new byte[Developing.HEAVIEST + 1])).isTrue();
        assertThat(Developing.tooLarge(Photographs.said(7000, 7000))).isFalse();
        assertThat(Developing.develop(Photographs.said(7000, 7000))).isEmpty();
    }

    @Test
    void tornBytesAreNoPictureAndNoFailure() {
        var random = new Random(17);
        for (var whole : new byte[][] {Photographs.held(6, 64, 48), Photographs.plain("png", 64, 48)}) {
            for (int round = 0; round < 300; round++) {
                var torn = whole.clone();
                for (int i = 0; i < 4; i++) {
                    torn[random.nextInt(torn.length)] = (byte) random.nextInt();
                }
                if (!Developing.tooLarge(torn)) {
                    Developing.develop(torn)
                            .ifPresent(
                                    print -> assertThat(print.picture().name()).matches(Picture.NAME));
                }
            }
        }
    }

    @Test
    void onePictureHasOneName() {
        var sent = Photographs.plain("png", 40, 20);
        assertThat(Developing.develop(sent)).isEqualTo(Developing.develop(with(sent, SCRIPT)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tatabbu.language.Language;

/** Pictures of titles, looked at pixel by pixel; each is left in {@code target/pictures} for people to look at too. */
class DrawingTest {
    private static final Faces FACES = Faces.ofThisMachine();
    private static final int TITLE_ENDS = 500;
    private static final String SHORT = "بلاغ";
    private static final String MIXED = "الاجتماع رقم 7/‏2023 (JC/7/WP.3/Rev.1) المنعقد يومي 16 و17 يناير";

    @BeforeAll
    static void faces() {
        Assumptions.assumeTrue(
                FACES.cover(MIXED), "No font of this machine draws Arabic and Latin: install fonts-noto-core.");
    }

    private static Drawing drawing(Language language, String title) {
        return new Drawing(new Card(language, title, "Tatabbu · example.org"), FACES);
    }

    private static BufferedImage drawn(Language language, String title, String name) throws IOException {
        var image = drawing(language, title).image();
        var file = Path.of("target", "pictures", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", new File(file.toString()));
        return image;
    }

    /** How many dark pixels the title has between these columns. */
    private static long ink(BufferedImage image, int from, int to) {
        return IntStream.range(from, to)
                .mapToLong(x -> IntStream.range(30, TITLE_ENDS)
                        .filter(y -> (image.getRGB(x, y) & 0xff00) < 0x6000)
                        .count())
                .sum();
    }

    @Test
    void anArabicTitleStandsAtTheRightAndAnEnglishOneAtTheLeft() throws IOException {
        var arabic = drawn(Language.AR, SHORT, "short-ar");
        assertThat(arabic.getWidth()).isEqualTo(1200);
        assertThat(arabic.getHeight()).isEqualTo(630);
        assertThat(ink(arabic, 700, 1200)).isGreaterThan(500);
        assertThat(ink(arabic, 0, 700)).isZero();
        var english = drawn(Language.EN, "Notice", "short-en");
        assertThat(ink(english, 0, 500)).isGreaterThan(500);
        assertThat(ink(english, 500, 1200)).isZero();
    }

    @Test
    void lettersThatJoinAreJoined() throws IOException {
        var joined = drawn(Language.AR, "بببببب", "joined");
        var apart = drawn(Language.AR, "ب\u200Cب\u200Cب\u200Cب\u200Cب\u200Cب", "apart");
        assertThat(IntStream.range(0, 1200)
                        .filter(x -> ink(apart, x, x + 1) > 0)
                        .count())
                .isGreaterThan(IntStream.range(0, 1200)
                        .filter(x -> ink(joined, x, x + 1) > 0)
                        .count());
    }

    @ParameterizedTest
    @EnumSource
    void aTitleOfFortyWordsStaysInsideAndIsWhole(Language language) throws IOException {
        var word = language == Language.AR ? "اجتماع" : "meeting";
        var title = IntStream.rangeClosed(1, 40).mapToObj(i -> word + i % 9).collect(Collectors.joining(" "));
        var image = drawn(language, title, "forty-" + language.tag());
        assertThat(ink(image, 0, 80)).isZero();
        assertThat(ink(image, 1120, 1200)).isZero();
        assertThat(ink(image, 80, 1120)).isGreaterThan(10_000);
        var set = drawing(language, title).set();
        assertThat(set.fits()).isTrue();
        assertThat(set.lines().stream()
                        .mapToInt(line -> line.getCharacterCount())
                        .sum())
                .isEqualTo(title.length());
    }

    @Test
    void whatIsTooLongEndsWithAnEllipsis() throws IOException {
        for (var endless : new String[] {"word ".repeat(120), "w".repeat(600), "كلمة ".repeat(120)}) {
            var language = endless.startsWith("w") ? Language.EN : Language.AR;
            var set = drawing(language, endless).set();
            assertThat(set.fits()).isTrue();
            assertThat(set.lines().stream()
                            .mapToInt(line -> line.getCharacterCount())
                            .sum())
                    .isBetween(100, endless.length() - 1);
        }
        drawn(Language.AR, "كلمة ".repeat(120), "endless-ar");
    }

    @Test
    void scriptsAreMixedInOneTitleWithoutABox() throws IOException {
        drawn(Language.AR, MIXED, "mixed-ar");
        drawn(Language.EN, "The 7th meeting of اللجنة المشتركة (JC/7) — “agreed”", "mixed-en");
        assertThat(FACES.cover("The 7th meeting of اللجنة المشتركة (JC/7) — “agreed”"))
                .isTrue();
        var face = FACES.first(true);
        for (var point : MIXED.codePoints().toArray()) {
            face = FACES.face(point, face);
            assertThat(Character.getType(point) == Character.FORMAT
                            || face.canDisplayUpTo(Character.toString(point)) == -1)
                    .as("%x in %s", point, face.getFamily(Locale.ROOT))
                    .isTrue();
        }
    }

    @Test
    void whatNoFaceCoversHasNoPicture() {
        var pictures = new Pictures(FACES);
        assertThat(pictures.possible(new Card(Language.EN, "Plain", "x"))).isTrue();
        assertThat(pictures.possible(new Card(Language.EN, "Unheard of: \uDBFF\uDFFD", "x")))
                .isFalse();
        assertThat(new Pictures(new Faces(java.util.List.of())).possible(new Card(Language.EN, "Plain", "x")))
                .isFalse();
    }
}

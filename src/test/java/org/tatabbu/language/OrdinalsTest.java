// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tatabbu.language.Ordinals.Gender.FEMININE;
import static org.tatabbu.language.Ordinals.Gender.MASCULINE;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tatabbu.testing.DefaultLocales;

class OrdinalsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | الأول            | الأولى             | premier          | first
            2   | الثاني           | الثانية            | deuxième         | second
            3   | الثالث           | الثالثة            | troisième        | third
            10  | العاشر           | العاشرة            | dixième          | tenth
            11  | الحادي عشر       | الحادية عشرة       | onzième          | eleventh
            12  | الثاني عشر       | الثانية عشرة       | douzième         | twelfth
            20  | العشرون          | العشرون            | vingtième        | twentieth
            21  | الحادي والعشرون  | الحادية والعشرون   | vingt-et-unième  | twenty-first
            35  | الخامس والثلاثون | الخامسة والثلاثون  | trente-cinquième | thirty-fifth
            99  | التاسع والتسعون  | التاسعة والتسعون   | quatre-vingt-dix-neuvième | ninety-ninth
            100 | المائة           | المائة             | centième         | one hundredth
            """)
    void anOrdinalIsSpelledAsEachLanguageSpellsIt(int number, String arHe, String arShe, String fr, String en) {
        assertThat(Ordinals.spell(number, MASCULINE, Language.AR)).isEqualTo(arHe);
        assertThat(Ordinals.spell(number, FEMININE, Language.AR)).isEqualTo(arShe);
        assertThat(Ordinals.spell(number, MASCULINE, Language.FR)).isEqualTo(fr);
        assertThat(Ordinals.spell(number, MASCULINE, Language.EN)).isEqualTo(en);
    }

    @Test
    void theFirstMeetingIsFeminineInFrench() {
        assertThat(Ordinals.spell(1, FEMININE, Language.FR)).isEqualTo("première");
    }

    @Test
    void noTwoNumbersShareAnOrdinal() {
        for (var language : Language.ALL) {
            for (var gender : Ordinals.Gender.values()) {
                assertThat(IntStream.rangeClosed(1, 100).mapToObj(number -> Ordinals.spell(number, gender, language)))
                        .hasSize(100)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Property
    void anOrdinalIsWordsAlone(
            @ForAll @IntRange(min = 1, max = 100) int number,
            @ForAll Ordinals.Gender gender,
            @ForAll Language language) {
        assertThat(Ordinals.spell(number, gender, language)).matches("[\\p{L}\\p{M}]+([ -][\\p{L}\\p{M}]+)*");
    }

    @Property
    void anOrdinalIsTheSameOnEveryMachine(
            @ForAll @IntRange(min = 1, max = 100) int number,
            @ForAll Ordinals.Gender gender,
            @ForAll Language language) {
        assertThat(DefaultLocales.each(() -> Ordinals.spell(number, gender, language)))
                .containsOnly(Ordinals.spell(number, gender, language));
    }

    @Property
    void beyondAHundredWeDoNotGuess(@ForAll int number, @ForAll Language language) {
        if (number < 1 || number > 100) {
            assertThatIllegalArgumentException().isThrownBy(() -> Ordinals.spell(number, MASCULINE, language));
        }
    }
}

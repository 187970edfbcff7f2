// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.language.LocalText;
import org.tatabbu.testing.DefaultLocales;

class RecordTextTest {
    @ParameterizedTest
    @CsvSource({
        "0000",
        "0001",
        "0007",
        "0009",
        "000B",
        "000D",
        "001F",
        "007F",
        "0085",
        "009F", // controls
        "061C",
        "200E",
        "200F", // marks
        "202A",
        "202B",
        "202C",
        "202D",
        "202E", // embeddings and overrides
        "2066",
        "2067",
        "2068",
        "2069", // isolates
        "D800",
        "DBFF",
        "DC00",
        "DFFF" // half characters
    })
    void whatHidesOrReordersIsNamedAndRefusedOnEveryMachine(String point) {
        var text = "one " + (char) Integer.parseInt(point, 16) + "two";
        assertThat(DefaultLocales.each(() -> RecordText.oddities(text))).containsOnly("U+" + point);
        assertThat(DefaultLocales.each(() -> RecordText.fits(text))).containsOnly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "اتفق الطرفان على تعزيز التعاون العسكري.",
                "L’été à Noël : « œuvre » — 5 %",
                "İstanbul ve ılık",
                "two\nlines",
                "می‌خواهم", // ZWNJ
                "𝄞 🕊️"
            })
    void ordinaryTextOfAnyScriptFits(String text) {
        assertThat(DefaultLocales.each(() -> RecordText.fits(text))).containsOnly(true);
        assertThat(DefaultLocales.each(() -> RecordText.normal(text))).containsOnly(text);
    }

    @Test
    void textIsComposedItsLinesEndPlainlyAndNothingStandsAroundIt() {
        assertThat(RecordText.normal("  e\u0301te\u0301\r\nune\rdeux \n")).isEqualTo("été\nune\ndeux");
        assertThat(RecordText.normal("ا\u0653")).isEqualTo("آ");
        assertThat(RecordText.fits("e\u0301")).isFalse();
        assertThat(RecordText.normal(new LocalText("ا\u0653", "e\u0301", "a\r\nb")))
                .isEqualTo(new LocalText("آ", "é", "a\nb"));
    }

    @Test
    void aTextHasItsLengthAtMost() {
        assertThat(RecordText.fits("x".repeat(RecordText.LONGEST))).isTrue();
        assertThat(RecordText.fits("x".repeat(RecordText.LONGEST + 1))).isFalse();
    }

    @Test
    void oneOddLanguageIsEnoughForATextNotToFit() {
        assertThat(RecordText.fits(new LocalText("نص", "Texte", "Te\u202Ext"))).isFalse();
        assertThat(RecordText.fits(new LocalText("ن\u200Fص", "Texte", "Text"))).isFalse();
        assertThat(RecordText.fits(new LocalText("نص", "Texte", "Text"))).isTrue();
    }

    @Property
    void whatIsNormalStaysAsItIs(
            @ForAll @Chars({' ', '\r', '\n', 'e', '\u0301', 'ا', '\u0653', '\u0654'}) String text) {
        var normal = RecordText.normal(text);
        assertThat(RecordText.normal(normal)).isEqualTo(normal);
    }
}

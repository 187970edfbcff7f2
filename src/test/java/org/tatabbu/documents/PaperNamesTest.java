// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.testing.DefaultLocales;

class PaperNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"JC/7/WP.3/Rev.1", "JC/1", "A/77-B/Add.2"})
    void aSymbolIsKeptAsItIsCited(String text) {
        assertThat(PaperSymbol.typed(text)).hasValue(new PaperSymbol(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JC", "JC//1", "/JC/1", "JC/1/", "JC/<b>", "ل/1", "JC/1\u202E", "JC/1 2", "JC/١"})
    void whatIsNoSymbolIsRefused(String text) {
        assertThat(PaperSymbol.typed(text)).isEmpty();
        assertThatThrownBy(() -> new PaperSymbol(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSymbolTypedWithSmallLettersIsTheSameInEveryLocale() {
        assertThat(DefaultLocales.each(() -> PaperSymbol.typed(" jic / 7 ").orElseThrow()))
                .containsOnly(new PaperSymbol("JIC/7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "محضر الاجتماع.pdf|محضر الاجتماع.pdf",
                "../../etc/passwd|passwd",
                "C:\\papers\\note.doc|note.doc",
                "a\"b.pdf|ab.pdf",
                ".hidden|hidden",
                "a:b?.txt|ab.txt",
                "..|paper"
            })
    void aNameKeepsWhatIsSafe(String sent, String kept) {
        assertThat(FileName.of(sent).text()).isEqualTo(kept);
    }

    @Test
    void aNameLosesControlsAndMarksOfDirection() {
        assertThat(FileName.of("cod\u202Efdp.exe\r\nX: y\u0000").text()).isEqualTo("codfdp.exeX y");
        assertThat(FileName.of("").text()).isEqualTo("paper");
    }

    @Test
    void aLongNameIsCutBeforeItsEnding() {
        var name = FileName.of("ش".repeat(400) + ".pdf").text();
        assertThat(name).endsWith("ش.pdf");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
        assertThat(FileName.of(name).text()).isEqualTo(name);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void onlyTheWordsAreLeft() {
        var text = """
                ## A **bold** head

                One [link](https://example.org/x "t") and
                ![the bridge](/pictures/x)\\. `code` <b>as written</b>

                - first
                - second
                  1. third

                > said\\*

                ```
                kept
                ```
                """;
        assertThat(PlainText.of(text)).isEqualTo("""
                        A bold head

                        One link and the bridge. code <b>as written</b>

                        first

                        second

                        third

                        said*

                        kept""");
    }

    @Test
    void aTextWithoutMarksStaysAsItIs() {
        assertThat(PlainText.of("نص أول\n\nنص ثان")).isEqualTo("نص أول\n\nنص ثان");
        assertThat(PlainText.of("")).isEmpty();
    }

    @Test
    void whatIsTooDeepToBeReadIsLeftAsWritten() {
        var deep = "*".repeat(1) + "[".repeat(200) + "x" + "](y)".repeat(200);
        assertThat(PlainText.of(deep)).contains("x");
        var quoted = "> ".repeat(500) + "x";
        assertThat(PlainText.of(quoted)).endsWith("x");
    }
}

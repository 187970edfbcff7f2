// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What {@link Words} does with any message. */
class SpeechTest {
    interface Unwritten {
        String neverWritten();
    }

    @Property
    void whatIsGivenIsSaidAsItIs(@ForAll String first, @ForAll String last, @ForAll Language language) {
        assertThat(LanguageWords.in(language).span(first, last)).contains(first).endsWith(last);
    }

    @Test
    void aMissingMessageStopsAtOnceAndIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Words.of(Unwritten.class, Language.FR))
                .withMessageContaining("neverWritten")
                .withMessageContaining("words/language/");
    }

    @Test
    void wordsAreOneObjectALanguage() {
        var arabic = LanguageWords.in(Language.AR);

        assertThat(LanguageWords.in(Language.AR))
                .isSameAs(arabic)
                .isEqualTo(arabic)
                .hasSameHashCodeAs(arabic);
        assertThat(LanguageWords.in(Language.FR)).isNotEqualTo(arabic);
        assertThat(arabic).hasToString("LanguageWords");
    }

    @Test
    void manyReadersSpeakAtOnce() {
        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(number -> {
                    var said = LanguageWords.in(Language.EN).span("first " + number, "last " + number);
                    return said.equals("first %d to last %d".formatted(number, number));
                }))
                .doesNotContain(false);
    }
}

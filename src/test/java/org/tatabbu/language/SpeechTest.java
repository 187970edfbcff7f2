// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * What {@link Words} does with any message. Seen to fail on Words that stripped what they say, took a missing message for an
 * empty one, and were not equal to themselves.
 */
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
}

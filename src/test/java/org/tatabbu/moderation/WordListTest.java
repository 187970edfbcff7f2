// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListTest {
    @ParameterizedTest
    @CsvSource({
        "سرقة, هذه سرقه واضحة",
        "سرقة, السَّرِقَة",
        "سرقة, وبالسرقة",
        "سرقة, للسرقة",
        "السرقة, سرقة",
        "أحمق, يا احمق",
        "أحمق, أحـــمق!",
        "غبي, 'غ\u200Cبي'",
        "غبي, غبى",
        "casino, CASINO!!!",
        "casino, 'the cásino.'",
        "buy now, 'Buy... NOW'",
        "اربح المال, واربح المال الآن",
        "١٢٣, 123"
    })
    void aListedWordIsFoundHoweverItIsSpelled(String listed, String text) {
        assertThat(WordList.of(List.of(listed)).in(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"casino, occasinonal", "buy now, now buy", "سرقة, سرق", "ass, class passes", "فن, ثمن", "احمق, محقّ"})
    void aWordWithinAnotherIsNotFound(String listed, String text) {
        assertThat(WordList.of(List.of(listed)).in(text)).isFalse();
    }

    @Test
    void whatHasNoLetterIsNoWord() {
        assertThat(WordList.key("!!! \u200B")).isEmpty();
        assertThat(WordList.of(List.of("!!!")).in("!!! what")).isFalse();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNameTest {
    @ParameterizedTest
    @EnumSource
    void aNameStandsInOneScriptAtLeast(Language language) {
        assertThat(new WrittenName(" ", "").missing(language)).isNotEmpty();
        assertThat(new WrittenName("ليلى", "").missing(language)).isEmpty();
        assertThat(new WrittenName("", "Layla").missing(language)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ليلى بن عمر", "مُحَمَّد", "Jean-Noël d’Aubigné", "O'Neill", "𠮷田", ""})
    void whatPeopleAreCalledIsTakenAsItIs(String name) {
        assertThat(WrittenName.advice(name, Language.EN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Layla\u202eevil", "Lay\u200bla", "Layla\r\nBcc: x", "\u061cليلى", "Lay\u2028la", "x\ud800"})
    void marksThatNobodySeesAreRefused(String name) {
        assertThat(WrittenName.advice(name, Language.EN)).contains("type it by hand");
    }

    @Test
    void aNameIsCountedInCodePoints() {
        assertThat(WrittenName.advice("𠮷".repeat(WrittenName.LONGEST), Language.EN))
                .isEmpty();
        assertThat(WrittenName.advice("𠮷".repeat(WrittenName.LONGEST + 1), Language.EN))
                .contains("120");
    }
}

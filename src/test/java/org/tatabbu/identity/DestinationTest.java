// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.language.Language;

class DestinationTest {
    @ParameterizedTest
    @ValueSource(strings = {"/fr/work", "/fr/work/", "/fr/work/meetings/12?draft=3&q=a%2Fb", "/fr/work/%D8%A3"})
    void aSignInLeadsBackIntoTheWorkspace(String wished) {
        assertThat(Destination.of(Language.FR, wished).path()).isEqualTo(wished);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://elsewhere.example/fr/work",
                "//elsewhere.example/fr/work",
                "///elsewhere.example/fr/work",
                "\\\\elsewhere.example/fr/work",
                "/\\elsewhere.example/fr/work",
                "/\telsewhere.example/fr/work",
                "javascript:alert(1)//fr/work",
                "/fr/work@elsewhere.example",
                "/fr/work.elsewhere.example",
                "/fr/workshop",
                "/fr/work//elsewhere.example",
                "/fr/work/../../sign-out",
                "/fr/work/%2e%2e/%2E%2E//elsewhere.example",
                "/fr/work/..%5c..%5celsewhere.example",
                "/fr/work\r\nSet-Cookie: a=b",
                "/fr/work/\u0000",
                "/ar/work",
                "/fr/news",
                "fr/work"
            })
    void nobodyIsSentOutOfTheWorkspace(String wished) {
        assertThat(Destination.of(Language.FR, wished).path()).isEqualTo("/fr/work");
    }

    @Test
    void anAddressIsSentInPlainLetters() {
        assertThat(Destination.of(Language.AR, "/ar/work/لجنة").path()).isEqualTo("/ar/work/%D9%84%D8%AC%D9%86%D8%A9");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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

    /** What browsers and libraries have read as another host, before, in and after an address of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "///",
                "////",
                "\\\\",
                "/\\",
                "\\/",
                "/\t/",
                "/\n/",
                "/\r/",
                "/\u0000/",
                "/\u00a0/",
                "/%09/",
                "/%5c",
                "/%2f",
                "/%2F%2F",
                "/;/",
                "/.//",
                "/..//",
                "/../",
                "/./",
                "/%2e%2e/",
                "http://",
                "https:",
                "https:/",
                "https:///",
                "HTTP://",
                "ftp://",
                "data:text/html,",
                "javascript:",
                "JaVaScRiPt:",
                "vbscript:",
                "//user@",
                "//[::1]@",
                "//127.1/",
                "//0x7f000001/",
                "//2130706433/",
                "//%E2%91%A0/",
                "//\u3002",
                "//\uff0f",
                "\uff0f\uff0f",
                "?//",
                "#//",
                " //",
                "\t//",
                "\u200e//",
                "\ufeff//",
                "@",
                ":80@",
                "/@",
                ".",
                "%00//",
                "\u202e//"
            })
    void noSpellingOfAnotherHostLeadsThere(String start) {
        for (var wished : new String[] {
            start + "elsewhere.example",
            start + "elsewhere.example/fr/work",
            start + "elsewhere.example\\/fr/work",
            "/fr" + start + "elsewhere.example",
            "/fr/work" + start + "elsewhere.example"
        }) {
            var led = URI.create("https://here.example/fr/sign-in")
                    .resolve(Destination.of(Language.FR, wished).path());
            assertThat(led.getHost()).as(wished).isEqualTo("here.example");
            assertThat(led.getPath()).as(wished).matches("/fr/work(/.*)?").doesNotContain("//", "..", "\\");
        }
    }

    @Test
    void anAddressIsSentInPlainLetters() {
        assertThat(Destination.of(Language.AR, "/ar/work/لجنة").path()).isEqualTo("/ar/work/%D9%84%D8%AC%D9%86%D8%A9");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tatabbu.testing.DefaultLocales;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr                            | FR
            fr-DZ,fr;q=0.9,en;q=0.8       | FR
            en;q=0.5, fr;q=0.8            | FR
            de, es;q=0.9, en;q=0.1        | EN
            EN-gb                         | EN
            fr;q=0, en                    | EN
            fr;q=0                        | AR
            de                            | AR
            *                             | AR
            ''                            | AR
            ar-u-nu-arab                  | AR
            fr;q=first                    | AR
            france                        | AR
            """)
    void theFirstWishWeSpeakIsMet(String wishes, Language language) {
        assertThat(DefaultLocales.each(() -> Language.wished(wishes))).containsOnly(language);
    }

    @Property
    void noHeaderStopsTheEntrance(@ForAll("headers") String header) {
        assertThat(Language.wished(header)).isNotNull();
    }

    @Property
    void noTextStopsTheEntrance(@ForAll String anything) {
        assertThat(Language.wished(anything)).isNotNull();
    }

    @Test
    void everyLanguageIsFoundByItsTagAndNoOther() {
        for (var language : Language.ALL) {
            assertThat(Language.of(language.tag())).contains(language);
        }
        assertThat(Language.of("AR")).isEmpty();
        assertThat(Language.of("")).isEmpty();
    }

    @Test
    void everyLanguageCallsItselfByItsOwnName() {
        assertThat(Language.ALL.stream().map(Language::ownName)).containsExactly("العربية", "Français", "English");
    }

    /** Pieces of real headers in impossible orders. */
    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                        "fr",
                        "ar",
                        "en",
                        "de",
                        "-",
                        "--",
                        "_",
                        ",",
                        ";",
                        ";q=",
                        "q=",
                        "=",
                        "1",
                        "0",
                        "0.",
                        ".5",
                        "NaN",
                        "1e9",
                        "-1",
                        "*",
                        "*-*",
                        "-x-",
                        "-u-",
                        "i-klingon",
                        "zh-cmn-Hans",
                        " ",
                        "\t",
                        "accept-language:",
                        "Accept-Language: ",
                        "ar".repeat(40),
                        "é",
                        "\u0000",
                        "\u202E")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    @ParameterizedTest
    @ValueSource(strings = {"ar", "tr", "en"})
    void theCaseOfAnAddressDoesNotMatterUnderAnyLocale(String locale) {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            assertThat(Email.read(" SIDI.ITTO@EXAMPLE.ORG ")).contains(new Email("sidi.itto@example.org"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "@", "nobody", "@example.org", "nobody@", "a b@example.org", "a\u0000@example.org"})
    void whatCannotBeAnAddressIsNone(String text) {
        assertThat(Email.read(text)).isEmpty();
    }

    @Test
    void marksOfDirectionThatCameWithACopyAreLeftOut() {
        assertThat(Email.read("\u202a\u200enadia@example.org\u202c ")).contains(new Email("nadia@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.c, d@e.f",
                "a@b.c;d@e.f",
                "a@b.c,d@e.f",
                "N <a@b.c>",
                "<a@b.c>",
                "a@b@c.d",
                "\"a\"@b.c",
                "a@[1]"
            })
    void aLetterGoesToOneBareAddress(String text) {
        assertThat(Email.readOne(text)).isEmpty();
        assertThat(Email.readOne(" Nadia+work@Example.org ")).contains(new Email("nadia+work@example.org"));
    }

    @Test
    void anEndlessAddressIsNone() {
        assertThat(Email.read("a".repeat(250) + "@example.org")).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LocalTextTest {
    @Property
    void aTextComesBackFromItsJson(@ForAll String ar, @ForAll String fr, @ForAll String en) {
        var text = new LocalText(ar, fr, en);

        assertThat(LocalText.ofJson(text.json())).isEqualTo(text);
    }

    @Test
    void itsJsonNamesTheLanguagesAndNothingElse() {
        assertThat(new LocalText("محضر", " procès-verbal ", "minutes \"1\"").json())
                .isEqualTo("{\"ar\":\"محضر\",\"fr\":\"procès-verbal\",\"en\":\"minutes \\\"1\\\"\"}");
    }

    @Property
    void aTextIsWrittenInOneLanguageAtATime(
            @ForAll Language written, @ForAll Language other, @ForAll String before, @ForAll String now) {
        var text = new LocalText(before, before, before).with(written, now);

        assertThat(text.in(written)).isEqualTo(now.strip());
        assertThat(text.in(other)).isEqualTo(other == written ? now.strip() : before.strip());
    }

    @Property
    void aTextIsCompleteWhenNoLanguageIsMissing(@ForAll String ar, @ForAll String fr, @ForAll String en) {
        var text = new LocalText(ar, fr, en);

        assertThat(text.complete()).isEqualTo(!ar.isBlank() && !fr.isBlank() && !en.isBlank());
        assertThat(text.empty()).isEqualTo(ar.isBlank() && fr.isBlank() && en.isBlank());
    }
}

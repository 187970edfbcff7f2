// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Told;

@Told
class RiverStoryTest {
    private static final String COMMITTEE = "/committees/" + RiverStory.SLUG;

    @LocalServerPort
    private int port;

    private Document page(Language language, String path) {
        return new Browser(port).page("/" + language.tag() + path);
    }

    @ParameterizedTest
    @EnumSource
    void everyPublicPageOfItSaysThatItIsInvented(Language language) {
        var pages = List.of(
                COMMITTEE,
                COMMITTEE + "/meetings/1",
                COMMITTEE + "/meetings/2",
                COMMITTEE + "/meetings/3",
                "/news/salsabil-first-meeting",
                "/news/salsabil-second-meeting",
                "/news/salsabil-third-meeting-announced");
        for (var path : pages) {
            assertThat(page(language, path).select("main .fiction-note").text())
                    .as(path)
                    .isNotBlank();
        }
        for (var list : List.of("", "/news", "/committees")) {
            var cards = page(language, list).select(".card:has(a[href*=salsabil])");
            assertThat(cards).as(list).isNotEmpty();
            assertThat(cards).allMatch(card -> !card.select(".chip.fiction").isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAdoptedIsNotPublic(Language language) {
        var words = Words.of(RiverWords.class, language);
        var third = page(language, COMMITTEE + "/meetings/3").text();
        assertThat(third).doesNotContain(words.m3Portal(), words.m3Samples(), words.m3Ladder(), words.m3Next());
        assertThat(new Browser(port)
                        .get("/" + language.tag() + COMMITTEE + "/meetings/4")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page(language, COMMITTEE).text())
                .doesNotContain(words.m4Fees(), words.m4Season(), words.m3Samples());
    }
}

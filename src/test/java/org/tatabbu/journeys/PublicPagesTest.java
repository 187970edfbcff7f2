// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.language.Language;

/** A stranger who follows every link: what {@link Look} asks holds on each page there is. */
@Told
class PublicPagesTest {
    private static final int A_LIGHT_PAGE = 30_000;

    @Autowired
    Stage stage;

    @ParameterizedTest
    @EnumSource
    void everyPageThatALinkLeadsToKeepsWhatIsPromised(Language language) {
        var stranger = stage.reader(language);
        var start = "/" + language.tag();
        var known = new TreeSet<>(List.of(start));
        var ahead = new ArrayDeque<>(known);
        while (!ahead.isEmpty()) {
            stranger.open(ahead.remove().substring(start.length()));
            assertThat(stranger.answer().status()).as(stranger.place()).isEqualTo(200);
            links(stranger)
                    .filter(path -> path.equals(start) || path.startsWith(start + "/"))
                    // A paper, a proof and the verifier are files to keep, and a feed is for programs: none is a page.
                    .filter(path -> !path.startsWith(start + "/papers/") && !path.matches(".*\\.(atom|java|zip)"))
                    .filter(known::add)
                    .forEach(ahead::add);
        }
        assertThat(known)
                .contains(
                        start + "/news/first-meeting",
                        start + "/about",
                        start + "/committees/river-salsabil",
                        start + "/committees/river-salsabil/commitments",
                        start + "/committees/river-salsabil/meetings/3")
                .hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @EnumSource
    void anArticleWithItsStylesIsLight(Language language) {
        var reader = stage.reader(language);
        reader.open("/news/first-meeting");
        assertThat(reader.weight()).isBetween(A_LIGHT_PAGE / 3, A_LIGHT_PAGE);
    }

    @ParameterizedTest
    @EnumSource
    void theVerbOfAConclusionStandsInItsSentence(Language language) {
        var reader = stage.reader(language);
        reader.open("/committees/river-salsabil/meetings/1");
        for (var verb : reader.part("ol.clauses .verb").all()) {
            assertThat(verb.evaluate("verb => getComputedStyle(verb).display")).isEqualTo("inline");
        }
        assertThat(reader.part("ol.clauses .verb").count()).isPositive();
    }

    @Test
    void aReaderCarriesNoCookie() {
        var reader = stage.reader(Language.AR);
        reader.open("");
        reader.open("/news/first-meeting");
        assertThat(reader.page().context().cookies()).isEmpty();
    }

    @Test
    void pagesAreReadableAtNight() {
        var reader = stage.readerAtNight(Language.AR);
        Stream.of("", "/news", "/news/first-meeting", "/committees/river-salsabil")
                .forEach(reader::open);
        reader.open("/committees/river-salsabil/meetings/2");

        var river = new River(stage.memberAtNight(Language.AR, Stage.HUDA));
        var huda = river.person();
        river.toMinutes();
        huda.follow(huda.words("minutes", "edit") + " " + huda.words("minutes", "clause", 1));
        Stream.of("/meetings/3/adoption", "/meetings/3/communique", "/commitments", "/meetings/4/minutes")
                .forEach(page -> huda.open("/work/committees/river-salsabil" + page));

        var moderator = stage.memberAtNight(Language.AR, Stage.MODERATOR);
        moderator.follow(moderator.words("page", "moderation"));
    }

    private static Stream<String> links(Person stranger) {
        return stranger.part("a[href]").all().stream()
                .map(link -> String.valueOf(link.getAttribute("href")).replaceFirst("#.*", ""))
                .filter(path -> path.startsWith("/"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Told;
import tools.jackson.databind.json.JsonMapper;

/** What machines are given beside the pages. */
@Told
class SyndicationPagesTest {
    @LocalServerPort
    private int port;

    private Browser reader() {
        return new Browser(port);
    }

    private Document xml(String path) {
        var answer = reader().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body(), "", Parser.xmlParser());
    }

    @ParameterizedTest
    @EnumSource
    void everyFeedThatAPageNamesIsThereAndIsNotSentTwice(Language language) {
        for (var path : List.of("", "/news/first-meeting", "/committees/river-salsabil/meetings/3")) {
            var named = reader().page("/" + language.tag() + path).select("head link[type='application/atom+xml']");
            assertThat(named.eachAttr("href")).contains("/" + language.tag() + "/feed.atom");
            assertThat(named.eachAttr("title")).noneMatch(String::isBlank);
            for (var address : named.eachAttr("href")) {
                var feed = reader().get(address);
                assertThat(Browser.header(feed, "Content-Type")).startsWith("application/atom+xml");
                assertThat(Browser.header(feed, "Set-Cookie")).isEmpty();
                var again = reader().get(address, "If-None-Match", Browser.header(feed, "ETag"));
                assertThat(again.statusCode()).isEqualTo(304);
                assertThat(xml(address).select("feed > link[rel=self]").attr("href"))
                        .isEqualTo("http://localhost:" + port + address);
            }
        }
        assertThat(xml("/" + language.tag() + "/feed.atom")
                        .select("entry > link[hreflang=" + language.tag() + "]")
                        .eachAttr("href"))
                .contains("http://localhost:" + port + "/" + language.tag() + "/news/first-meeting");
    }

    @Test
    void aCommitteesFeedHoldsItsArticlesAlone() {
        var all = xml("/en/committees/river-salsabil/feed.atom")
                .select("entry > category")
                .eachAttr("term");
        assertThat(all).isNotEmpty().allMatch("river-salsabil"::equals);
        assertThat(reader().get("/en/committees/nobody/feed.atom").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPageOfTheSitemapIsThereAndTheStoriesPagesAreInIt() {
        var pages = xml("/sitemap.xml").select("loc").eachText();
        var site = "http://localhost:" + port;
        assertThat(pages)
                .doesNotHaveDuplicates()
                .contains(
                        site + "/ar",
                        site + "/en/news/first-meeting",
                        site + "/fr/committees/defence-follow-up/meetings/1",
                        site + "/ar/committees/river-salsabil/commitments");
        assertThat(pages)
                .allSatisfy(page -> assertThat(
                                reader().get(page.substring(site.length())).statusCode())
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource
    void everyPageHasItsPictureForEver(Language language) {
        for (var path : List.of(
                "",
                "/news",
                "/news/first-meeting",
                "/committees/river-salsabil",
                "/committees/river-salsabil/meetings/3",
                "/committees/river-salsabil/commitments")) {
            var page = reader().page("/" + language.tag() + path);
            var address = page.select("meta[property=og:image]").attr("content");
            Assumptions.assumeFalse(address.isEmpty(), "No font of this machine draws " + language.ownName() + ".");
            var picture = reader().get(address.replaceFirst("http://localhost:[0-9]+", ""));
            assertThat(picture.statusCode()).as(address).isEqualTo(200);
            assertThat(Browser.header(picture, "Content-Type")).isEqualTo("image/png");
            assertThat(Browser.header(picture, "Cache-Control")).contains("immutable", "public");
            assertThat(page.select("meta[property=og:image:alt]").attr("content"))
                    .isNotBlank();
            assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAPageSaysIsBesideItForProgramsAndWithinItForSearch(Language language) {
        var types = Map.of(
                "/news/first-meeting", "NewsArticle",
                "/committees/river-salsabil", "GovernmentOrganization",
                "/committees/river-salsabil/meetings/3", "Event");
        types.forEach((path, type) -> {
            var page = reader().page("/" + language.tag() + path);
            var address = page.select("head link[type='application/ld+json']").attr("href");
            assertThat(address).isEqualTo("/" + language.tag() + path + ".jsonld");
            var answer = reader().get(address);
            assertThat(Browser.header(answer, "Content-Type")).isEqualTo("application/ld+json");
            var told = JsonMapper.shared().readTree(answer.body());
            assertThat(told.get("@type").asString()).isEqualTo(type);
            assertThat(told.get("url").asString())
                    .isEqualTo(page.select("link[rel=canonical]").attr("href"));
            assertThat(answer.body()).doesNotContain("example.org\"", "mailto");
            var within = page.select("main [itemtype='https://schema.org/" + type + "']");
            assertThat(within).hasSize(1);
            assertThat(within.select("h1").attr("itemprop")).isIn("name", "headline");
            assertThat(page.select("script")).isEmpty();
        });
        assertThat(reader().get("/ar/news/nobody.jsonld").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyHasWordsOfTheirOwnDrawn() {
        for (var path : List.of("", "/news/first-meeting", "/news/nobody", "/committees/river-salsabil")) {
            assertThat(reader().get("/ar" + path + "/picture/" + "0".repeat(32) + ".png")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap-2.xml", "/sitemap-99999.xml", "/sitemap-0.xml"})
    void aPartOfTheSitemapThatIsNoneIsNotThere(String path) {
        assertThat(reader().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void robotsAreToldWhatToLeaveAndWhereTheMapIs() {
        var answer = reader().get("/robots.txt");
        assertThat(Browser.header(answer, "Content-Type")).startsWith("text/plain");
        assertThat(answer.body().lines())
                .contains(
                        "User-agent: *",
                        "Disallow: /ar/work",
                        "Disallow: /fr/sign-in",
                        "Sitemap: http://localhost:" + port + "/sitemap.xml")
                .noneMatch(line -> line.matches("Disallow: */?"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Told;
import tools.jackson.databind.json.JsonMapper;

/** What the public finds of all that was published. */
@Told
class ArchivePagesTest {
    private static final String RIVER = "/committees/river-salsabil/commitments";

    @LocalServerPort
    private int port;

    private Document page(String path) {
        return new Browser(port).page(path);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOwedIsToldInFiguresThatAddUp(Language language) {
        var page = page("/" + language.tag() + RIVER);
        var rows = page.select(".figures-table tbody tr");
        assertThat(rows).hasSize(2);
        int all = 0;
        for (var row : rows) {
            var told = row.select("td").eachText().stream()
                    .mapToInt(Integer::parseInt)
                    .toArray();
            assertThat(told[0] + told[1] + told[2]).isEqualTo(told[3]);
            all += told[3];
        }
        assertThat(page.select(".commitments > li")).hasSize(all).isNotEmpty();
        assertThat(page.select(".figures-table tfoot td:last-child").text()).isEqualTo(Integer.toString(all));
        var widths = page.select("svg.tally rect").eachAttr("width");
        assertThat(widths.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(all);
    }

    @Test
    void aBarBeginsWhereItsLanguageBegins() {
        var arabic = Objects.requireNonNull(page("/ar" + RIVER).selectFirst("svg.tally"));
        var english = Objects.requireNonNull(page("/en" + RIVER).selectFirst("svg.tally"));
        int whole = Integer.parseInt(arabic.attr("viewBox").split(" ", -1)[2]);
        var first = Objects.requireNonNull(arabic.selectFirst("rect"));
        assertThat(Integer.parseInt(first.attr("x")) + Integer.parseInt(first.attr("width")))
                .isEqualTo(whole);
        assertThat(english.select("rect:first-child").attr("x")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"open,''", "overdue,''", "done,''", "disputed,''", "'',a", "'',b", "open,b"})
    void aChoiceShowsWhatFitsAndCountsTheRest(String status, String side) {
        var all = page("/en" + RIVER).select(".commitments > li");
        var page = page("/en" + RIVER + "?status=" + status + "&side=" + side);
        var shown = page.select(".commitments > li");
        assertThat(all).extracting(li -> li.id()).containsAll(shown.eachAttr("id"));
        if (!side.isEmpty()) {
            assertThat(shown).allMatch(li -> li.hasClass(side));
        }
        if (status.equals("overdue")) {
            assertThat(shown).isNotEmpty().allMatch(li -> !li.select(".late").isEmpty());
        }
        assertThat(page.select("form.filters [name=status] option[selected]").val())
                .isEqualTo(status);
        assertThat(page.select("[role=status]").text()).contains(Integer.toString(all.size()));
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .endsWith(RIVER
                        + (status.isEmpty() ? "?side=" + side : "?status=" + status)
                        + (status.isEmpty() || side.isEmpty() ? "" : "&side=" + side));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=x", "?side=c", "?status=%3Cscript%3E&side='--", "?status=open%00"})
    void aChoiceThatIsNoneShowsAllUnderThePlainAddress(String query) {
        var page = page("/fr" + RIVER + query);
        assertThat(page.select(".commitments > li"))
                .hasSameSizeAs(page("/fr" + RIVER).select(".commitments > li"));
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(RIVER);
        assertThat(new Browser(port).get("/fr/committees/nobody/commitments").statusCode())
                .isEqualTo(404);
    }

    @Test
    void newsAreFoundByTheirYear() {
        var years = page("/en/news").select("nav a.chip[href*=year]");
        assertThat(years).hasSizeGreaterThan(1);
        int counted = 0;
        for (var year : years) {
            var page = page(year.attr("href"));
            var days = page.select(".card time").eachAttr("datetime");
            assertThat(days)
                    .isNotEmpty()
                    .allMatch(day -> day.startsWith(year.select("b").text()));
            assertThat(page.select("h1").text()).contains(year.select("b").text());
            assertThat(page.select("main nav a[aria-current=page]").attr("href"))
                    .isEqualTo(year.attr("href"));
            assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(year.attr("href"));
            counted += days.size();
        }
        assertThat(counted).isEqualTo(page("/en/news").select(".card").size());
        assertThat(new Browser(port).get("/en/news?year=1999").statusCode()).isEqualTo(404);
        assertThat(page("/en/news?year=x").select("link[rel=canonical]").attr("href"))
                .endsWith("/en/news");
    }

    @ParameterizedTest
    @EnumSource
    void thePageAboutThisSiteLeadsToWhatItSpeaksOf(Language language) {
        var page = page("/" + language.tag() + "/about");
        assertThat(page.select("main h2")).hasSize(6);
        assertThat(page.select("main a").eachAttr("href"))
                .containsExactly(
                        "/" + language.tag() + "/verify",
                        "/export/public.json",
                        "/" + language.tag() + "/feed.atom",
                        "/sitemap.xml");
        assertThat(page.select("footer a").eachAttr("href")).contains("/" + language.tag() + "/about");
    }

    @Test
    void everythingPublicMayBeTakenAwayAndNobodysAddressIsInIt() {
        var reader = new Browser(port);
        var comment = Map.of("name", "Nadia", "email", "nadia.hidden@example.org", "body", "Held back.", "website", "");
        reader.post("/en/news/first-meeting/comments", comment);
        var answer = reader.get("/export/public.json");
        assertThat(Browser.header(answer, "Content-Type")).startsWith("application/json");
        assertThat(Browser.header(answer, "Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("@", "hidden", "Held back.");
        var all = JsonMapper.shared().readTree(answer.body());
        assertThat(all.get("format").asString()).isEqualTo("tatabbu-public-1");
        assertThat(all.propertyNames()).containsExactly("format", "site", "committees", "meetings", "articles", "acts");
        var article = all.get("articles")
                .valueStream()
                .filter(one -> one.get("slug").asString().equals("first-meeting"))
                .findFirst()
                .orElseThrow();
        assertThat(article.get("comments")).hasSize(10);
        assertThat(article.get("comments").get(0).propertyNames()).containsExactly("id", "author", "posted", "text");
        assertThat(article.get("title").propertyNames()).containsExactly("ar", "fr", "en");
        assertThat(article.get("address").get("fr").asString()).endsWith("/fr/news/first-meeting");
        assertThat(article.get("seal").get("digest").asString()).matches("[0-9a-f]{64}");
        assertThat(all.get("committees")
                        .valueStream()
                        .map(one -> one.get("slug").asString()))
                .contains("river-salsabil", "defence-follow-up");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Told;

@Told
class SearchPagesTest {
    @LocalServerPort
    private int port;

    private static String asked(String words) {
        return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private Browser reader() {
        return new Browser(port);
    }

    @ParameterizedTest
    @EnumSource
    void everyPublicPageLeadsToTheSearch(Language language) {
        var home = "/" + language.tag();
        assertThat(reader().page(home).select("header nav a[href=" + home + "/search]"))
                .hasSize(1);
        var empty = reader().page(home + "/search");
        assertThat(empty.select("form[role=search] input[name=q]")).hasSize(1);
        assertThat(empty.select("ol.found")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ar, لجنه", "fr, commissions", "en, committees"})
    void aSearchTellsWhatItFoundAndLeadsThere(String language, String words) {
        var answer = reader().get("/" + language + "/search" + asked(words));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Browser.header(answer, "Set-Cookie")).isEmpty();
        var page = Browser.page(answer);
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("input[name=q]").val()).isEqualTo(words);
        assertThat(page.select("ol.found mark")).isNotEmpty();
        assertThat(page.select(".pager span").text()).contains("1–");
        for (var link : page.select("ol.found a")) {
            var path = link.attr("href").replaceFirst("#.*", "");
            assertThat(reader().get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(page.select("link[hreflang=fr]").attr("href")).endsWith("/fr/search" + asked(words));
    }

    @Test
    void everyKindOfPublicDocumentIsFound() {
        for (var kind : new String[] {"article", "committee", "meeting", "commitment"}) {
            assertThat(reader().page(
                                    "/ar/search?q=%D8%A7%D9%84%D9%84%D8%AC%D9%86%D8%A9+%D8%A7%D9%84%D8%B7%D8%B1%D9%81&kind="
                                            + kind)
                            .select("ol.found a"))
                    .as(kind)
                    .isNotEmpty();
        }
    }

    @Test
    void nothingFoundSaysWhatToDoNext() {
        var page = reader().page("/en/search" + asked("xylophone"));
        assertThat(page.select("#found").text()).isEqualTo("Nothing was found for “xylophone”");
        assertThat(page.text()).contains(SearchWords.in(Language.EN).noneAdvice());
        var common = reader().page("/en/search" + asked("the of"));
        assertThat(common.select("[role=status]").text())
                .isEqualTo(SearchWords.in(Language.EN).tooCommon());
    }

    @Test
    void aSlipIsAnsweredWithWhatMayBeMeant() {
        var page = reader().page("/en/search" + asked("conclusoins meetng"));
        var meant = page.select("section p a[href*=q]").attr("href");
        assertThat(meant).contains("conclusions", "meeting");
        assertThat(reader().page(meant).select("ol.found a")).isNotEmpty();
    }

    @Test
    void whatIsTypedIsShownAsText() {
        var page = reader().page("/en/search" + asked("<script>alert(1)</script> committee"));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("input[name=q]").val()).startsWith("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=a%00b",
                "?q=%ff%fe",
                "?q=%25+_+%5C",
                "?q=%22unbalanced+%27",
                "?q=%27%29%3B+drop+table+x%3B--",
                "?q=a%26b%7C%21c%3A*%3C-%3E",
                "?q=%F0%9F%99%82",
                "?q=committee&page=999999999999",
                "?q=committee&page=-1&year=x&kind=y&language=%00&area=%27&committee=%2F..",
                "?q=committee&q=second&q"
            })
    void aHostileQuestionIsAnswered(String query) {
        for (var tag : new String[] {"ar", "fr", "en"}) {
            assertThat(reader().get("/" + tag + "/search" + query).statusCode()).isBetween(200, 499);
        }
    }

    @Test
    void aQuestionOfTenThousandLettersIsAnswered() {
        assertThat(reader().get("/ar/search?q=" + "ab+".repeat(3_400)).statusCode())
                .isBetween(200, 499);
        assertThat(reader().get("/ar/search?q=" + "ab+".repeat(1_000)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageBeyondTheLastIsNotThere() {
        assertThat(reader().get("/en/search?q=committee&page=90").statusCode()).isEqualTo(404);
    }

    @Test
    void aSeatFindsWhatTheirCommitteeReadsAndAStrangerIsAskedToSignIn() {
        assertThat(reader().get("/en/work/search?q=x").statusCode()).isEqualTo(302);
        var member = Browser.of(port, "secretary.a@defence.example");
        var page = member.page("/en/work/search" + asked("conclusions"));
        assertThat(page.select("ol.found a[href^=/en/work/committees/defence-follow-up]"))
                .isNotEmpty();
        assertThat(page.select("ol.found a[href^=/en/work/committees/river]")).isEmpty();
        assertThat(member.page("/en/work").select("nav a[href=/en/work/search]"))
                .hasSize(1);
    }
}

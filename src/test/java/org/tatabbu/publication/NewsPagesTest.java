// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.NOON;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnFreshDatabase;
import org.tatabbu.testing.Signers;

/** Forty-five pieces of news, and nothing else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tatabbu.data=target/forty-five")
@OnFreshDatabase
@Import({Pressroom.class, Signers.class})
class NewsPagesTest {
    private static final List<String> SLUGS = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    private Browser browser = new Browser(0);

    @BeforeEach
    void print() {
        browser = new Browser(port);
        if (SLUGS.isEmpty()) {
            assertThat(browser.page("/ar/news").text()).contains("لم يُنشر شيء بعد");
            var hosts = press.found();
            for (int i = 0; i < 45; i++) {
                SLUGS.addFirst(press.news(hosts, NOON.plusSeconds(i)));
            }
        }
    }

    private List<String> slugs(String page) {
        return browser.page(page).select(".card a").eachAttr("href").stream()
                .map(address -> address.substring("/fr/news/".length()))
                .toList();
    }

    @Test
    void theLatestComeFirstTwentyAtATime() {
        assertThat(slugs("/fr/news")).isEqualTo(SLUGS.subList(0, 20));
        assertThat(slugs("/fr/news?page=2")).isEqualTo(SLUGS.subList(20, 40));
        assertThat(slugs("/fr/news?page=3")).isEqualTo(SLUGS.subList(40, 45));
    }

    @Test
    void howManyAreLeftIsSaid() {
        assertThat(browser.page("/fr/news").select(".pager span").text()).isEqualTo("20 sur 45");
        assertThat(browser.page("/fr/news?page=3").select(".pager span").text()).isEqualTo("45 sur 45");
        assertThat(browser.page("/fr/news").select("a[rel=prev]")).isEmpty();
        assertThat(browser.page("/fr/news").select("a[rel=next]").attr("href")).isEqualTo("/fr/news?page=2");
        assertThat(browser.page("/fr/news?page=3").select("a[rel=next]")).isEmpty();
        assertThat(browser.page("/fr/news?page=3").select("a[rel=prev]").attr("href"))
                .isEqualTo("/fr/news?page=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "abc", "", "1e3", "1.5", "99999999999999999999", "%D9%A2", "2%00", "'--"})
    void whatIsNoPageNumberShowsTheFirstPageUnderItsOwnAddress(String number) {
        var page = browser.page("/fr/news?page=" + number);
        assertThat(page.select(".card")).hasSize(20);
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith("/fr/news");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "9999"})
    void aPageBehindTheLastIsNotThere(String number) {
        assertThat(browser.get("/fr/news?page=" + number).statusCode()).isEqualTo(404);
    }

    @Test
    void theFirstPageShowsTheLatestFew() {
        assertThat(slugs("/fr").subList(0, 4)).isEqualTo(SLUGS.subList(0, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "A",
                "a%20b",
                "a%27b",
                "%3Cscript%3E",
                "%7B%7B7*7%7D%7D",
                "x%27--",
                "%D8%AE%D8%A8%D8%B1",
                "-",
                "%E2%80%AE",
                "_",
                "news.html",
                "1"
            })
    void aSlugThatNobodyChoseIsNotThere(String slug) {
        for (var path : List.of("/ar/news/", "/ar/committees/")) {
            var answer = browser.get(path + slug);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Browser.page(answer).select("script")).isEmpty();
        }
    }

    @Test
    void anEndlessSlugIsNotThere() {
        assertThat(browser.get("/ar/news/" + "a".repeat(4000)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "01", "99999", "-1", "x", "1x", "1.0", "%D9%A1"})
    void aMeetingThatIsNoneIsNotThere(String number) {
        assertThat(browser.get("/ar/committees/nobody/meetings/" + number).statusCode())
                .isEqualTo(404);
    }
}

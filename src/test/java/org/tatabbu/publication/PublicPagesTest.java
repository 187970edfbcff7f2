// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Told;

/** What holds of every public address, for ever. */
@Told
class PublicPagesTest {
    private static final String ARTICLE = "/news/first-meeting";
    private static final List<String> PATHS = List.of(
            "",
            "/committees",
            "/committees/defence-follow-up",
            "/committees/defence-follow-up/meetings/1",
            "/committees/river-salsabil",
            "/committees/river-salsabil/meetings/3",
            "/news",
            ARTICLE,
            "/news/salsabil-third-meeting-announced");

    @LocalServerPort
    private int port;

    static Stream<String> addresses() {
        return Language.ALL.stream().flatMap(language -> PATHS.stream().map(path -> "/" + language.tag() + path));
    }

    private Browser reader() {
        return new Browser(port);
    }

    private Browser member() {
        return Browser.of(port, "secretary.a@defence.example");
    }

    private static String property(Document page, String name) {
        var found = page.select("head meta[property=" + name + "]");
        assertThat(found).as(name).hasSize(1);
        return found.attr("content");
    }

    @ParameterizedTest
    @CsvSource({
        "'',/ar",
        "ar,/ar",
        "fr-CA,/fr",
        "'en-GB,en;q=0.9',/en",
        "'de,en;q=0.1,fr;q=0.5',/fr",
        "de,/ar",
        "*,/ar",
        "';q=x',/ar"
    })
    void theBareAddressSendsEachReaderToTheirLanguage(String wishes, String to) {
        var answer = wishes.isEmpty() ? reader().get("/") : reader().get("/", "Accept-Language", wishes);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.header(answer, "Location")).isEqualTo(to);
        assertThat(Browser.header(answer, "Vary")).contains("Accept-Language");
        assertThat(Browser.header(answer, "Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aPageSaysWhatItIs(String address) {
        var answer = reader().get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        var page = Browser.page(answer);
        var language = Language.of(address.substring(1, 3)).orElseThrow();
        var site = "http://localhost:" + port;
        assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.select("html").attr("dir")).isEqualTo(language.direction());
        assertThat(Browser.header(answer, "Content-Language")).isEqualTo(language.tag());
        assertThat(Browser.header(answer, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("h1").text()).isNotBlank();
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("meta[name=description]").attr("content")).isNotBlank();
        assertThat(page.select("meta[name=robots]")).isEmpty();
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(site + address);
        assertThat(page.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
                .containsExactly("ar", "fr", "en", "x-default");
        for (var other : page.select("link[rel=alternate][hreflang]")) {
            var tag = other.attr("hreflang").equals("x-default") ? "ar" : other.attr("hreflang");
            assertThat(other.attr("href")).isEqualTo(site + "/" + tag + address.substring(3));
        }
        assertThat(property(page, "og:type")).isEqualTo(address.contains("/news/") ? "article" : "website");
        assertThat(property(page, "og:title")).isNotBlank();
        assertThat(property(page, "og:description"))
                .isEqualTo(page.select("meta[name=description]").attr("content"));
        assertThat(property(page, "og:url")).isEqualTo(site + address);
        assertThat(property(page, "og:locale")).startsWith(language.tag() + "_");
        assertThat(page.select("head meta[property=og:locale:alternate]")).hasSize(2);
        assertThat(property(page, "og:site_name")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aPageLeavesNothingWithItsReaderAndRunsNothing(String address) {
        var answer = reader().get(address);
        assertThat(Browser.header(answer, "Set-Cookie")).isEmpty();
        assertThat(Browser.header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(Browser.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Browser.header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(Browser.header(answer, "Cache-Control")).contains("public").doesNotContain("no-store");
        var page = Browser.page(answer);
        assertThat(page.select("script, style, iframe, [style], img[src^=http], link[href^='//']"))
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey()))
                .noneMatch(name -> name.startsWith("on"));
        assertThat(page.select("form[method=post] [name=_csrf]")).isEmpty();
    }

    @Test
    void aPageIsTheSameBytesForEveryReader() {
        var member = member();
        addresses().forEach(address -> {
            var first = reader().get(address);
            var other = reader().get(address, "Accept-Language", "de", "User-Agent", "another", "Cookie", "tatabbu=x");
            assertThat(member.get(address).body()).isEqualTo(first.body());
            assertThat(other.body()).isEqualTo(first.body());
            assertThat(Browser.header(other, "ETag")).isEqualTo(Browser.header(first, "ETag"));
        });
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aPageThatAReaderHasAlreadyIsNotSentAgain(String address) {
        var first = reader().get(address);
        var tag = Browser.header(first, "ETag");
        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
            var again = reader().get(address, "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(Browser.header(again, "ETag")).isEqualTo(tag);
            assertThat(Browser.header(again, "Cache-Control")).isEqualTo(Browser.header(first, "Cache-Control"));
        }
        assertThat(reader().get(address, "If-None-Match", "\"other\"").body()).isEqualTo(first.body());
    }

    @Test
    void everyPageHasATagOfItsOwn() {
        assertThat(addresses().map(address -> Browser.header(reader().get(address), "ETag")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aPageMayBeAskedAfterWithoutBeingSent(String address) {
        var got = reader().get(address);
        var asked = reader().send("HEAD", address);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).isEmpty();
        assertThat(headers(asked)).isEqualTo(headers(got));
    }

    private static List<String> headers(HttpResponse<String> answer) {
        var names = new ArrayList<>(answer.headers().map().keySet());
        names.removeIf(name -> name.equalsIgnoreCase("date"));
        return names.stream()
                .sorted()
                .map(name -> name + ": " + Browser.header(answer, name))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void anArticleWithTenCommentsIsSmall(Language language) throws IOException {
        var page = reader().page("/" + language.tag() + ARTICLE);
        var html = reader().get("/" + language.tag() + ARTICLE).body();
        assertThat(page.select("ol.comments > li")).hasSize(10);
        int size = html.getBytes(StandardCharsets.UTF_8).length;
        for (var sheet : page.select("link[rel=stylesheet]")) {
            try (var in = getClass()
                    .getResourceAsStream("/static" + sheet.attr("href").replaceAll("\\?.*", ""))) {
                size += Objects.requireNonNull(in).readAllBytes().length;
            }
        }
        assertThat(size).isLessThanOrEqualTo(30_000);
    }

    @Test
    void anAssetIsKeptForEverUnderAnAddressThatChangesWithIt() {
        var page = reader().page("/ar");
        var sheet = page.select("link[rel=stylesheet][href*=look]").attr("href");
        assertThat(sheet).matches("/assets/look\\.css\\?v=[0-9a-f]{12}");
        var answer = reader().get(sheet);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Browser.header(answer, "Cache-Control")).contains("immutable", "public");
        assertThat(Browser.header(answer, "Content-Type")).startsWith("text/css");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void everyLinkOfAPageLeadsSomewhere(String address) {
        var page = reader().page(address);
        for (var href : page.select("a[href], link[rel=icon]").eachAttr("href")) {
            if (href.startsWith("#")) {
                assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
            } else {
                assertThat(reader().get(href.replaceAll("#.*", "")).statusCode())
                        .as(href)
                        .isEqualTo(200);
            }
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
}

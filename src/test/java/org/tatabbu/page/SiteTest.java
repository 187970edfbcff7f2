// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnFreshDatabase;

class SiteTest {
    private static String canonical(String html) {
        return Jsoup.parse(html).select("link[rel=canonical]").attr("href");
    }

    @Nested
    @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
    @OnFreshDatabase
    class WithoutAPublicAddress {
        @LocalServerPort
        private int port;

        @Test
        void pagesStandWhereTheServerListens() {
            assertThat(canonical(new Browser(port).get("/fr/news").body()))
                    .isEqualTo("http://localhost:" + port + "/fr/news");
        }

        @Test
        void whatARequestCallsUsIsNotBelieved() {
            var answer = new Browser(port).say("""
                    GET /en HTTP/1.1\r
                    Host: evil.example\r
                    X-Forwarded-Host: evil.example\r
                    Forwarded: host=evil.example\r
                    Connection: close\r
                    \r
                    """);
            assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
        }
    }

    @Nested
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = "tatabbu.public-url=https://committees.example/")
    @OnFreshDatabase
    class WithAPublicAddress {
        @LocalServerPort
        private int port;

        @Test
        void pagesStandThere() {
            assertThat(canonical(new Browser(port).get("/ar").body())).isEqualTo("https://committees.example/ar");
        }
    }

    @Nested
    @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
    @OnFreshDatabase
    class OnThisMachineAlone {
        @LocalServerPort
        private int port;

        @Test
        void pagesStandHere() {
            assertThat(canonical(new Browser(port).get("/ar").body())).isEqualTo("http://localhost:" + port + "/ar");
        }
    }

    /** A number is no host of a key, and no reason to answer nobody. */
    @Nested
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = "tatabbu.public-url=http://192.0.2.7:8080")
    @OnFreshDatabase
    class WithANumberForItsAddress {
        @LocalServerPort
        private int port;

        @Test
        void pagesStandThereAndNobodySigns() {
            var answer = new Browser(port).get("/ar");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(canonical(answer.body())).isEqualTo("http://192.0.2.7:8080/ar");
            assertThat(Browser.header(answer, "Content-Security-Policy")).contains("form-action 'self';");
        }
    }

    @Test
    void peopleSignBelowTheSitesOwnNameOrWhereItIsSaid() {
        assertThat(new Site("https://committees.example", "").signing()).isEqualTo("https://sign.committees.example");
        assertThat(new Site("https://committees.example:8443/", "").signing())
                .isEqualTo("https://sign.committees.example:8443");
        assertThat(new Site("https://committees.example", "https://keys.example/").signing())
                .isEqualTo("https://keys.example");
        assertThat(new Site("http://[::1]:8080", "").signing()).isEmpty();
        assertThat(new Site("", "").signing()).isEmpty();
    }
}

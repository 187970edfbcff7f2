// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Told;

/** What readers are given, and what they are never given from the stock. */
@Told
class FrontDoorTest {
    private static final String ARTICLE = "/ar/news/first-meeting";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Stock stock;

    @BeforeEach
    void emptied() {
        stock.dropAll();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return http.send((headers.length > 0 ? request.headers(headers) : request).build(), BodyHandlers.ofByteArray());
    }

    /** Asks until a copy is there: none is kept while the program is still finding its database, or something changes. */
    private void keep(String path, String... headers) throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (stock.at(path).isEmpty()) {
            var answer = get(path, headers);
            assertThat(System.nanoTime()).as("not kept: %s", answer).isLessThan(until);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ar",
                "/fr/committees",
                "/en/news",
                ARTICLE,
                "/en/committees/defence-follow-up/meetings/1",
                "/en/verify"
            })
    void aCopyIsThePageItself(String path) throws Exception {
        var first = get(path);
        keep(path);
        var second = get(path);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body()).isNotEmpty();
        var differing = List.of("date");
        var headers = new TreeMap<>(second.headers().map());
        headers.keySet().removeAll(differing);
        var before = new TreeMap<>(first.headers().map());
        before.keySet().removeAll(differing);
        assertThat(headers).isEqualTo(before).containsKeys("content-security-policy", "etag", "vary");
        assertThat(header(second, "Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoHasItAlreadyIsToldSo(boolean packed) throws Exception {
        var coding = packed ? "gzip" : "identity";
        var tag = header(get(ARTICLE, "Accept-Encoding", coding), "ETag");
        assertThat(tag).matches(packed ? "\".+-gzip\"" : "\"[^-]+\"");
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            var answer = get(ARTICLE, "Accept-Encoding", coding, "If-None-Match", known);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "ETag")).isEqualTo(tag);
        }
        assertThat(get(ARTICLE, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aReaderWhoHasItDoesNotKeepOthersFromIt() throws Exception {
        var tag = header(get(ARTICLE), "ETag");
        stock.dropAll();
        assertThat(get(ARTICLE, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(ARTICLE).body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "GZIP, br|true",
                "deflate, gzip;q=0.5|true",
                "gzip;q=0|false",
                "br|false",
                "gzip;q=0.000|false",
                "x-gzip|false",
                "*|false"
            })
    void itIsPackedForWhoeverCanUnpackIt(String accepted, boolean packs) throws Exception {
        var plain = get(ARTICLE).body();
        var answer = get(ARTICLE, "Accept-Encoding", accepted);
        assertThat(header(answer, "Content-Encoding")).isEqualTo(packs ? "gzip" : "");
        if (packs) {
            assertThat(answer.body().length).isLessThan(plain.length / 2);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                    .isEqualTo(plain);
        } else {
            assertThat(answer.body()).isEqualTo(plain);
        }
    }

    @Test
    void whoAsksForTheHeadersAloneGetsThoseOfThePage() throws Exception {
        var page = get(ARTICLE);
        var head = send("HEAD", ARTICLE);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(page.body().length));
        assertThat(header(head, "ETag")).isEqualTo(header(page, "ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ar/news?utm_source=x", "/ar/news/first-meeting?comment=received", "/ar/news/none", "/ar/nothing",
                "/en/sign-in", "/en/work", "/en/verify?x", "/en/news?page=999"
            })
    void whatIsNoPageOfItsOwnIsNotKept(String path) throws Exception {
        get(path);
        assertThat(stock.at(path)).isEmpty();
        assertThat(stock.weight()).isZero();
    }

    @Test
    void itIsLearntFromStrangersAlone() throws Exception {
        get(ARTICLE, "Cookie", "tatabbu=0123456789ABCDEF");
        get(ARTICLE, "Authorization", "Basic YTpi");
        assertThat(stock.at(ARTICLE)).isEmpty();
        keep(ARTICLE, "Cookie", "theme=dark");
        assertThat(get(ARTICLE, "Cookie", "tatabbu=0123456789ABCDEF").body())
                .isEqualTo(get(ARTICLE).body());
    }

    @Test
    void nothingOfTheWorkspaceIsEverKept() throws Exception {
        var member = Browser.of(port, "secretary.a@defence.example");
        for (var path : List.of(
                "/ar/work",
                "/ar/work/account",
                "/ar/work/committees/defence-follow-up",
                "/ar/work/committees/defence-follow-up/meetings/1/minutes")) {
            assertThat(member.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(stock.at(path)).as(path).isEmpty();
            assertThat(get(path).statusCode()).as("a stranger at %s", path).isEqualTo(302);
        }
        assertThat(member.get(ARTICLE).body())
                .isEqualTo(new Browser(port).get(ARTICLE).body());
    }
}

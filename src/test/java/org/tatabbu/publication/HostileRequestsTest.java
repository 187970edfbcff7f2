// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Wire;
import org.tatabbu.testing.Wire.Heard;

/** Requests that no browser sends, at the form for comments: each is refused by a page, and the service stays. */
@Printing
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String PARTS = "Content-Type: multipart/form-data; boundary=b\r\n";
    private static final String PIECE = "a".repeat(64 * 1024);
    private static final int SLOW = 500;
    private static final int HUNDRED_MEGABYTES = 100 * 1024 * 1024;

    /** What a form may be, what is thrown away after it, and what lies in the buffers of both ends of a connection. */
    private static final long BOUND = 16L * 1024 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    private String form = "";
    private String article = "";
    private Wire wire = new Wire(0);

    @BeforeEach
    void print() {
        article = "/en/news/" + press.news(press.found(), Pressroom.NOON);
        form = article + "/comments";
        wire = new Wire(port);
    }

    @AfterEach
    void theServiceStays(CapturedOutput log) {
        assertThat(new Browser(port).get(article).statusCode()).isEqualTo(200);
        assertThat(log.getAll()).doesNotContain("\tat ", "Exception");
    }

    private String post(String headers) {
        return "POST " + form + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String sized(String body) {
        return FORM + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private Heard send(String body) {
        return wire.say("POST " + form + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + sized(body));
    }

    private static void refused(Heard heard, int status) {
        assertThat(heard.status()).as(heard.text()).isEqualTo(status);
        assertThat(heard.answers()).isEqualTo(1);
        assertThat(heard.text().toLowerCase(Locale.ROOT))
                .contains("content-security-policy: default-src 'none'", "cache-control: no-store")
                .doesNotContain("tomcat", "apache", "exception", "\nserver:", "x-powered-by");
        var page = Jsoup.parse(heard.body());
        assertThat(page.select("h1").text()).isNotBlank();
        assertThat(page.select("html").attr("lang")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, PARTS})
    void aBodyOfAHundredMegabytesIsRefusedBeforeItIsTaken(String type) {
        var start = post(type + "Content-Length: " + HUNDRED_MEGABYTES + "\r\n");
        var heard = wire.say(start, PIECE, HUNDRED_MEGABYTES / PIECE.length());
        refused(heard, 413);
        assertThat(heard.taken()).isLessThan(BOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, PARTS})
    void aBodyWithoutAnEndIsCutOff(String type) {
        var chunk = Integer.toHexString(PIECE.length()) + "\r\n" + PIECE + "\r\n";
        var heard = wire.say(post(type + "Transfer-Encoding: chunked\r\n"), chunk, HUNDRED_MEGABYTES / PIECE.length());
        refused(heard, 413);
        assertThat(heard.taken()).isLessThan(BOUND);
    }

    @Test
    void headersThatNeverEndKeepNobodyFromReadingAndWriting() throws IOException {
        var held = new ArrayList<Socket>();
        try {
            for (int n = 0; n < SLOW; n++) {
                var slow = new Socket(InetAddress.getLoopbackAddress(), port);
                held.add(slow);
                drip(slow, "GET " + article + " HTTP/1.1\r\nHost: localhost\r\n");
            }
            for (int n = 0; n < 20; n++) {
                assertThat(new Browser(port).get(article).statusCode()).isEqualTo(200);
                drip(held.get(n), "X-" + n + ": b\r\n");
            }
            assertThat(send("body=").status()).isEqualTo(422);
            assertThat(held)
                    .allSatisfy(slow -> assertThat(slow.getInputStream().available())
                            .as("not answered, and still there")
                            .isZero());
        } finally {
            for (var slow : held) {
                slow.close();
            }
        }
    }

    private static void drip(Socket slow, String piece) throws IOException {
        slow.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
    }

    /** A page that is at hand is answered before the framework; what the server refuses is refused there too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET %s HTTP/1.1\r\n",
                "GET %s HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
                "GET %s HTTP/1.1\r\nHost: a b\r\n",
                "GET http://elsewhere%s HTTP/1.1\r\nHost: localhost\r\n",
                "GET %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n",
                "GET %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nothing\r\n",
                "HEAD %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n",
            })
    void aBrokenRequestForAPageAtHandIsRefused(String request) {
        new Browser(port).get(article);
        new Browser(port).get(article);
        var heard = wire.say(request.formatted(article) + "Connection: close\r\n\r\n");
        assertThat(heard.status()).as(heard.text()).isBetween(400, 501);
        assertThat(heard.text()).doesNotContain("ETag", "max-age=0, public");
    }

    @Test
    void headersAreCountedAndWeighed() {
        refused(wire.say("GET " + article + " HTTP/1.1\r\nHost: localhost\r\n", "X-A: b\r\n", 10_000), 400);
        refused(wire.say("GET " + article + " HTTP/1.1\r\nHost: localhost\r\nX-A: " + PIECE + "\r\n\r\n"), 400);
        refused(wire.say("GET /en/" + PIECE + " HTTP/1.1\r\nHost: localhost\r\n\r\n"), 400);
        refused(wire.say("GET /en/search?q=" + PIECE + " HTTP/1.1\r\nHost: localhost\r\n\r\n"), 400);
        refused(wire.say(PIECE), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/news/\u00ff\u00fe", // raw octets that are not UTF-8
                "/en/news/%ff%fe",
                "/en/news/%c0%ae%c0%ae/etc", // a dot, longer than it may be
                "/en/news/%ed%a0%80", // half a character
                "/en/news/%00",
                "/en/news/\u0000",
                "/en/search?q=\u0000",
                "/en/search?q=\u00ff"
            })
    void anAddressThatIsNoTextIsRefused(String address) {
        refused(wire.say("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%c0%ae", "%ed%a0%80", "%00", "%", "%zz", "%u0041", "\u00ff"})
    void aQuestionThatIsNoTextIsRefusedOrHarmless(String asked) {
        for (var address : new String[] {article + "?comments=", "/en/search?q=", "/en/news?year="}) {
            var heard =
                    wire.say("GET " + address + asked + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(heard.status()).as(address).isIn(200, 303, 400, 404);
            assertThat(heard.answers()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "name=%ff&email=a%40example.org&body=x, 400",
        "name=a&email=a%40example.org&body=%c0%ae, 400",
        "name=a&email=a%40example.org&body=%ed%a0%80, 400",
        "name=a%00&email=a%40example.org&body=x, 422",
        "name=a&email=a%40example.org&body=%00, 422",
        "name=a&email=a%00%40example.org&body=x, 422",
        "name=a&email=a%40example.org&body=%ef%bf%be, 422"
    })
    void wordsThatAreNoTextComeBack(String body, int status) {
        refused(send(body), status);
    }

    @Test
    void overlongFieldsComeBackWhole() {
        for (var field : new String[] {"name", "email", "body", "reply", "time", "website"}) {
            var heard = send("name=a&email=a%40example.org&body=x".replaceAll(field + "=[^&]*", "x=") + "&" + field
                    + "=" + "a".repeat(500_000));
            assertThat(heard.status()).as(field).isEqualTo(field.equals("website") ? 303 : 422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nname=a\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\nname=a\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nname=a\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n6\r\nname=abc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n6;x=\n\nname=a\r\n0\r\n\r\n"
            })
    void brokenChunksAreRefused(String rest) {
        var heard = wire.say("POST " + form + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + FORM + rest);
        refused(heard, 400);
    }

    private static Stream<String> twoLengths() {
        var smuggled = "GET /en/sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n";
        return Stream.of(
                "Content-Length: 6\r\nContent-Length: 60\r\n\r\nname=a" + smuggled,
                "Content-Length: 6, 60\r\n\r\nname=a" + smuggled,
                "Content-Length: +6\r\n\r\nname=a" + smuggled,
                "Content-Length: 0x6\r\n\r\nname=a" + smuggled,
                "Content-Length: 99999999999999999999\r\n\r\nname=a" + smuggled,
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled,
                "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + smuggled,
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + smuggled,
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + smuggled,
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + smuggled,
                "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n" + smuggled,
                "X: y\nContent-Length: 6\rContent-Length: 60\r\n\r\nname=a" + smuggled);
    }

    /** Whoever stands before us may see another end of the first request: nothing after it is read as a second one. */
    @ParameterizedTest
    @MethodSource("twoLengths")
    void noRequestIsSmuggledInAnother(String rest) {
        var heard = wire.say("POST " + form + " HTTP/1.1\r\nHost: localhost\r\n" + FORM + rest);
        assertThat(heard.answers()).as(heard.text()).isEqualTo(1);
        assertThat(heard.status()).as(heard.text()).isBetween(400, 501);
        assertThat(heard.status()).isNotEqualTo(500);
        assertThat(heard.text()).doesNotContain("password", "Tomcat", "Exception");
    }
}

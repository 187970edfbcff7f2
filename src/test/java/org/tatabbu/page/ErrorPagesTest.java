// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnFreshDatabase;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnFreshDatabase
@Import(Stumbles.class)
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    private Browser browser() {
        return new Browser(port);
    }

    private static void ours(HttpResponse<String> answer, int status, Language language) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Browser.header(answer, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(Browser.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Browser.header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(Browser.header(answer, "Content-Language")).isEqualTo(language.tag());
        ours(answer.body(), status, language);
    }

    private static void ours(String html, int status, Language language) {
        var page = Jsoup.parse(html);
        var said = page.select("main .trouble");
        assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.select("html").attr("dir")).isEqualTo(language.direction());
        assertThat(page.title())
                .isEqualTo(PageWords.in(language).titled(said.select("h1").text()));
        assertThat(said.select("bdi").text()).isEqualTo(Integer.toString(status));
        assertThat(said.select("h1").eachText()).containsExactly(title(status, language));
        assertThat(said.select("a").attr("href")).isEqualTo("/" + language.tag());
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(html).doesNotContain("Exception", "org.", "\tat ", "Tomcat", "Whitelabel");
    }

    private static String title(int status, Language language) {
        var words = PageWords.in(language);
        return switch (status) {
            case 404 -> words.notFound();
            case 403 -> words.forbidden();
            case 413 -> words.tooLarge();
            case 400, 405, 415 -> words.notUnderstood();
            default -> words.broken();
        };
    }

    @ParameterizedTest
    @EnumSource
    void anAddressWithoutAPageIsToldInTheLanguageOfTheAddress(Language language) {
        var answer = browser().get("/" + language.tag() + "/nowhere", "Accept-Language", "en");
        ours(answer, 404, language);
        assertThat(Browser.header(answer, "Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/de,fr,FR", "/de/news,'de, en;q=0.5',EN", "/nowhere,de,AR", "/AR,fr,FR", "/ar2,'*',AR", "/de,';;;',AR"
    })
    void anAddressWithoutALanguageOfOursIsToldInTheLanguageThatTheReaderWishes(
            String path, String wishes, Language language) {
        ours(browser().get(path, "Accept-Language", wishes), 404, language);
    }

    @ParameterizedTest
    @EnumSource
    void aFormWithoutItsTokenIsForbidden(Language language) {
        ours(browser().post("/" + language.tag() + "/work/moderation", Map.of("password", "secret")), 403, language);
    }

    @ParameterizedTest
    @EnumSource
    void aFormOverOneMegabyteIsTooLarge(Language language) {
        var path = "/" + language.tag() + "/echo";
        var large = "said=" + "a".repeat(1_100_000);
        ours(browser().send("POST", path, BodyPublishers.ofString(large), "Content-Type", FORM), 413, language);
        var parts = part("said", "a".repeat(1_100_000)) + "--b--\r\n";
        ours(
                browser()
                        .send(
                                "POST",
                                path,
                                BodyPublishers.ofString(parts),
                                "Content-Type",
                                "multipart/form-data; boundary=b"),
                413,
                language);
    }

    @Test
    void aFormThatDoesNotSayHowLargeItIsIsTooLargeAllTheSame(CapturedOutput output) {
        var pieces = "said=" + "a".repeat(1_100_000);
        var body = BodyPublishers.ofByteArrays(List.of(pieces.getBytes(StandardCharsets.UTF_8)));
        ours(browser().send("POST", "/fr/echo", body, "Content-Type", FORM), 413, Language.FR);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void aFormOfJustUnderOneMegabyteIsRead() {
        var body = "said=" + "a".repeat(1_000_000);
        var answer = browser().send("POST", "/fr/echo", BodyPublishers.ofString(body), "Content-Type", FORM);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"said=%ff", "said=%zz", "said=%", "said=a&%c3=b"})
    void aFormThatIsNotTextIsNotUnderstood(String body) {
        ours(browser().send("POST", "/fr/echo", BodyPublishers.ofString(body), "Content-Type", FORM), 400, Language.FR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data", // no boundary
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=b" // a part that does not end
            })
    void aFormInPartsThatCannotBeTakenApartIsNotUnderstood(String type) {
        var body = BodyPublishers.ofString(part("said", "x").stripTrailing());
        ours(browser().send("POST", "/ar/echo", body, "Content-Type", type), 400, Language.AR);
    }

    @Test
    void aFormWithTooManyFieldsIsNotRead() {
        var body = BodyPublishers.ofString("said=x" + "&a=1".repeat(600));
        var answer = browser().send("POST", "/en/echo", body, "Content-Type", FORM);
        assertThat(answer.statusCode()).isBetween(400, 413);
        ours(answer.body(), answer.statusCode(), Language.EN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /fr/news/%ff", // not UTF-8
                "GET /fr/news/a%00b",
                "GET /fr/news/%",
                "GET /fr/%zz/x",
                "GET /fr/news/%25",
                "GET /fr/news/a%2fb",
                "GET /fr/news/..%2f..%2fetc",
                "GET /fr/;a=b"
            })
    void anAddressThatIsNoneIsNotUnderstood(String line) {
        var answer = browser().say(line + " HTTP/1.1\r\nHost: x\r\nAccept-Language: fr\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Security-Policy: default-src 'none'");
        ours(answer.substring(answer.indexOf("\r\n\r\n")), 400, Language.FR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /fr/a\\b", "GET /fr/{a}"})
    void aLineThatIsNoRequestIsAnsweredBeforeItsLanguageIsRead(String line) {
        var answer = browser().say(line + " HTTP/1.1\r\nHost: x\r\nAccept-Language: fr\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Security-Policy: default-src 'none'");
        ours(answer.substring(answer.indexOf("\r\n\r\n")), 400, Language.AR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /en HTTP/1.1\r\n\r\n",
                "GET /en HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /en HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "GET /en HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n"
            })
    void aRequestThatBreaksTheProtocolGetsAPageOfOursToo(String request) {
        var answer = browser().say(request);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("X-Content-Type-Options: nosniff");
        ours(answer.substring(answer.indexOf("\r\n\r\n")), 400, Language.EN);
    }

    @Test
    void nulInAParameterOfAPublicPageIsHarmless() {
        assertThat(browser().get("/ar/news?page=%00").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH", "POST", "TRACE"})
    void aMethodThatAPageDoesNotKnowIsRefused(String method) {
        var answer = browser().send(method, "/en/news");
        ours(answer, 405, Language.EN);
        assertThat(Browser.header(answer, "Allow")).contains("GET");
    }

    @Test
    void aFormInAnotherShapeIsRefused() {
        var body = BodyPublishers.ofString("{}");
        ours(browser().send("POST", "/ar/narrow", body, "Content-Type", "application/json"), 415, Language.AR);
        ours(browser().send("POST", "/ar/narrow", body, "Content-Type", "no type"), 415, Language.AR);
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesWrongInsideIsForTheLogAndNotForThePage(Language language, CapturedOutput output) {
        ours(browser().get("/" + language.tag() + "/stumble"), 500, language);
        assertThat(output.getAll())
                .contains("IllegalStateException: the cause", "IllegalArgumentException: the deeper cause", "\tat ");
    }

    @Test
    void theErrorPageItselfIsNoError() {
        ours(browser().get("/error", "Accept-Language", "fr"), 404, Language.FR);
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class PaperPagesTest {
    private static final byte[] TEXT = "0123456789".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;
    private Visitor east;
    private Visitor west;

    @BeforeEach
    void found() throws Exception {
        parties = stage.found();
        stage.plan(parties, 7);
        east = stage.browser(port, parties, parties.east(), Role.MEMBER);
        west = stage.browser(port, parties, parties.west(), Role.SECRETARY);
    }

    private String path(String language) {
        return "/" + language + "/work/committees/" + parties.committee().slug() + "/papers";
    }

    private Map<String, String> fields(String distribution) {
        return new HashMap<>(Map.of(
                "topic", "meeting:7",
                "kind", "WORKING_DOCUMENT",
                "symbol", "JC/7/WP.3",
                "title_en", "On <b>water</b>",
                "title_ar", "عن الماء",
                "distribution", distribution));
    }

    private String brought(String distribution, String name, byte[] content) throws Exception {
        var answer = east.upload(path("en"), path("en"), fields(distribution), name, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Visitor.to(answer);
    }

    @ParameterizedTest
    @EnumSource
    void aPaperIsBroughtListedAndReadInEveryLanguage(Language language) throws Exception {
        var papers = path(language.tag());
        var words = PaperWords.in(language);
        assertThat(east.page(papers).select(".lead").text()).isEqualTo(words.papersNone());
        var answer = east.upload(papers, papers, fields("JOINT"), "محضر 1.pdf", TEXT);
        assertThat(answer.statusCode()).isEqualTo(303);
        var list = west.page(papers);
        assertThat(list.select(".papers li").text())
                .contains("JC/7/WP.3", words.paperKind("WORKING_DOCUMENT"), words.paperDistribution("JOINT"))
                .contains(
                        words.kilobytes("1"), parties.east().party().shortName().in(language));
        var page = west.page(Visitor.to(answer));
        assertThat(page.select("form[action$=revisions]")).isEmpty();
        var link = Objects.requireNonNull(page.selectFirst("a[href$=content]")).attr("href");
        var file = west.download(link);
        assertThat(file.body()).isEqualTo(TEXT);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"____ 1.pdf\"; filename*=UTF-8''%D9%85%D8%AD%D8%B6%D8%B1%201.pdf");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(file.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox");
    }

    @Test
    void theTypeIsWhatTheContentShows() throws Exception {
        var page = brought(
                "JOINT", "innocent.pdf", "<!doctype html><html><script>1</script>".getBytes(StandardCharsets.UTF_8));
        var file = east.download(page + "/revisions/1/content");
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void theOtherSideLearnsNothingOfAPartysPaper() throws Exception {
        var page = brought("PARTY", "own.txt", TEXT);
        var content = page + "/revisions/1/content";
        assertThat(east.download(content).body()).isEqualTo(TEXT);
        assertThat(west.page(path("en")).text())
                .contains(PaperWords.in(Language.EN).papersNone());
        var absent = path("en") + "/00000000-0000-4000-8000-000000000000";
        assertThat(west.get(page).statusCode()).isEqualTo(404);
        assertThat(west.get(page).body())
                .isEqualTo(west.get(absent)
                        .body()
                        .replace("00000000-0000-4000-8000-000000000000", page.substring(page.length() - 36)));
        assertThat(west.get(content).statusCode()).isEqualTo(404);
        assertThat(west.ask("GET", content, Map.of("Range", "bytes=0-1")).statusCode())
                .isEqualTo(404);
        assertThat(west.ask("HEAD", content, Map.of()).statusCode()).isEqualTo(404);
        var tag =
                east.ask("HEAD", content, Map.of()).headers().firstValue("ETag").orElseThrow();
        for (var condition : List.of("If-None-Match", "If-Match", "If-Range")) {
            var guessed = west.ask("GET", content, Map.of(condition, tag));
            var wrong = west.ask("GET", content, Map.of(condition, "\"wrong\""));
            assertThat(guessed.statusCode()).as(condition).isEqualTo(404);
            assertThat(guessed.headers().map().keySet())
                    .as(condition)
                    .isEqualTo(wrong.headers().map().keySet())
                    .doesNotContain("etag", "last-modified", "accept-ranges", "content-disposition");
            assertThat(guessed.headers().map().toString()).doesNotContain(tag.replaceAll("\\W", ""));
        }
        var token = west.token(path("en"));
        for (var noun : new String[] {"/distribution", "/withdrawal"}) {
            assertThat(west.post(page + noun, Map.of("_csrf", token, "to", "JOINT", "sure", "yes"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(west.upload(path("en"), page + "/revisions", Map.of(), "x", TEXT)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=2-4|206|234|bytes 2-4/10",
                "bytes=7-|206|789|bytes 7-9/10",
                "bytes=-3|206|789|bytes 7-9/10",
                "bytes=5-99|206|56789|bytes 5-9/10",
                "bytes=10-|416|''|bytes */10",
                "bytes=0-1,3-4|200|0123456789|''",
                "bytes=-99|206|0123456789|bytes 0-9/10",
                "bytes=-0|416|''|bytes */10",
                "bytes=9-9|206|9|bytes 9-9/10",
                "bytes=99-100|416|''|bytes */10",
                "bytes=4-2|200|0123456789|''",
                "bytes=-|200|0123456789|''",
                "bytes=99999999999999999999-|200|0123456789|''",
                "lines=1-2|200|0123456789|''"
            })
    void aDownloadGoesOnWhereItStopped(String range, int status, String body, String told) throws Exception {
        var content = brought("PARTY", "a.txt", TEXT) + "/revisions/1/content";
        var answer = east.ask("GET", content, Map.of("Range", range));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Range").orElse("")).isEqualTo(told);
    }

    @Test
    void aRangeOfAnotherContentIsTheWhole() throws Exception {
        var content = brought("PARTY", "a.txt", TEXT) + "/revisions/1/content";
        var head = east.ask("HEAD", content, Map.of());
        var tag = head.headers().firstValue("ETag").orElseThrow();
        assertThat(head.headers().firstValue("Content-Length")).hasValue("10");
        var same = east.ask("GET", content, Map.of("Range", "bytes=1-1", "If-Range", tag));
        assertThat(same.statusCode()).isEqualTo(206);
        var other = east.ask("GET", content, Map.of("Range", "bytes=1-1", "If-Range", "\"other\""));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(TEXT);
    }

    @Test
    void aNewVersionStandsBesideTheOneBefore() throws Exception {
        var page = brought("JOINT", "a.txt", TEXT);
        var changed = "changed".getBytes(StandardCharsets.UTF_8);
        assertThat(east.upload(page, page + "/revisions", Map.of(), "a.txt", TEXT)
                        .statusCode())
                .isEqualTo(422);
        assertThat(east.upload(page, page + "/revisions", Map.of(), "a.txt", changed)
                        .statusCode())
                .isEqualTo(303);
        assertThat(west.download(page + "/revisions/1/content").body()).isEqualTo(TEXT);
        assertThat(west.download(page + "/revisions/2/content").body()).isEqualTo(changed);
    }

    @Test
    void onlyTheLatestVersionOfAnOwnPaperGoesOverAndOnlyWhenConfirmed() throws Exception {
        var page = brought("PARTY", "a.txt", TEXT);
        var fair = "fair copy".getBytes(StandardCharsets.UTF_8);
        east.upload(page, page + "/revisions", Map.of(), "b.txt", fair);
        var form = east.form(page, "distribution");
        assertThat(east.send(form, Map.of()).statusCode()).isEqualTo(422);
        assertThat(west.get(page).statusCode()).isEqualTo(404);
        assertThat(east.send(form, Map.of("sure", "yes")).statusCode()).isEqualTo(303);
        assertThat(west.download(page + "/revisions/1/content").body()).isEqualTo(fair);
        assertThat(west.get(page + "/revisions/2/content").statusCode()).isEqualTo(404);
    }

    @Test
    void aWithdrawnPaperStaysReadableAndChangesNoMore() throws Exception {
        var page = brought("JOINT", "a.txt", TEXT);
        assertThat(east.send(east.form(page, "withdrawal"), Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(east.send(east.form(page, "withdrawal"), Map.of("gone", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(west.page(page).select(".disputed").text()).isEqualTo("Withdrawn");
        assertThat(east.page(page).select("main form")).isEmpty();
        assertThat(west.download(page + "/revisions/1/content").body()).isEqualTo(TEXT);
        assertThat(east.upload(path("en"), page + "/revisions", Map.of(), "b.txt", "b".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"OBSERVER", "PRESS", "MODERATOR"})
    void whoWatchesBringsNothing(Role role) throws Exception {
        var watching = stage.browser(port, parties, parties.east(), role);
        assertThat(watching.page(path("ar")).select("main form")).isEmpty();
        assertThat(watching.upload("/en/work", path("ar"), fields("PARTY"), "a", TEXT)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormThatLacksSomethingComesBackFilled() throws Exception {
        var fields = fields("JOINT");
        fields.put("symbol", "seven");
        var answer = east.upload(path("ar"), path("ar"), fields, "a", TEXT);
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Visitor.read(answer);
        assertThat(page.select("#symbol").val()).isEqualTo("seven");
        assertThat(page.select("#symbol-error").text())
                .isEqualTo(PaperWords.in(Language.AR).paperSymbolWrong());
        var empty = east.upload(path("en"), path("en"), fields("JOINT"), "a", new byte[0]);
        assertThat(Visitor.read(empty).select("#file-error").text())
                .isEqualTo(PaperWords.in(Language.EN).paperFileMissing());
    }

    @Test
    void aSymbolThatIsTakenIsAnsweredBesideItsField() throws Exception {
        brought("JOINT", "a.txt", TEXT);
        var fields = fields("JOINT");
        fields.put("title_ar", "عن النهر");
        var answer = west.upload(path("ar"), path("ar"), fields, "b.txt", TEXT);
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Visitor.read(answer);
        assertThat(page.select("#symbol-error").text())
                .isEqualTo(PaperWords.in(Language.AR).paperSymbolTaken());
        assertThat(page.select("#symbol").val()).isEqualTo("JC/7/WP.3");
        assertThat(page.select("#title_ar").val()).isEqualTo("عن النهر");
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("WORKING_DOCUMENT");
        assertThat(page.select("#topic option[selected]").val()).isEqualTo("meeting:7");
        fields.put("distribution", "PARTY");
        assertThat(west.upload(path("ar"), path("ar"), fields, "b.txt", TEXT).statusCode())
                .isEqualTo(303);
    }

    @Test
    void anOwnPaperWhoseSymbolIsTakenGoesOverUnderAnother() throws Exception {
        var page = brought("PARTY", "a.txt", TEXT);
        brought("JOINT", "b.txt", TEXT);
        var form = east.form(page, "distribution");
        var refused = east.send(form, Map.of("sure", "yes"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(refused).select("#symbol-error").text())
                .isEqualTo(PaperWords.in(Language.EN).paperSymbolTaken());
        assertThat(Visitor.read(refused).select("#symbol").val()).isEqualTo("JC/7/WP.3");
        assertThat(west.get(page).statusCode()).isEqualTo(404);
        assertThat(east.send(form, Map.of("sure", "yes", "symbol", "jc/7/WP.4")).statusCode())
                .isEqualTo(303);
        assertThat(west.page(page).select(".facts").text()).contains("JC/7/WP.4");
    }

    @ParameterizedTest
    @CsvSource({"ar, 51", "en, 60"})
    void aFileThatIsTooLargeIsAnsweredWithTheForm(String language, int megabytes) throws Exception {
        var answer = east.upload(path(language), path(language), fields("PARTY"), "large", new byte[megabytes << 20]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Visitor.read(answer).select("form #file-error").text())
                .isEqualTo(PaperWords.in(Language.of(language).orElseThrow()).paperFileTooLarge());
        assertThat(Visitor.read(answer).select("#title_en").val()).isEqualTo("On <b>water</b>");
        assertThat(east.page(path(language)).select(".papers")).isEmpty();
    }

    @Test
    void withoutItsTokenAFormInPartsIsRefused() throws Exception {
        assertThat(east.upload("/en/sign-in", path("en"), Map.of("_csrf", "forged"), "a", TEXT)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aStrangersLargeFormIsAnsweredUnread() throws Exception {
        try (var line = new Socket("localhost", port)) {
            line.setSoTimeout(20_000);
            var head = "POST " + path("fr") + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 52000000\r\n"
                    + "Content-Type: multipart/form-data; boundary=limit\r\n\r\n--limit\r\n";
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().flush();
            var answer = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 303");
        }
    }
}

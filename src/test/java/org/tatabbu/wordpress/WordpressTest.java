// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.wordpress.ExportTest.FOOT;
import static org.tatabbu.wordpress.ExportTest.HEAD;
import static org.tatabbu.wordpress.ExportTest.comment;
import static org.tatabbu.wordpress.ExportTest.item;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

/** A site brought here, as its readers then find it. */
@OnStage
class WordpressTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Wordpress wordpress;

    @Autowired
    private JdbcClient sql;

    private static final Instant AT = Instant.parse("2023-02-01T12:00:00Z");

    private final String site = "https://" + UUID.randomUUID() + ".example";
    private final StringWriter lines = new StringWriter();
    private Stage.Parties parties;

    @BeforeEach
    void meet() {
        parties = stage.found();
    }

    private Report bring(boolean trial, List<Seat> by, String... items) {
        var file = HEAD + String.join("", items) + FOOT;
        var bytes = file.replace("https://old.example", site)
                .replace("name-", "n" + site.substring(8, 16) + "-")
                .getBytes(StandardCharsets.UTF_8);
        lines.getBuffer().setLength(0);
        var report = new Report(lines, Language.EN);
        wordpress.bring(new ByteArrayInputStream(bytes), new Wordpress.Order(by, AT, trial), report);
        return report;
    }

    private Report bring(Seat by, String... items) {
        return bring(false, List.of(by), items);
    }

    private String slug(int id) {
        return "n" + site.substring(8, 16) + "-" + id;
    }

    @Test
    void anArticleKeepsItsDateItsTextAndItsAddress() {
        var report = bring(
                parties.east().secretary(), item(1, "").replace("Body 1", "Body <script>alert(1)</script><b>bold</b>"));
        assertThat(report.articles()).isOne();
        assertThat(report.leftOut()).containsOnlyKeys(Report.Reason.PARTS_LEFT_OUT);
        var page = new Browser(port).page("/ar/news/" + slug(1));
        assertThat(page.select("h1").text()).isEqualTo("Title 1");
        assertThat(page.select("time[datetime=2023-01-17]")).isNotEmpty();
        assertThat(page.select("article strong, main strong").text()).contains("bold");
        assertThat(page.select("script")).isEmpty();
        var old = new Browser(port).get("/2023/01/17/" + slug(1) + "/");
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(Browser.header(old, "Location")).isEqualTo("/ar/news/" + slug(1));
        assertThat(new Browser(port).get("/2023/01/17/nothing/").statusCode()).isEqualTo(404);
    }

    @Test
    void whatNobodyTranslatedIsMarkedAsWhatItIs() {
        bring(
                parties.east().secretary(),
                item(1, "").replace("Title 1", "عنوان").replace("Body 1", "نص <b>المقال</b>"));
        var page = new Browser(port).page("/fr/news/" + slug(1));
        assertThat(page.select("h1[lang=ar][dir=rtl]").text()).isEqualTo("عنوان");
        assertThat(page.select("div[lang=ar][dir=rtl] p").text()).startsWith("نص المقال");
        assertThat(page.select("article").attr("lang")).isEqualTo("fr");
        assertThat(page.select("article").text()).contains("n’existe que dans une langue", "العربية");
        assertThat(new Browser(port).page("/ar/news/" + slug(1)).select("article [lang]"))
                .isEmpty();
        var linked = new Browser(port).get("/fr/news/" + slug(1) + ".jsonld").body();
        assertThat(linked).contains("\"inLanguage\":\"ar\"", "نص المقال").doesNotContain("**");
    }

    @Test
    void whatIsBroughtAgainChangesNothing() {
        var items = new String[] {item(1, comment(1, 0, "1", "Well said")), item(2, "")};
        bring(parties.east().secretary(), items);
        var before = counts();
        var again = bring(parties.west().secretary(), items);
        assertThat(again.articles()).isZero();
        assertThat(again.comments()).isZero();
        assertThat(again.repeated()).isEqualTo(3);
        assertThat(counts()).isEqualTo(before);
    }

    private String counts() {
        return sql.sql("""
                select (select count(*) from publication.article) || ' ' || (select count(*) from discussion.comment)
                  || ' ' || (select count(*) from wordpress.former) as counts
                """).query((row, n) -> row.getString("counts")).single();
    }

    @Test
    void whatIsNotTakenIsNamedWithItsReason() {
        var report = bring(
                parties.east().secretary(),
                item(1, "").replace(">post<", ">page<"),
                item(2, "").replace("publish", "draft"),
                item(3, "").replace("<p>Body 3</p>", ""),
                item(4, "").replace("Title 4", "=cmd()").replace(">post<", ">attachment<"));
        assertThat(report.articles()).isZero();
        assertThat(report.leftOut())
                .containsOnlyKeys(Report.Reason.NOT_AN_ARTICLE, Report.Reason.NOT_PUBLISHED, Report.Reason.NO_TEXT);
        assertThat(lines.toString().lines()).hasSize(5).last().asString().startsWith("\"'=cmd()\"");
    }

    @Test
    void aFileThatEndsEarlyHasBroughtWhatCameBefore() {
        var report = bring(parties.east().secretary(), item(1, ""), "<item><title>x");
        assertThat(report.articles()).isOne();
        assertThat(report.leftOut()).containsOnlyKeys(Report.Reason.NOT_XML);
    }

    @Test
    void whoDoesNotPublishBringsNothing() {
        var report = bring(parties.east().head(), item(1, ""));
        assertThat(report.articles()).isZero();
        assertThat(report.leftOut()).containsOnlyKeys(Report.Reason.NOT_YOURS);
    }
}

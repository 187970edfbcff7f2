// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.article;
import static org.tatabbu.publication.Pressroom.unique;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.article.ArticleText;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.publication.Pressroom;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.publication.Printing;
import org.tatabbu.testing.Browser;

@Printing
class CommuniquePagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    private Hosts hosts;
    private Browser secretary = new Browser(0);
    private Browser other = new Browser(0);

    @BeforeEach
    void meet() {
        hosts = press.found();
        press.adopted(hosts, 1, "cleared clause");
        secretary = member(Role.SECRETARY);
        other = new Browser(port);
        var west = hosts.committee().parties().getLast();
        other.signIn(press.member(hosts, Role.SECRETARY, west), Pressroom.PASSWORD);
    }

    private Browser member(Role role) {
        var browser = new Browser(port);
        browser.signIn(press.member(hosts, role), Pressroom.PASSWORD);
        return browser;
    }

    private String path(Language language) {
        return "/" + language.tag() + "/work/committees/" + hosts.slug() + "/meetings/1/communique";
    }

    private static Element form(Document page, String action) {
        return Objects.requireNonNull(page.selectFirst("form[action$=" + action + "]"), action);
    }

    private static Map<String, String> fields(String slug) {
        var fields = new HashMap<String, String>();
        for (var language : Language.ALL) {
            for (var field : DraftForm.TEXTS) {
                fields.put(field + "_" + language.tag(), field + " in " + language.tag());
            }
            fields.put("p1_" + language.tag(), "body in " + language.tag());
        }
        fields.put("slug", slug);
        return fields;
    }

    private static List<String> tasks(Browser who, Language language) {
        return who.page("/" + language.tag() + "/work").select(".tasks a").eachAttr("href");
    }

    private HttpResponse<String> write(Browser who, Document seen, Map<String, String> fields) {
        return who.send(form(seen, "/revision"), fields);
    }

    @ParameterizedTest
    @EnumSource
    void itIsWrittenReadInEveryLanguageAndPublished(Language language) {
        var slug = unique("a");
        var path = path(language);
        var fields = fields(slug);
        fields.put("p1_from", "1");
        fields.put(secretary.page(path).select("input[name^=clause_]").attr("name"), "yes");
        var saved = write(secretary, secretary.page(path), fields);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(Browser.header(saved, "Location")).isEqualTo(path);
        var draft = secretary.page(path);
        assertThat(draft.select("[role=status]").text())
                .isEqualTo(PressWords.in(language).saved());
        assertThat(draft.select(".preview article").eachAttr("lang")).containsExactly("ar", "fr", "en");
        assertThat(draft.select(".preview").eachText()).allMatch(text -> text.contains("cleared clause"));
        assertThat(draft.select("h1")).hasSize(1);

        assertThat(tasks(secretary, language)).contains(path);
        assertThat(tasks(other, language)).contains(path);

        var unread = secretary.send(form(draft, "/clearance"), Map.of());
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(Browser.page(unread).select(".tick.wrong .error").text())
                .isEqualTo(PressWords.in(language).readFirst());
        assertThat(secretary
                        .send(form(draft, "/clearance"), Map.of("read", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(tasks(secretary, language)).doesNotContain(path);
        assertThat(tasks(other, language)).contains(path);
        // One office alone publishes nothing.
        assertThat(secretary.get("/ar/news/" + slug).statusCode()).isEqualTo(404);
        assertThat(secretary.page(path).select(".clearances form").eachAttr("action"))
                .containsExactly(path + "/retraction");

        var published = other.send(form(other.page(path), "/clearance"), Map.of("read", "yes"));
        assertThat(published.statusCode()).isEqualTo(303);
        for (var reading : Language.ALL) {
            var page = new Browser(port).page("/" + reading.tag() + "/news/" + slug);
            assertThat(page.select("h1").text()).isEqualTo("title in " + reading.tag());
            assertThat(page.select("main").text())
                    .contains("body in " + reading.tag(), "authority in " + reading.tag());
        }
        assertThat(secretary.page(path).select("form[action$=/revision], form[action$=/clearance]"))
                .isEmpty();
        var late = secretary.send(form(draft, "/revision"), fields("other"));
        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(secretary.page(path).select("[role=status]").text())
                .isEqualTo(PressWords.in(language).isPublic());
        assertThat(secretary.get("/ar/news/other").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsOvertakenSeesBothTexts(Language language) {
        var other = member(Role.PRESS);
        var opened = other.page(path(language));
        write(secretary, secretary.page(path(language)), fields(unique("a")));
        var mine = fields(unique("b"));
        mine.put("title_fr", "My own title");
        var answer = write(other, opened, mine);
        assertThat(answer.statusCode()).isEqualTo(409);
        var page = Browser.page(answer);
        assertThat(page.select("section.warning").text()).contains("title in fr", "lead in ar", "body in en");
        assertThat(page.select("[name=title_fr]").val()).isEqualTo("My own title");
        // Having seen both, what they save next stands.
        assertThat(other.send(form(page, "/revision"), Map.of()).statusCode()).isEqualTo(303);
        assertThat(secretary.page(path(language)).select("[name=title_fr]").val())
                .isEqualTo("My own title");
    }

    @Test
    void whoPublishesAnOlderVersionThanTheLastIsAskedToReadItAgain() {
        var slug = unique("a");
        write(secretary, secretary.page(path(Language.EN)), fields(slug));
        var read = secretary.page(path(Language.EN));
        write(secretary, read, fields(slug));
        secretary.page(path(Language.EN));
        secretary.send(form(read, "/clearance"), Map.of("read", "yes"));
        assertThat(secretary.page(path(Language.EN)).select("[role=status]").text())
                .isEqualTo(PressWords.in(Language.EN).changedMeanwhile());
        assertThat(secretary.get("/en/news/" + slug).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressThatIsTakenComesBackWithTheTextKept() {
        var slug = unique("a");
        press.write(hosts, null, article(slug));
        var answer = write(secretary, secretary.page(path(Language.FR)), fields(slug));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Browser.page(answer);
        assertThat(page.select("#slug-error").text())
                .isEqualTo(PressWords.in(Language.FR).slugTaken());
        assertThat(page.select("[name=p1_ar]").text()).isEqualTo("body in ar");
    }

    @Test
    void eachFieldSaysWhatToDoAboutIt() {
        var fields = fields("Not A Slug");
        fields.put("title_ar", "x".repeat(ArticleText.LONGEST_LINE + 1));
        fields.put("lead_fr", "a\u202Eb");
        var answer = write(secretary, secretary.page(path(Language.EN)), fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        var words = PressWords.in(Language.EN);
        var page = Browser.page(answer);
        assertThat(page.select("#title_ar-error").text()).isEqualTo(words.tooLong(ArticleText.LONGEST_LINE));
        assertThat(page.select("#lead_fr-error").text()).isEqualTo(words.hiddenCharacters());
        assertThat(page.select("[autofocus]").eachAttr("id")).containsExactly("slug");
    }

    @Test
    void beforeAdoptionNoClauseIsOfferedAndNothingGoesOut() {
        var next = press.plan(hosts, 2);
        press.clause(hosts, next, "unripe clause", null);
        var path = "/en/work/committees/" + hosts.slug() + "/meetings/2/communique";
        var slug = unique("a");
        write(secretary, secretary.page(path), fields(slug));
        var page = secretary.page(path);
        assertThat(page.text())
                .contains(PressWords.in(Language.EN).waitForAdoption())
                .doesNotContain("unripe");
        assertThat(page.select("form[action$=/clearance]")).isEmpty();
        var token = page.select("[name=_csrf]").val();
        secretary.post(path + "/clearance", Map.of("_csrf", token, "digest", "0".repeat(64), "read", "yes"));
        assertThat(secretary.get("/en/news/" + slug).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSitsSeesTheClauseBehindEachParagraph(Role role) {
        var fields = fields(unique("a"));
        fields.put("p1_from", "1");
        fields.put("p2_ar", "وبعد");
        fields.put("p2_fr", "Et puis");
        fields.put("p2_en", "And so");
        write(secretary, secretary.page(path(Language.EN)), fields);
        var page = member(role).page(path(Language.EN) + "/trace");
        var rows = page.select(".trace tbody tr");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().text()).contains("body in en", "cleared clause");
        assertThat(rows.getLast().text())
                .contains("And so", PressWords.in(Language.EN).joins())
                .doesNotContain("cleared clause");
        // Both offices are told before they clear.
        assertThat(other.page(path(Language.EN)).select(".joining").text())
                .contains("And so")
                .doesNotContain("body in en");
    }

    @Test
    void aParagraphTellsOnlyClausesThatAreOpen() {
        var fields = fields(unique("a"));
        for (var wrong : new String[] {"2", "1, 9", "one", "-1"}) {
            fields.put("p1_from", wrong);
            var answer = write(secretary, secretary.page(path(Language.EN)), fields);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Browser.page(answer).select("#p1_from-error").text())
                    .isEqualTo(PressWords.in(Language.EN).fromWrong());
        }
    }

    @Test
    void theHourIsShownByTheClocksOfAll() {
        var fields = fields(unique("a"));
        fields.put("out", "2099-12-01T10:30");
        write(secretary, secretary.page(path(Language.EN)), fields);
        var page = secretary.page(path(Language.EN));
        assertThat(page.select("[name=out]").val()).isEqualTo("2099-12-01T10:30");
        assertThat(page.select(".clearances").text()).contains("10:30");
        for (var office : new Browser[] {secretary, other}) {
            office.send(form(office.page(path(Language.EN)), "/clearance"), Map.of("read", "yes"));
        }
        assertThat(other.page(path(Language.EN)).select("[role=status]").text()).contains("10:30");
        fields.put("out", "tomorrow");
        assertThat(write(secretary, page, fields).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoPublishesFindsThePage(Role role) {
        boolean may = role == Role.SECRETARY || role == Role.PRESS;
        assertThat(member(role).get(path(Language.EN)).statusCode()).isEqualTo(may ? 200 : 404);
    }

    @Test
    void whoIsNotOfTheCommitteeFindsWhatIsNotThere() {
        var elsewhere = press.found();
        var stranger = new Browser(port);
        stranger.signIn(press.member(elsewhere, Role.SECRETARY), Pressroom.PASSWORD);
        var token = stranger.page("/en/work").select("[name=_csrf]").val();
        var mine = stranger.get(path(Language.EN));
        var none = stranger.get("/en/work/committees/nobody/meetings/1/communique");
        assertThat(mine.statusCode()).isEqualTo(404);
        assertThat(mine.body()).isEqualTo(none.body());
        for (var step : new String[] {"/revision", "/clearance", "/retraction"}) {
            var fields = fields(unique("a"));
            fields.putAll(Map.of("_csrf", token, "revision", "0", "read", "yes"));
            assertThat(stranger.post(path(Language.EN) + step, fields).statusCode())
                    .isEqualTo(404);
        }
    }
}

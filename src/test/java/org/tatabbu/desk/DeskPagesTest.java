// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Committees;
import org.tatabbu.followup.Commitments;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Told;

/** What waits for whom in the two stories. */
@Told
class DeskPagesTest {
    private static final String RIVER = "/work/committees/river-salsabil";
    private static final List<String> EVERYBODY = List.of(
            "layla@wadi-nour.example",
            "samir@tel-zahra.example",
            "huda@wadi-nour.example",
            "karim@tel-zahra.example",
            "rim@wadi-nour.example",
            "adam@tel-zahra.example",
            "head.a@defence.example",
            "head.b@defence.example",
            "secretary.a@defence.example",
            "secretary.b@defence.example");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Committees committees;

    @Autowired
    private Commitments commitments;

    private Document desk(String email, Language language) {
        return Browser.of(port, email).page("/" + language.tag() + "/work");
    }

    /** The number of the n-th promise told; its year depends on the day. */
    private String numbered(String text) {
        var found =
                commitments.of(committees.find("river-salsabil").orElseThrow().id());
        for (int n = 1; n <= found.size(); n++) {
            text = text.replace("T-" + n, found.get(n - 1).number());
        }
        return text;
    }

    private static List<String> tasks(Document desk) {
        return desk.select(".tasks a").eachAttr("href").stream()
                .map(href -> href.substring(3)
                        .replace(RIVER, "river")
                        .replaceFirst("procedures/[0-9a-f-]{36}", "procedures/TEXT"))
                .toList();
    }

    private Browser stranger() {
        var email = UUID.randomUUID() + "@example.org";
        accounts.create(email, new PersonName("عابر", "Passer"), "the officers' club", Instant.now());
        var browser = new Browser(port);
        browser.signIn(email, "the officers' club");
        return browser;
    }

    @ParameterizedTest
    @CsvSource({
        "layla@wadi-nour.example, river/procedures/TEXT river/meetings/3/adoption river/commitments/T-2 river/commitments/T-3",
        "samir@tel-zahra.example, river/procedures/TEXT river/meetings/3/adoption river/commitments/T-1",
        "huda@wadi-nour.example, river/commitments/T-2 river/commitments/T-3 /work/moderation",
        "karim@tel-zahra.example, river/commitments/T-1 /work/moderation",
        "rim@wadi-nour.example, /work/moderation",
        "adam@tel-zahra.example, /work/moderation",
        "head.a@defence.example, ''",
        "head.b@defence.example, ''",
        "secretary.a@defence.example, /work/moderation",
        "secretary.b@defence.example, /work/moderation"
    })
    void eachSeesExactlyWhatWaitsForThem(String email, String waiting) {
        for (var language : Language.ALL) {
            var expected = waiting.isEmpty()
                    ? List.<String>of()
                    : List.of(numbered(waiting).split(" "));
            assertThat(tasks(desk(email, language))).isEqualTo(expected);
        }
    }

    @Test
    void everyTaskOpensForWhomItWaits() {
        for (var email : EVERYBODY) {
            var browser = Browser.of(port, email);
            for (var href : browser.page("/ar/work").select("main a").eachAttr("href")) {
                assertThat(browser.get(href).statusCode())
                        .as(email + " " + href)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whatMustBeDecidedComesFirstThenTheNearestDue() {
        for (var email : EVERYBODY) {
            var tasks = desk(email, Language.EN).select(".tasks > li");
            var pressing = tasks.stream().map(task -> task.hasClass("pressing")).toList();
            assertThat(pressing).isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
            var due = tasks.stream()
                    .filter(task -> !task.hasClass("pressing"))
                    .map(task -> task.select("time").attr("datetime"))
                    .map(day -> day.isEmpty() ? "9999" : day)
                    .toList();
            assertThat(due).isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLateSaysSo(Language language) {
        var words = DeskWords.in(language);
        var tasks = desk("huda@wadi-nour.example", language).select(".tasks > li");
        var first = tasks.stream().findFirst().map(Element::text).orElse("");
        assertThat(first).contains(words.overdue(numbered("T-2")));
        assertThat(tasks.stream().map(task -> !task.select(".late").isEmpty())).containsExactly(true, false, false);
        assertThat(tasks.get(1).text()).contains(words.owed(numbered("T-3")));
        assertThat(tasks.get(2).text()).contains(words.comments(1));
    }

    @Test
    void nothingOfOnePartysRightsIsOfferedToAnother() {
        var heads = List.of("layla@wadi-nour.example", "samir@tel-zahra.example");
        for (var email : EVERYBODY) {
            var browser = Browser.of(port, email);
            if (!email.contains("defence")) {
                var adoption = browser.page("/en" + RIVER + "/meetings/3/adoption");
                assertThat(adoption.select("main form").isEmpty()).as(email).isEqualTo(!heads.contains(email));
                var meeting = browser.page("/en" + RIVER + "/meetings/2");
                boolean publishes = List.of("huda", "karim", "rim").contains(email.substring(0, email.indexOf('@')));
                assertThat(meeting.select("a[href$=/communique]").isEmpty())
                        .as(email)
                        .isEqualTo(!publishes);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoSeatSeesThatNothingWaitsAndWhoGivesSeats(Language language) {
        var desk = stranger().page("/" + language.tag() + "/work");
        var words = DeskWords.in(language);
        assertThat(desk.select("main").text()).contains(words.nothing(), words.noPlace());
        assertThat(desk.select(".tasks li, .rows li")).isEmpty();
        assertThat(desk.select("h1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/meetings/1",
                "/meetings/4",
                "/meetings/1/minutes",
                "/meetings/1/adoption",
                "/meetings/1/communique",
                "/commitments",
                "/commitments/T-1"
            })
    void aCommitteeOfOthersIsNotThere(String page) {
        var stranger = stranger();
        var defender = Browser.of(port, "secretary.a@defence.example");
        for (var visitor : List.of(stranger, defender)) {
            var theirs = visitor.get("/fr" + RIVER + numbered(page));
            var nobodys = visitor.get("/fr/work/committees/nobody" + numbered(page));
            assertThat(theirs.statusCode()).isEqualTo(404);
            assertThat(theirs.body()).isEqualTo(nobodys.body());
            assertThat(theirs.headers().map().keySet())
                    .isEqualTo(nobodys.headers().map().keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/meetings/9", "/meetings/0", "/meetings/99999", "/meetings/x", "/commitments/T-99", "/nowhere"})
    void whatIsNotInOnesOwnCommitteeIsNotThere(String page) {
        assertThat(Browser.of(port, "huda@wadi-nour.example")
                        .get("/ar" + RIVER + page)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void aCommitteeShowsItsPeopleMeetingsRegisterAndCommitments(Language language) {
        var page = Browser.of(port, "karim@tel-zahra.example").page("/" + language.tag() + RIVER);
        var words = DeskWords.in(language);
        assertThat(page.select("section[aria-labelledby=meetings] li")).hasSize(4);
        assertThat(page.select("section[aria-labelledby=register] li")).hasSize(3);
        assertThat(page.select(".people li")).hasSize(6);
        assertThat(page.select("section[aria-labelledby=follow]").text())
                .contains(words.commitmentsCounted(4), words.overdueCounted(2));
        assertThat(page.select("main").text()).contains(words.role("HEAD"), words.state("PLANNED"));
        assertThat(page.html()).doesNotContain("@wadi-nour.example", "@tel-zahra.example");
    }
}

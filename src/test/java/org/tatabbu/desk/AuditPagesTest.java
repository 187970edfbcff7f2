// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Rule;
import org.tatabbu.language.Language;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Rooms;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

/** The trace of a committee as each side reads it. */
@OnStage
class AuditPagesTest {
    private static final Pattern NOTED = Pattern.compile("\\(\\s*\"([a-z]+\\.[a-z]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionOperations transactions;

    private Stage.Parties parties;
    private Visitor east;
    private Visitor west;

    @BeforeEach
    void found() throws Exception {
        parties = stage.found();
        east = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        west = stage.browser(port, parties, parties.west(), Role.SECRETARY);
    }

    private String path(String language) {
        return "/" + language + "/work/committees/" + parties.committee().slug() + "/audit";
    }

    private void note(Change change) {
        transactions.executeWithoutResult(transaction -> audit.note(change, NOON));
    }

    private void joint(String after) {
        var party = parties.east().party().id().id();
        note(Change.joint("area.added", null, party, parties.id().id(), "1", "", after));
    }

    private void own(String after) {
        var party = parties.east().party().id().id();
        note(Change.own("brief.written", null, party, parties.id().id(), "secret", "", after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void eachSideReadsTheJointPartAndItsOwnInItsLanguage(String language) throws Exception {
        joint("Joint area");
        own("Our own brief");
        var words = DeskWords.in(Language.of(language).orElseThrow());
        var mine = east.page(path(language));
        var theirs = west.page(path(language));
        assertThat(mine.select("main").text()).contains("Joint area", "Our own brief", words.traceWhat("area_added"));
        assertThat(theirs.select("main").text()).contains("Joint area").doesNotContain("Our own brief", "secret");
        assertThat(mine.select(".trace tbody tr"))
                .hasSize(theirs.select(".trace tbody tr").size() + 1);
        assertThat(mine.select("#kind option[value=brief]")).hasSize(1);
        assertThat(theirs.select("#kind option[value=brief]")).isEmpty();
        assertThat(mine.select(".own")).hasSize(1);
        assertThat(mine.select(".stance.a")).isNotEmpty();
        assertThat(mine.select(".trace time").text()).contains("13:00");
    }

    @Test
    void theOtherSideFindsNothingOfOurOwnByFilterPageOrTable() throws Exception {
        own("Our own brief");
        assertThat(west.page(path("en") + "?kind=brief").select(".trace tbody tr"))
                .isEmpty();
        assertThat(west.page(path("en") + "?page=2").text()).doesNotContain("Our own brief");
        assertThat(west.get(path("en") + ".csv").body()).doesNotContain("Our own brief", "secret");
        assertThat(east.get(path("en") + ".csv").body()).contains("Our own brief");
    }

    @Test
    void howCommentsStandIsSaidAsPeopleSayIt() throws Exception {
        var party = parties.east().party().id().id();
        note(Change.joint(
                "comments.opened", null, party, parties.id().id(), "/news/a-bridge", "COMMENTS_RULE", "COMMENTS_OPEN"));
        for (var language : Language.ALL) {
            assertThat(east.page(path(language.tag())).select(".trace").text())
                    .contains(DeskWords.in(language).traceWhat("comments_opened"), "/news/a-bridge")
                    .doesNotContain("COMMENTS_");
        }
    }

    @Test
    void aRuleAndItsValuesAreSaidAsPeopleSayThem() throws Exception {
        var party = parties.east().party().id().id();
        note(Change.joint("rule.set", null, party, parties.id().id(), "CONVENE_DAYS", "30", "60"));
        var said = new String[] {
            Rule.CONVENE_DAYS.label(Language.EN),
            Rule.CONVENE_DAYS.label("30", Language.EN),
            Rule.CONVENE_DAYS.label("60", Language.EN)
        };
        assertThat(east.page(path("en")).select("main").text()).contains(said).doesNotContain("CONVENE_DAYS");
        assertThat(east.get(path("en") + ".csv").body()).contains(said).doesNotContain("CONVENE_DAYS");
    }

    @Test
    void whoRenamesTheirAccountReadsBothNames() throws Exception {
        var form = east.form("/en/work/account", "/account/name");
        assertThat(east.send(form, Map.of("latin", "Newly named")).statusCode()).isEqualTo(303);
        assertThat(east.page("/en/work/account/changes").select("ol.rows li").text())
                .contains("Member", "Newly named");
    }

    @Test
    void whatHappenedToAnAccountIsReadByItsHolderAlone() throws Exception {
        var email = Stage.email();
        var account = stage.account(email);
        transactions.executeWithoutResult(transaction -> {
            audit.note(Change.personal("password.forgotten", null, account.id().toString()), NOON);
            audit.note(Change.personal("sessions.ended", account.id(), "account:" + account.id()), NOON);
        });
        var words = DeskWords.in(Language.EN);
        var mine = new Visitor(port, email)
                .page("/en/work/account/changes")
                .select("main")
                .text();
        assertThat(mine)
                .contains(
                        words.traceWhat("password_forgotten"),
                        words.traceWhat("sessions_ended"),
                        words.traceWhat("account_entered"));
        assertThat(east.page("/en/work/account/changes").select("main").text())
                .doesNotContain(words.traceWhat("password_forgotten"), words.traceWhat("sessions_ended"));
    }

    @Test
    void aPageIsShownOfAllWithTheWayToTheRest() throws Exception {
        for (int i = 0; i < 40; i++) {
            joint("area " + i);
        }
        var filter = "?kind=area&from=2023-01-17&until=2023-01-17";
        var first = east.page(path("en") + filter);
        assertThat(first.select("#shown").text()).isEqualTo("1 to 25 of 40 shown");
        var next = first.select("a[rel=next]").attr("href");
        var second = east.page(next);
        assertThat(second.select(".trace tbody tr")).hasSize(15);
        assertThat(second.select("#shown").text()).isEqualTo("26 to 40 of 40 shown");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[rel=prev]").attr("href"))
                .contains("kind=area")
                .contains("page=1");
        assertThat(east.page(path("en") + "?kind=area&from=2023-01-18")
                        .select("#shown")
                        .text())
                .isEqualTo(DeskWords.in(Language.EN).traceNone());
    }

    @Test
    void aDayThatIsNoneIsToldBesideItsField() throws Exception {
        var answer = east.get(path("en") + "?from=2023-02-30&until=x");
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Visitor.read(answer);
        assertThat(page.select("#from").attr("value")).isEqualTo("2023-02-30");
        assertThat(page.select("#from-error").text()).isNotEmpty();
        assertThat(page.select("#until-error").text()).isNotEmpty();
        var backwards = east.get(path("en") + "?from=2023-01-18&until=2023-01-17");
        assertThat(Visitor.read(backwards).select("#until-error").text())
                .isEqualTo(DeskWords.in(Language.EN).traceBackwards());
    }

    @Test
    void theTableIsAFileThatNobodyKeepsAndNoProgramCalculates() throws Exception {
        joint("=HYPERLINK(\"http://example.org\")");
        var answer = east.get(path("ar") + ".csv?kind=area");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body())
                .startsWith("\uFEFF")
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"")
                .doesNotContain("\"=HYPERLINK");
        for (var sign : List.of("=", "+", "-", "@")) {
            assertThat(AuditTable.cell(sign + "1")).isEqualTo("\"'" + sign + "1\"");
        }
        assertThat(AuditTable.cell("1-1")).isEqualTo("\"1-1\"");
    }

    @Test
    void anAddressIsShownToItsOwnSideAlone() throws Exception {
        stage.written(parties, 1, Stage.noted("one"));
        var minutes = parties.path("en", 1) + "/minutes";
        var form = east.form(minutes + "/clauses/new", "/minutes/clauses");
        var answer = east.send(form, Map.of("verb", "NOTED", "text_ar", "نص", "text_fr", "Texte", "text_en", "Text"));
        assertThat(answer.statusCode()).isEqualTo(303);

        assertThat(east.page(path("ar")).select(".origin").eachText()).containsExactly("127.0.0.1");
        assertThat(west.page(path("ar")).select(".origin")).isEmpty();
        assertThat(east.get(path("en") + ".csv").body()).contains("127.0.0.1");
        assertThat(west.get(path("en") + ".csv").body()).doesNotContain("127.0.0.1");
    }

    @Test
    void aCommitteeOfOthersIsNotHere() throws Exception {
        var others = stage.found();
        var stranger = stage.browser(port, others, others.east(), Role.HEAD);
        assertThat(stranger.get(path("en")).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path("en") + ".csv").statusCode()).isEqualTo(404);
        var none = path("en").replace(parties.committee().slug(), "committee-" + UUID.randomUUID());
        assertThat(stranger.get(none).statusCode()).isEqualTo(404);
    }

    @Test
    void theCommitteesPageLeadsHere() throws Exception {
        var desk = east.page(path("en").replace("/audit", ""));
        assertThat(desk.select("main a").eachAttr("href")).contains(path("en"));
    }

    @Test
    void everyChangeThatIsNotedHasItsWords() {
        int found = 0;
        for (var room : Rooms.all()) {
            for (var source : room.sources()) {
                var code = Rooms.text(source);
                var notes = code.contains("import org.tatabbu.audit.Change;") ? NOTED.matcher(code) : null;
                while (notes != null && notes.find()) {
                    found++;
                    for (var language : Language.ALL) {
                        var words = DeskWords.in(language);
                        assertThat(words.traceWhat(notes.group(1).replace('.', '_')))
                                .as("%s has no words of its own in words/desk/%s.properties", notes.group(1), language)
                                .isNotEqualTo(words.traceWhat("other"));
                    }
                }
            }
        }
        assertThat(found).as("No noted change was seen in the code.").isGreaterThan(15);
    }
}

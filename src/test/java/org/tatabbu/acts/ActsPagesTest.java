// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.text;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.committee.Role;
import org.tatabbu.minutes.Verb;
import org.tatabbu.original.ActKind;
import org.tatabbu.procedure.Procedures;
import org.tatabbu.procedure.Step;
import org.tatabbu.procedure.Writing;
import org.tatabbu.testing.HtmlJudge;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;

/** The register, read and written in a browser. */
@OnStage
class ActsPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Signers signers;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;
    private Visitor east;
    private Visitor west;
    private Act act;

    @BeforeEach
    void found() throws Exception {
        parties = stage.found();
        east = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        west = stage.browser(port, parties, parties.west(), Role.SECRETARY);
        act = adopted("=SUM(1) on water");
    }

    private Act adopted(String title) {
        var now = Instant.now();
        var head = parties.east().head();
        var writing =
                new Writing(ActKind.DECISION, text(title), List.of(new Writing.Line(Verb.DECIDED, text("<b>x</b>"))));
        var id = ((Step.Done) procedures.begin(writing, head, now)).text();
        procedures.open(id, 1, now.plus(Duration.ofDays(7)), head, now);
        var presentation = adoptions.latestOf(id).orElseThrow().id();
        signers.adopt(presentation, head, now);
        signers.adopt(presentation, parties.west().head(), now);
        return adoptions.actOf(id).orElseThrow();
    }

    private String work(String rest) {
        return "/en/work/committees/" + parties.committee().slug() + rest;
    }

    private String open(String language, String rest) {
        return "/" + language + "/committees/" + parties.committee().slug() + rest;
    }

    private HttpResponse<String> anybody(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private void agreed(Map<String, String> fields) throws Exception {
        var proposed = east.send(east.form(work(act.path()), "proposal"), fields);
        assertThat(proposed.statusCode()).isEqualTo(303);
        var confirmed = west.send(west.form(work(act.path()), "confirmation"), Map.of());
        assertThat(confirmed.statusCode()).isEqualTo(303);
    }

    private String day() {
        return parties.committee().dayOf(act.adoptedAt()).toString();
    }

    @Test
    void oneSecretaryProposesAndTheOtherConfirms() throws Exception {
        agreed(Map.of("day", day(), "basis_ar", "المادة 3", "basis_fr", "Article 3", "basis_en", "Article 3"));
        var page = west.page(work(act.path()));
        assertThat(page.text()).contains("In force", "Article 3", "Decision No 1/" + act.year());
        assertThat(page.select("form[action$=confirmation]")).isEmpty();
    }

    @Test
    void whatCannotStandIsSaidBesideItsField() throws Exception {
        var wrong =
                east.send(east.form(work(act.path()), "proposal"), Map.of("day", "1999-01-01", "basis_en", "only one"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(wrong).select(".error").text()).contains("every language");
        var early = east.send(east.form(work(act.path()), "proposal"), Map.of("day", "1999-01-01"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(early).select("#day-error").text()).isNotEmpty();
    }

    @Test
    void whoComesSecondIsShownWhatWaits() throws Exception {
        var form = west.form(work(act.path()), "proposal");
        east.send(east.form(work(act.path()), "proposal"), Map.of("day", day()));
        var second = west.send(form, Map.of("day", day()));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Visitor.read(second).select("form[action$=confirmation]")).hasSize(1);
    }

    @Test
    void aPartyNotifiesItsOwnProceduresAlone() throws Exception {
        var form = west.form(work(act.path()), "notification");
        assertThat(west.send(form, Map.of("needed", "yes")).statusCode()).isEqualTo(303);
        assertThat(east.page(work(act.path())).select(".side.b").text()).contains("under way");
        var future = west.send(
                west.form(work(act.path()), "notification"), Map.of("needed", "yes", "notified", "2999-01-01"));
        assertThat(future.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(future).select("#notified-error")).hasSize(1);
    }

    @Test
    void theRegisterIsTakenAwayAsTableAndAsData() throws Exception {
        var table = east.get(work("/acts.csv?kind=DECISION"));
        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.body()).startsWith("\uFEFF\"").contains("\"'=SUM(1) on water\"", "\r\n");
        var data = JsonMapper.shared().readTree(east.get(work("/acts.json")).body());
        assertThat(data.at("/0/path").asString()).isEqualTo(act.path());
        assertThat(data.at("/0/heading/en").asString()).isEqualTo("=SUM(1) on water");
        assertThat(east.get(work("/acts.json?words=nowhere")).body()).isEqualTo("[]");
    }

    @Test
    void whatIsTakenAwaySaysWhoseProceduresAreUnderWay() throws Exception {
        west.send(west.form(work(act.path()), "notification"), Map.of("needed", "yes"));

        assertThat(east.get(work("/acts.csv")).body().lines().skip(1)).anyMatch(line -> line.contains("under way"));
        var data = JsonMapper.shared().readTree(east.get(work("/acts.json")).body());
        assertThat(data.at("/0/domestic/0/needed").asBoolean()).isTrue();
        assertThat(data.at("/0/domestic/0/notified").asString()).isEmpty();
    }

    @Test
    void theRegisterIsFilteredByWhatIsAskedFor() throws Exception {
        assertThat(east.page(work("/acts?words=WATER")).select("tbody tr")).hasSize(1);
        assertThat(east.page(work("/acts?words=fire")).select("tbody tr")).isEmpty();
        for (var met : List.of("standing=NO_DAY", "kind=DECISION", "year=" + act.year())) {
            assertThat(east.page(work("/acts?" + met)).select("tbody tr"))
                    .as(met)
                    .hasSize(1);
        }
        for (var unmet : List.of("standing=IN_FORCE", "kind=STATEMENT", "year=1999")) {
            assertThat(east.page(work("/acts?" + unmet)).select("tbody tr"))
                    .as(unmet)
                    .isEmpty();
        }
        assertThat(east.page(work("/acts?year=%27%3B--&kind=%3Cscript%3E")).select("tbody tr"))
                .isEmpty();
    }

    @Test
    void anotherCommitteesRegisterIsNotThere() throws Exception {
        var other = stage.found();
        var stranger = stage.browser(port, other, other.east(), Role.SECRETARY);
        for (var path : List.of("/acts", act.path(), "/acts.csv", "/acts.json")) {
            assertThat(stranger.get(work(path)).statusCode()).isEqualTo(404);
        }
        var own = "/en/work/committees/" + other.committee().slug();
        assertThat(stranger.get(own + act.path()).statusCode()).isEqualTo(404);
        var token = stranger.token(own + "/procedures");
        for (var rest : List.of("/proposal", "/confirmation", "/refusal", "/notification")) {
            assertThat(stranger.post(work(act.path() + rest), Map.of("_csrf", token))
                            .statusCode())
                    .isEqualTo(404);
        }
        for (var odd : List.of("/acts/decisions/2023/0", "/acts/decisions/99999/1", "/acts/laws/2023/1")) {
            assertThat(east.get(work(odd)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void thePublicReadsWhoseProceduresAreUnderWay() throws Exception {
        agreed(Map.of("day", day(), "open", "yes"));
        west.send(west.form(work(act.path()), "notification"), Map.of("needed", "yes"));
        var facts = Jsoup.parse(anybody(open("en", act.path())).body()).select("dl.facts");
        assertThat(facts.text())
                .contains(parties.west().party().name().en() + " · Its own procedures are under way", "Français");
    }

    @Test
    void thePublicReadsWhatBothOpenedAndNothingElse() throws Exception {
        for (var path : List.of("/acts", "/acts.atom", act.path())) {
            assertThat(anybody(open("en", path)).statusCode()).isEqualTo(404);
        }
        adopted("kept for ourselves");
        agreed(Map.of("day", day(), "open", "yes"));
        var list = anybody(open("ar", "/acts"));
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains(act.path()).doesNotContain("kept for ourselves");
        var page = Jsoup.parse(anybody(open("en", act.path())).body());
        assertThat(page.select("main").text()).contains("<b>x</b>", "In force");
        assertThat(page.select("ol.steps li").eachText())
                .hasSize(4)
                .last()
                .asString()
                .containsIgnoringCase("sealed");
        var feed = Jsoup.parse(anybody(open("fr", "/acts.atom")).body(), "", Parser.xmlParser());
        assertThat(feed.select("feed > entry > id").text())
                .isEqualTo("urn:uuid:" + act.id().id());
        var judge = new HtmlJudge();
        for (var language : List.of("ar", "fr", "en")) {
            assertThat(judge.against(anybody(open(language, "/acts")).body())).isEmpty();
            assertThat(judge.against(anybody(open(language, act.path())).body()))
                    .isEmpty();
        }
        assertThat(feed.select("feed > title")).hasSize(1);
        assertThat(feed.select("feed > updated")).hasSize(1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

/** Texts between meetings, written, opened and answered in a browser. */
@OnStage
class ProcedurePagesTest {
    private static final ZoneId FAR = ZoneId.of("Asia/Muscat");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Committees committees;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Adoptions adoptions;

    private Committee committee;
    private Visitor secretary;
    private Visitor eastHead;
    private Visitor westHead;
    private String westEmail = "";

    @BeforeEach
    void found() throws Exception {
        var like = Stage.committee();
        var east = like.parties().getFirst();
        var west = like.parties().getLast();
        var far = new Party(west.id(), west.order(), west.name(), west.shortName(), FAR);
        committee = new Committee(
                like.id(),
                like.slug(),
                like.name(),
                like.purpose(),
                like.mandate(),
                List.of(east, far),
                like.zone(),
                like.fictional());
        committees.found(committee, null, Stage.NOON);
        secretary = seated(east, Role.SECRETARY, Stage.email());
        eastHead = seated(east, Role.HEAD, Stage.email());
        westEmail = Stage.email();
        westHead = seated(far, Role.HEAD, westEmail);
    }

    private Visitor seated(Party party, Role role, String email) throws Exception {
        Seat seat = Stage.seat(committee, party, role, stage.account(email));
        stage.seated(seat);
        return new Visitor(port, email);
    }

    private String path(String rest) {
        return "/en/work/committees/" + committee.slug() + "/procedures" + rest;
    }

    private static Map<String, String> text(String title) {
        var fields = new HashMap<String, String>();
        for (var tag : List.of("ar", "fr", "en")) {
            fields.put("title_" + tag, title);
            fields.put("text_1_" + tag, "Clause of " + title);
        }
        return fields;
    }

    private String drafted(String title) throws Exception {
        var sent = secretary.send(secretary.form(path("/new"), "procedures"), text(title));
        assertThat(sent.statusCode()).isEqualTo(303);
        return Visitor.to(sent);
    }

    private static Map<String, String> closing(int days) {
        var day = LocalDate.now(Stage.ZONE).plusDays(days);
        return Map.of("day", day.toString(), "hour", "15:30", "zone", Stage.ZONE.getId());
    }

    private String opened(String title) throws Exception {
        var at = drafted(title);
        assertThat(eastHead.send(eastHead.form(at, "opening"), closing(14)).statusCode())
                .isEqualTo(303);
        return at;
    }

    private Procedure procedure(String at) {
        var id = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
        return procedures.find(committee.id(), id).orElseThrow();
    }

    @Test
    void theClosingTimeIsShownByTheClocksOfBothSides() throws Exception {
        var page = westHead.page(opened("a decision"));
        assertThat(page.select(".side.a time").text()).contains("15:30");
        assertThat(page.select(".side.b time").text())
                .contains("18:30 (Muscat Time)")
                .doesNotContain("15:30");
        assertThat(page.select(".side").text()).contains("Has not answered yet");
    }

    @Test
    void aHeadRefusesWithAReasonAndTheTextIsOver() throws Exception {
        var at = opened("a decision");
        var silent = westHead.send(westHead.form(at, "refusal"), Map.of("refusal", " "));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(silent).select("#refusal-error")).hasSize(1);
        var said = westHead.send(westHead.form(at, "refusal"), Map.of("refusal", "Article <two>."));
        assertThat(said.statusCode()).isEqualTo(303);
        var page = eastHead.page(at);
        assertThat(page.select(".warning").text()).contains("Refused by West", "Article <two>.");
        assertThat(page.select("form[action$=refusal], form[action$=ticket]")).isEmpty();
    }

    @Test
    void aHeadAsksToDiscuss() throws Exception {
        var at = opened("a decision");
        westHead.send(westHead.form(at, "discussion"), Map.of("discussion", "The budget."));
        assertThat(procedure(at).state()).isEqualTo(State.DISCUSSED);
        assertThat(secretary.send(secretary.form(at, "agenda"), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(secretary.page(at).text()).contains("No meeting is being prepared");
    }

    @Test
    void whoOpenedExtendsFromThePage() throws Exception {
        var at = opened("a decision");
        var early = eastHead.send(eastHead.form(at, "extension"), closing(3));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(eastHead.send(eastHead.form(at, "extension"), closing(20)).statusCode())
                .isEqualTo(303);
        assertThat(eastHead.page(at).select("form[action$=extension]")).isEmpty();
        assertThat(westHead.page(at).select("form[action$=extension], form[action$=withdrawal]"))
                .isEmpty();
    }

    @Test
    void aDraftChangedMeanwhileIsNotOverwrittenUnseen() throws Exception {
        var at = drafted("first");
        var form = secretary.form(at + "/edit", at);
        westHead.send(westHead.form(at + "/edit", at), text("second"));
        var mine = secretary.send(form, text("third"));
        assertThat(mine.statusCode()).isEqualTo(409);
        assertThat(Visitor.read(mine).text()).contains("second");
        assertThat(Visitor.read(mine).select("#title_en").val()).isEqualTo("third");
    }

    @Test
    void anOpenTextIsNotEditedAndASecondOpeningIsToldSo() throws Exception {
        var at = drafted("a decision");
        var form = secretary.form(at + "/edit", at);
        var opening = westHead.form(at, "opening");
        eastHead.send(eastHead.form(at, "opening"), closing(14));
        assertThat(secretary.send(form, text("other")).statusCode()).isEqualTo(409);
        assertThat(westHead.send(opening, closing(14)).statusCode()).isEqualTo(409);
        assertThat(secretary.get(at + "/edit").statusCode()).isEqualTo(404);
    }

    @Test
    void hostileTextIsShownAsTextOrNotKept() throws Exception {
        var at = drafted("<script>alert(1)</script>");
        assertThat(secretary.get(at).body()).doesNotContain("<script>alert");
        var hidden = secretary.send(secretary.form(path("/new"), "procedures"), text("a\u202Eb"));
        assertThat(hidden.statusCode()).isEqualTo(422);
        var odd = eastHead.send(
                eastHead.form(at, "opening"), Map.of("day", "soon", "hour", "25:99", "zone", "Mars/Olympus"));
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(procedure(at).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void aSideThatSwitchesItOffIsNamed() throws Exception {
        var at = drafted("a decision");
        assertThat(westHead.send(westHead.form(path(""), "choice"), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(eastHead.page(path("")).select(".warning").text()).contains("West has switched");
        var page = eastHead.page(at);
        assertThat(page.select("form[action$=opening]")).isEmpty();
        assertThat(page.text()).contains("West has switched");
    }

    @Test
    void headsAreWrittenToAtEveryTurnAndTheLetterKeepsTheTextToItself() throws Exception {
        var at = opened("secret words");
        eastHead.send(eastHead.form(at, "extension"), closing(20));
        westHead.send(westHead.form(at, "refusal"), Map.of("refusal", "No."));
        var letters = Arrived.to(westEmail, 3);
        assertThat(letters)
                .allSatisfy(body ->
                        assertThat(body).contains(at.substring("/en".length())).doesNotContain("secret words"));
    }

    @Test
    void theBytesToSignAreTakenAway() throws Exception {
        var at = opened("a decision");
        var presentation = adoptions.latestOf(procedure(at).id()).orElseThrow();
        assertThat(westHead.download(at + "/record").body()).isEqualTo(adoptions.record(presentation.id()));
    }

    @Test
    void atALaterTimeThePageSaysThatItLapsed() throws Exception {
        var at = opened("a decision");
        procedures.lapse(procedure(at).id(), Instant.now().plus(Duration.ofDays(30)));
        assertThat(eastHead.page(at).select(".warning").text()).contains("before every side had adopted it");
    }

    @Test
    void anotherCommitteeAndWhoHasNoSeatFindNothing() throws Exception {
        var at = opened("a decision");
        var other = stage.found();
        var stranger = stage.browser(port, other, other.east(), Role.HEAD);
        var token = stranger.token("/en/work/committees/" + other.committee().slug() + "/procedures");
        for (var rest : List.of("", "/record", "/edit")) {
            assertThat(stranger.get(at + rest).statusCode()).isEqualTo(404);
        }
        for (var rest : List.of("", "/opening", "/extension", "/refusal", "/discussion", "/withdrawal", "/agenda")) {
            assertThat(stranger.post(at + rest, Map.of("_csrf", token, "refusal", "x", "discussion", "x"))
                            .statusCode())
                    .as(rest)
                    .isEqualTo(404);
        }
        assertThat(stranger.get(path("")).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path("/" + "-".repeat(36))).statusCode()).isEqualTo(404);
        var moved = at.replace(committee.slug(), other.committee().slug());
        assertThat(stranger.get(moved).statusCode()).isEqualTo(404);
        assertThat(procedure(at).open()).isTrue();
    }
}

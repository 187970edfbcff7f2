// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class InvitationJourneyTest {
    private static final String PASSWORD = "a long day by the river";

    @Autowired
    private Stage stage;

    @Autowired
    private Committees committees;

    @Autowired
    private JdbcClient sql;

    @LocalServerPort
    private int port;

    private Stage.Parties parties;
    private Visitor secretary;
    private String people;

    @BeforeEach
    void found() throws Exception {
        parties = stage.found();
        secretary = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        people = "/work/committees/" + parties.committee().slug() + "/people";
    }

    private String invited(String language, Map<String, String> more) throws Exception {
        var email = Stage.email();
        var form = secretary.form("/" + language + people + "/invitations/new", "/people/invitations");
        var fields = new HashMap<>(
                Map.of("email", email, "role", "MEMBER", "name_latin", "Nadia Selmi", "name_arabic", "نادية السالمي"));
        fields.putAll(more);
        var answer = secretary.send(form, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return email;
    }

    private int accept(String path) {
        return accept(new Browser(port), path);
    }

    private static int accept(Browser guest, String path) {
        var form = Objects.requireNonNull(guest.page(path).selectFirst("main form"));
        return guest.send(form, Map.of("password", PASSWORD, "again", PASSWORD)).statusCode();
    }

    @Test
    void aPersonComesInByTheirLetterActsAndLosesTheirSeatInTheRunningSession() throws Exception {
        var email = invited("ar", Map.of());
        var letter = Letters.to(email, 1).getFirst();
        assertThat(letter.getSubject())
                .isEqualTo("دعوة إلى " + parties.committee().name().ar());
        assertThat(Letters.body(letter)).contains("نادية السالمي", "عضو");
        var path = Letters.path(letter);

        var guest = new Browser(port);
        var page = guest.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.header(page, "Cache-Control")).contains("no-store");
        assertThat(Browser.header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(Browser.page(page).select("meta[name=robots]").attr("content"))
                .isEqualTo("noindex");
        assertThat(Browser.page(page).select("main").text())
                .contains(
                        parties.committee().name().ar(),
                        parties.east().party().name().ar());
        assertThat(accept(guest, path)).isEqualTo(303);
        assertThat(guest.signIn(email, PASSWORD).statusCode()).isEqualTo(303);
        var desk = "/en/work/committees/" + parties.committee().slug();
        assertThat(guest.get(desk).statusCode()).isEqualTo(200);
        assertThat(guest.page("/fr" + people).select("main").text()).contains("Nadia Selmi");

        var seat = committees.seats(parties.id()).stream()
                .filter(one -> one.name().latin().equals("Nadia Selmi"))
                .findFirst()
                .orElseThrow();
        var end = secretary.form("/en" + people + "/seats/" + seat.id().id() + "/end", "/end");
        assertThat(secretary.send(end, Map.of()).statusCode()).isEqualTo(422);
        assertThat(guest.get(desk).statusCode()).isEqualTo(200);
        assertThat(secretary.send(end, Map.of("sure", "yes")).statusCode()).isEqualTo(303);
        assertThat(guest.get(desk).statusCode()).isEqualTo(404);
        assertThat(sql.sql(
                                "select string_agg(what, ' ' order by at) from audit.change where committee = :id and by is not null")
                        .param("id", parties.id().id())
                        .query(String.class)
                        .single())
                .isEqualTo("seat.given seat.ended");
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordAnybodyWouldTryIsRefusedAndTheFormStaysFilled(Language language) throws Exception {
        var email = invited("en", Map.of());
        var path = Letters.path(Letters.to(email, 1).getFirst()).replaceFirst("/en/", "/" + language.tag() + "/");
        var guest = new Browser(port);
        var form = Objects.requireNonNull(guest.page(path).selectFirst("main form"));
        for (var unfit : List.of("short", "password1234", email)) {
            var refused = guest.send(form, Map.of("name_latin", "Nadia S.", "password", unfit, "again", unfit));
            assertThat(refused.statusCode()).isEqualTo(422);
            var page = Browser.page(refused);
            assertThat(page.select("#password-error").text())
                    .isEqualTo(NewPassword.read(unfit, email).advice(language))
                    .isNotEmpty();
            assertThat(page.select("#name_latin").val()).isEqualTo("Nadia S.");
            assertThat(page.select("#password, #again").eachAttr("value")).containsOnly("");
        }
        assertThat(accept(guest, path)).isEqualTo(303);
    }

    @Test
    void everyLinkThatOpensNothingGetsTheSameAnswer() throws Exception {
        var used = Letters.path(Letters.to(invited("en", Map.of()), 1).getFirst());
        assertThat(accept(used)).isEqualTo(303);
        var withdrawn = Letters.path(Letters.to(invited("en", Map.of()), 1).getFirst());
        var action = secretary.form("/en" + people, "/withdrawal");
        assertThat(secretary.send(action, Map.of()).statusCode()).isEqualTo(303);

        var guest = new Browser(port);
        var never = guest.get("/en/invitations/" + "A".repeat(43));
        assertThat(never.statusCode()).isEqualTo(410);
        assertThat(guest.get(used).body()).isEqualTo(never.body());
        assertThat(guest.get(withdrawn).body()).isEqualTo(never.body());
        var signedIn = secretary.get("/en/work/invitations/" + "A".repeat(43));
        assertThat(signedIn.statusCode()).isEqualTo(410);
        assertThat(secretary.get("/en/work" + withdrawn.substring(3)).body()).isEqualTo(signedIn.body());
        assertThat(Browser.page(never).select("main").text()).contains("ask your side’s secretary");
    }

    @Test
    void ofTwoLettersThatOpenOneAccountAtOnceTheSecondAsksToSignIn() throws Exception {
        var email = invited("en", Map.of());
        found();
        invited("en", Map.of("email", email));
        Callable<Integer> first = accepting(Letters.path(Letters.to(email, 2).getFirst()));
        Callable<Integer> second = accepting(Letters.path(Letters.to(email, 2).getLast()));
        assertThat(AtOnce.all(List.of(first, second))).containsExactlyInAnyOrder(303, 409);
    }

    private Callable<Integer> accepting(String path) {
        var guest = new Browser(port);
        var form = Objects.requireNonNull(guest.page(path).selectFirst("main form"));
        return () -> guest.send(form, Map.of("password", PASSWORD, "again", PASSWORD))
                .statusCode();
    }

    @Test
    void aNewLinkEndsTheOldOne() throws Exception {
        var email = invited("en", Map.of());
        var old = Letters.path(Letters.to(email, 1).getFirst());
        var again = secretary.form("/en" + people, "/again");
        assertThat(secretary.send(again, Map.of()).statusCode()).isEqualTo(303);
        var links = new java.util.ArrayList<String>();
        for (var letter : Letters.to(email, 2)) {
            links.add(Letters.path(letter));
        }
        links.remove(old);
        assertThat(new Browser(port).get(old).statusCode()).isEqualTo(410);
        assertThat(accept(links.getFirst())).isEqualTo(303);
    }

    @Test
    void whoHasAnAccountSignsInToAcceptAndNobodyElseMay() throws Exception {
        var email = Stage.email();
        stage.account(email);
        invited("en", Map.of("email", email));
        var path = Letters.path(Letters.to(email, 1).getFirst());
        var guest = new Browser(port).page(path);
        assertThat(guest.select("main input[name=password]")).isEmpty();
        assertThat(guest.select("main a[href*=sign-in]")).hasSize(1);

        var stranger = secretary.get("/en/work" + path.substring(3));
        assertThat(stranger.statusCode()).isEqualTo(409);
        var invitee = new Visitor(port, email);
        var form = invitee.form("/en/work" + path.substring(3), path.substring(3));
        assertThat(invitee.send(form, Map.of()).statusCode()).isEqualTo(303);
        assertThat(invitee.get("/en" + people).statusCode()).isEqualTo(200);
    }

    @Test
    void theOtherSideSeesNoInvitationAndChangesNothingOfOurs() throws Exception {
        var email = invited("en", Map.of());
        var other = stage.browser(port, parties, parties.west(), Role.SECRETARY);
        var theirs = other.page("/en" + people);
        assertThat(theirs.text()).doesNotContain(email);
        assertThat(secretary.page("/en" + people).text()).contains(email);

        var token = Map.of("_csrf", other.token("/en" + people), "sure", "yes");
        var action = secretary.form("/en" + people, "/withdrawal").attr("action");
        assertThat(other.post(action, token).statusCode()).isEqualTo(404);
        assertThat(other.post(action.replace("/withdrawal", "/again"), token).statusCode())
                .isEqualTo(404);
        var seat = parties.east().head().id().id();
        assertThat(other.post("/en" + people + "/seats/" + seat + "/end", token).statusCode())
                .isEqualTo(404);
        assertThat(committees.seats(parties.id())).contains(parties.east().head());
        assertThat(accept(Letters.path(Letters.to(email, 1).getFirst()))).isEqualTo(303);
    }

    @Test
    void whoIsNoSecretaryOnlyLooks() throws Exception {
        var member = stage.browser(port, parties, parties.east(), Role.MEMBER);
        assertThat(member.page("/ar" + people).select("main form, main a[href$=/end], main a[href$=/new]"))
                .isEmpty();
        assertThat(member.get("/ar" + people + "/invitations/new").statusCode()).isEqualTo(404);
        var token = Map.of("_csrf", member.token("/ar" + people), "role", "MEMBER");
        assertThat(member.post("/ar" + people + "/seats", token).statusCode()).isEqualTo(404);
    }

    @Test
    void theLastSecretarySeatOfASideStays() throws Exception {
        var own = committees.seats(parties.id()).stream()
                .filter(seat -> seat.writes() && seat.account() != null)
                .findFirst()
                .orElseThrow();
        var form = secretary.form("/en" + people + "/seats/" + own.id().id() + "/end", "/end");
        var answer = secretary.send(form, Map.of("sure", "yes"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Visitor.read(answer).select(".error").text()).contains("last secretary");
        assertThat(secretary.get("/en" + people).statusCode()).isEqualTo(200);
    }

    @Test
    void neitherAHostNorANameSpeaksInTheLetter() throws Exception {
        var email = invited("en", Map.of("name_latin", "Nadia\r\nBcc: all@example.org"));
        var letter = Letters.to(email, 1).getFirst();
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(Letters.body(letter)).contains("Dear Nadia Bcc: all@example.org");
        assertThat(Letters.link(letter)).startsWith("http://localhost:" + port + "/en/invitations/");
    }

    @Test
    void aFormWithoutAnAddressComesBackFilled() throws Exception {
        var form = secretary.form("/ar" + people + "/invitations/new", "/people/invitations");
        var answer =
                secretary.send(form, Map.of("email", "a@b.c, d@e.f", "name_arabic", "نادية", "until", "2000-01-01"));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Visitor.read(answer);
        assertThat(page.select("#email-error, #until-error")).hasSize(2);
        assertThat(page.select("#name_arabic").val()).isEqualTo("نادية");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.followup.Ground.DUE;
import static org.tatabbu.followup.Ground.SIGNED;
import static org.tatabbu.followup.Ground.owed;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

@Following
class CommitmentPagesTest {
    private static final FollowupWords EN = FollowupWords.in(Language.EN);
    private static final LocalDate FAR = LocalDate.of(2999, 12, 31);

    @LocalServerPort
    private int port;

    @Autowired
    private Commitments commitments;

    @Autowired
    private Ground ground;

    private Ground.Parties parties;

    @BeforeEach
    void found() {
        parties = ground.found();
    }

    private Visitor visitor(Ground.Side side, Role role) throws Exception {
        return new Visitor(port, ground.member(parties.committee(), side.party(), role));
    }

    private String path(Language language) {
        return "/" + language.tag() + "/work/committees/" + parties.committee().slug() + "/commitments";
    }

    private void says(String number, Status status, Seat by) {
        var commitment = commitments.find(parties.id(), number).orElseThrow();
        var note = new LocalText("ملاحظة", "", "<b>said</b>");
        commitments.report(commitment.id(), status, note, null, by, SIGNED);
    }

    private static Element one(Document page, String selector) {
        return Objects.requireNonNull(page.selectFirst(selector), selector);
    }

    private static Document parsed(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    @ParameterizedTest
    @EnumSource
    void theMatrixSaysWhatEachPartyReports(Language language) throws Exception {
        var words = FollowupWords.in(language);
        ground.adopt(
                parties,
                1,
                owed(parties.east().party(), "send a list", DUE),
                owed(parties.west().party(), "train", FAR));
        says("C-2023-001", Status.DONE, parties.east().secretary());
        says("C-2023-001", Status.BLOCKED, parties.west().secretary());
        var page = visitor(parties.east(), Role.MEMBER).page(path(language));
        assertThat(page.select("html").attr("dir")).isEqualTo(language.direction());
        assertThat(one(page, "#counted").text())
                .isEqualTo(words.counted(2) + " · " + words.countedOverdue(1) + " · " + words.countedDisputed(1));
        var first = one(page, "#C-2023-001");
        assertThat(first.select("th a").attr("href")).isEqualTo(path(language) + "/C-2023-001");
        assertThat(first.select("td").get(0).text())
                .isEqualTo(Ground.text("send a list").in(language));
        assertThat(first.select("td").get(1).text())
                .contains(
                        parties.east().party().shortName().in(language),
                        Ground.text("Ministry").in(language));
        assertThat(first.select("time").attr("datetime")).isEqualTo("2023-03-31");
        assertThat(first.select("td").get(3).select("p.a").text())
                .contains(parties.east().party().shortName().in(language), Status.DONE.label(language));
        assertThat(first.select("td").get(3).select("p.b").text())
                .contains(parties.west().party().shortName().in(language), Status.BLOCKED.label(language));
        assertThat(first.select(".disputed").text()).isEqualTo(words.disputed());
        var second = one(page, "#C-2023-002");
        assertThat(second.select(".overdue, .disputed")).isEmpty();
        assertThat(second.select("td").get(3).select("p").eachText()).allMatch(said -> said.endsWith(words.noReport()));
    }

    @Test
    void theMatrixSaysHowManyDaysLate() throws Exception {
        ground.adopt(
                parties,
                1,
                owed(
                        parties.east().party(),
                        "send a list",
                        LocalDate.now(parties.committee().zone()).minusDays(12)));
        var row = one(visitor(parties.west(), Role.OBSERVER).page(path(Language.EN)), "#C-2023-001");
        assertThat(row.select(".overdue").text()).isEqualTo("Overdue by 12 days");
    }

    @Test
    void theTotalsCountEachPartysReportsAndItsSilence() throws Exception {
        ground.adopt(
                parties,
                1,
                owed(parties.east().party(), "one", FAR),
                owed(parties.east().party(), "two", FAR));
        says("C-2023-001", Status.DONE, parties.east().secretary());
        says("C-2023-002", Status.DONE, parties.east().secretary());
        says("C-2023-002", Status.DONE, parties.west().secretary());
        var totals = one(visitor(parties.east(), Role.EXPERT).page(path(Language.EN)), "table:has(#totals)");
        assertThat(totals.select("thead th").eachText()).containsExactly(EN.statusLabel(), "East", "West");
        assertThat(totals.select("tbody tr").eachText())
                .containsExactly(
                        "Not begun 0 0",
                        "Under way 0 0",
                        "Done 2 1",
                        "Blocked 0 0",
                        "Withdrawn 0 0",
                        "No report yet 0 1");
    }

    @Test
    void anEmptyMatrixSaysWhenItFills() throws Exception {
        var page = visitor(parties.east(), Role.SECRETARY).page(path(Language.AR));
        assertThat(one(page, "main .lead").text())
                .isEqualTo(FollowupWords.in(Language.AR).none());
        assertThat(page.select("table")).isEmpty();
    }

    @Test
    void aCommitmentShowsItsSourceAndItsWholeHistory() throws Exception {
        ground.adopt(parties, 2, owed(parties.east().party(), "send a list", DUE));
        says("C-2023-001", Status.UNDER_WAY, parties.east().secretary());
        says("C-2023-001", Status.DONE, parties.west().head());
        var page = visitor(parties.east(), Role.SECRETARY).page(path(Language.EN) + "/C-2023-001");
        assertThat(one(page, "h1").text()).isEqualTo("Commitment C-2023-001");
        assertThat(page.select("section:has(#text) p[lang]").eachAttr("lang")).containsExactly("en", "ar", "fr");
        assertThat(one(page, ".facts").text())
                .contains("East · Ministry", "31 March 2023", "Second meeting", "No 1/2023");
        assertThat(page.select(".facts a").attr("href"))
                .isEqualTo("/en/work/committees/" + parties.committee().slug() + "/meetings/2/minutes#clause-1");
        assertThat(page.select(".reports h3").eachText()).containsExactly("West · Done", "East · Under way");
        assertThat(page.select(".reports > li").get(0).classNames()).contains("b");
        assertThat(page.select(".reports > li").get(1).classNames()).contains("a");
        assertThat(page.select(".reports .said[lang=en]").eachText()).containsExactly("<b>said</b>", "<b>said</b>");
        assertThat(page.select(".reports .said[lang=fr]")).isEmpty();
        assertThat(one(page, ".reports time").attr("datetime")).isEqualTo("2023-01-17T16:00:00Z");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select(".disputed").text()).isEqualTo(EN.disputed());
    }

    @Test
    void aReportIsSentAndSeen() throws Exception {
        ground.adopt(parties, 1, owed(parties.east().party(), "send a list", DUE));
        var secretary = visitor(parties.west(), Role.SECRETARY);
        var address = path(Language.FR) + "/C-2023-001";
        var form = one(secretary.page(address), "form.sheet");
        var answer = secretary.send(form, Map.of("status", "BLOCKED", "note_fr", "Les visas manquent."));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(address);
        var page = secretary.page(address);
        assertThat(one(page, "main .notice").text())
                .isEqualTo(FollowupWords.in(Language.FR).saved());
        assertThat(one(page, ".reports > li.b").text()).contains("Texte West", "Bloqué", "Les visas manquent.");
        assertThat(page.select("form.sheet option[selected]").val()).isEqualTo("BLOCKED");
        assertThat(page.select("form.sheet textarea").eachText()).isEmpty();
    }

    @Test
    void aReportThatSaysNothingComesBackFilled() throws Exception {
        ground.adopt(parties, 1, owed(parties.east().party(), "send a list", DUE));
        var head = visitor(parties.east(), Role.HEAD);
        var form = one(head.page(path(Language.EN) + "/C-2023-001"), "form.sheet");
        var answer = head.send(form, Map.of("status", "DONE", "note_fr", "  "));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(parsed(answer).select("form.sheet option[selected]").val()).isEqualTo("DONE");
        assertThat(parsed(answer).select("#note_en-error").text()).isEqualTo(EN.noteMissing());
        var unchosen = head.send(form, Map.of("status", "LOST", "note_ar", "نص", "note_en", "x".repeat(1_001)));
        assertThat(unchosen.statusCode()).isEqualTo(422);
        assertThat(parsed(unchosen).select("form.sheet .error").eachText())
                .containsExactly(EN.statusMissing(), EN.noteTooLong(1_000));
        assertThat(parsed(unchosen).select("#note_ar").val()).isEqualTo("نص");
        var hidden = head.send(form, Map.of("status", "DONE", "note_en", "turned \u202Eround"));
        assertThat(parsed(hidden).select("#note_en-error").text()).isEqualTo(EN.hiddenCharacters());
        assertThat(commitments.find(parties.id(), "C-2023-001").orElseThrow().reports())
                .isEmpty();
    }

    @Test
    void whoIsOvertakenKeepsTheirTextAndMaySendItAgain() throws Exception {
        ground.adopt(parties, 1, owed(parties.east().party(), "send a list", DUE));
        var secretary = visitor(parties.east(), Role.SECRETARY);
        var form = one(secretary.page(path(Language.EN) + "/C-2023-001"), "form.sheet");
        says("C-2023-001", Status.BLOCKED, parties.west().secretary());
        var late = secretary.send(form, Map.of("status", "DONE", "note_en", "It was sent."));
        assertThat(late.statusCode()).isEqualTo(409);
        var page = parsed(late);
        assertThat(one(page, "#overtaken").text()).isEqualTo(EN.overtaken());
        assertThat(page.select(".reports h3").eachText()).containsExactly("West · Blocked");
        assertThat(page.select("#note_en").val()).isEqualTo("It was sent.");
        var again = secretary.send(one(page, "form.sheet"), Map.of("status", "DONE", "note_en", "It was sent."));
        assertThat(again.statusCode()).isEqualTo(303);
    }

    @Test
    void whoMayNotReportHasNoFormAndIsNotHeard() throws Exception {
        ground.adopt(parties, 1, owed(parties.east().party(), "send a list", DUE));
        var address = path(Language.EN) + "/C-2023-001";
        var form = one(visitor(parties.east(), Role.SECRETARY).page(address), "form.sheet");
        var observer = visitor(parties.east(), Role.OBSERVER);
        var page = observer.page(address);
        assertThat(page.select("form.sheet")).isEmpty();
        assertThat(page.text()).contains(EN.whoReports());
        var token = one(page, "input[name=_csrf]").val();
        var answer = observer.send(form, Map.of("_csrf", token, "status", "DONE", "note_en", "It was sent."));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(commitments.find(parties.id(), "C-2023-001").orElseThrow().reports())
                .isEmpty();
    }

    @Test
    void aStrangerFindsNothing() throws Exception {
        ground.adopt(parties, 1, owed(parties.east().party(), "send a list", DUE));
        var others = ground.found();
        var email = ground.member(others.committee(), others.east().party(), Role.SECRETARY);
        var stranger = new Visitor(port, email);
        assertThat(stranger.get(path(Language.EN)).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path(Language.EN) + "/C-2023-001").statusCode()).isEqualTo(404);
        var member = visitor(parties.east(), Role.MEMBER);
        assertThat(member.get(path(Language.EN) + "/C-2023-002").statusCode()).isEqualTo(404);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.noted;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesText;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

/** Who may not come in sees what stands where nothing is. */
@OnStage
class ThresholdTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Minutes minutes;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;
    private Presentation presentation;
    private MinutesText before;

    @BeforeEach
    void present() {
        parties = stage.found();
        presentation = stage.presented(parties, stage.written(parties, 1, noted("the progress")));
        before = minutes.get(presentation.minutes().orElseThrow());
    }

    private String clause() {
        return "/minutes/clauses/" + before.clauses().getFirst().id().id();
    }

    private List<String> gets() {
        return List.of("/minutes", "/minutes/clauses/new", clause(), "/adoption", "/adoption/record");
    }

    private List<String> writes() {
        return List.of("/minutes/clauses", clause() + "/revision", clause() + "/bracket", "/adoption/presentation");
    }

    private static final List<String> DECISIONS = List.of("/adoption/signature", "/adoption/return");

    /** All that any of the forms would hold, filled well enough to be done. */
    private Map<String, String> filled(String token) {
        var all = new HashMap<String, String>();
        all.put("_csrf", token);
        all.put("revision", "1");
        all.put("verb", "NOTED");
        for (var tag : List.of("ar", "fr", "en")) {
            all.put("text_" + tag, "text");
            all.put("bracket_" + tag, "text");
        }
        all.put("presentation", presentation.id().id().toString());
        all.put("digest", presentation.digest().hex());
        all.put("read", "yes");
        all.put("reason", "reason");
        return all;
    }

    private void nothingHappened() {
        assertThat(minutes.get(presentation.minutes().orElseThrow())).isEqualTo(before);
        assertThat(adoptions.get(presentation.id())).isEqualTo(presentation);
    }

    /** A page without its address, which is all that may differ. */
    private String plain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        return answer.body().replaceAll("committee-[0-9a-f-]{36}", "committee");
    }

    private void finds(Visitor browser, String token, Stage.Parties theirs) throws Exception {
        var here = theirs.path("en", 1);
        var nowhere = "/en/work/committees/committee-" + UUID.randomUUID() + "/meetings/1";
        for (var rest : gets()) {
            assertThat(plain(browser.get(here + rest))).as(rest).isEqualTo(plain(browser.get(nowhere + rest)));
        }
        var posts = new ArrayList<>(writes());
        posts.addAll(DECISIONS);
        for (var rest : posts) {
            assertThat(plain(browser.post(here + rest, filled(token))))
                    .as(rest)
                    .isEqualTo(plain(browser.post(nowhere + rest, filled(token))));
        }
        nothingHappened();
    }

    private Visitor stranger(Role role) throws Exception {
        var others = stage.found();
        return stage.browser(port, others, others.east(), role);
    }

    @Test
    void whoeverHasNoSeatFindsNothingAndDoesNothing() throws Exception {
        for (var role : List.of(Role.SECRETARY, Role.HEAD)) {
            var stranger = stranger(role);
            finds(stranger, stranger.token("/en/work"), parties);
        }
    }

    @Test
    void whoseSeatHasEndedFindsNothingAndDoesNothing() throws Exception {
        var email = Stage.email();
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        stage.seated(Stage.seat(
                parties.committee(),
                parties.east().party(),
                Role.HEAD,
                stage.account(email),
                LocalDate.of(2022, 1, 1),
                yesterday));
        var former = new Visitor(port, email);
        finds(former, former.token("/en/work"), parties);
    }

    @Test
    void aMeetingThatIsNotThereLooksLikeACommitteeThatIsNotThere() throws Exception {
        var member = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        var missing = parties.path("en", 7);
        var nowhere = "/en/work/committees/no-such-committee/meetings/7";
        for (var rest : gets()) {
            assertThat(plain(member.get(missing + rest)))
                    .as(rest)
                    .isEqualTo(plain(member.get(nowhere + rest)).replace("no-such-committee", "committee"));
        }
    }

    @Test
    void aHeadDoesNotWriteNorPresent() throws Exception {
        var head = stage.browser(port, parties, parties.east(), Role.HEAD);
        var token = head.token(parties.path("en", 1) + "/adoption");
        for (var rest : writes()) {
            assertThat(head.post(parties.path("en", 1) + rest, filled(token)).statusCode())
                    .as(rest)
                    .isEqualTo(404);
        }
        for (var rest : List.of("/minutes/clauses/new", clause())) {
            assertThat(head.get(parties.path("en", 1) + rest).statusCode()).isEqualTo(404);
        }
        nothingHappened();
    }

    @Test
    void onlyAHeadOrAnAlternateIsHeardOnADecision() throws Exception {
        for (var role : Role.values()) {
            if (role != Role.HEAD && role != Role.ALTERNATE) {
                var member = stage.browser(port, parties, parties.west(), role);
                var token = member.token("/en/work");
                for (var rest : DECISIONS) {
                    assertThat(member.post(parties.path("en", 1) + rest, filled(token))
                                    .statusCode())
                            .as(role + rest)
                            .isEqualTo(404);
                }
            }
        }
        nothingHappened();
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAPageOfOurs() throws Exception {
        var secretary = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        var head = stage.browser(port, parties, parties.east(), Role.HEAD);
        for (var rest : writes()) {
            refused(secretary, rest);
        }
        for (var rest : DECISIONS) {
            refused(head, rest);
        }
        nothingHappened();
    }

    private void refused(Visitor browser, String rest) throws Exception {
        var sent = filled("");
        sent.remove("_csrf");
        var answer = browser.post(parties.path("ar", 1) + rest, sent);
        assertThat(answer.statusCode()).as(rest).isEqualTo(403);
        assertThat(Visitor.read(answer).select("html").attr("lang")).isEqualTo("ar");
        assertThat(Visitor.read(answer).select("main h1").text()).isNotEmpty();
    }
}

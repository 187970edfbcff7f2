// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Ending;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class CorrectionsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Committees committees;

    @Autowired
    private JdbcClient sql;

    private Stage.Parties parties;
    private Visitor east;
    private Seat head;

    @BeforeEach
    void found() throws Exception {
        parties = stage.found();
        east = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        head = parties.east().head();
    }

    private String people() {
        return "/en/work/committees/" + parties.committee().slug() + "/people";
    }

    private String path(Seat seat) {
        return people() + "/seats/" + seat.id().id();
    }

    private Seat now(Seat seat) {
        return committees.seats(parties.id()).stream()
                .filter(one -> one.id().equals(seat.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSecretaryCorrectsWhatIsSaidOfASeatOfTheirSideAndTheTraceTellsBoth() throws Exception {
        var form = east.form(path(head), path(head));
        var fields = Map.of(
                "name_arabic",
                "ليلى",
                "name_latin",
                "Layla",
                "rank_en",
                "General",
                "courtesy_en",
                "Dr",
                "precedence",
                "2");
        assertThat(east.send(form, fields).statusCode()).isEqualTo(303);

        var corrected = now(head);
        assertThat(corrected.title(Language.EN)).isEqualTo("General Dr Layla");
        assertThat(corrected.precedence()).isEqualTo(2);
        assertThat(corrected.role()).isEqualTo(Role.HEAD);
        assertThat(east.page(people()).select(".people").text()).contains("General Dr Layla");
        var noted = sql.sql("select before, after from audit.change where committee = :id and what = 'seat.corrected'")
                .param("id", parties.id().id())
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .single();
        assertThat(noted.getFirst()).contains("HEAD").doesNotContain("Layla");
        assertThat(noted.getLast()).contains("Layla", "General", "Dr");
    }

    @Test
    void ofTwoWhoCorrectItAtOnceTheSecondSeesWhatTheFirstWrote() throws Exception {
        var mine = east.form(path(head), path(head));
        var theirs = east.form(path(head), path(head));
        assertThat(east.send(theirs, Map.of("name_latin", "Theirs")).statusCode())
                .isEqualTo(303);

        var answer = east.send(mine, Map.of("name_latin", "Mine"));
        assertThat(answer.statusCode()).isEqualTo(409);
        var page = Visitor.read(answer);
        assertThat(page.select(".warning").text()).contains("Theirs");
        assertThat(page.select("#name_latin").val()).isEqualTo("Mine");
        assertThat(now(head).name().latin()).isEqualTo("Theirs");

        assertThat(east.send(Objects.requireNonNull(page.selectFirst("main form")), Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(now(head).name().latin()).isEqualTo("Mine");
    }

    @Test
    void aSeatWithoutNameAndOfficeIsNoSeat() throws Exception {
        var form = east.form(path(head), path(head));
        var empty = Map.of("office_ar", "", "office_fr", "", "office_en", "", "precedence", "0");
        var answer = east.send(form, empty);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(answer).select("#name_arabic-error, #precedence-error"))
                .hasSize(2);
        assertThat(now(head)).isEqualTo(head);
    }

    @Test
    void nobodyCorrectsTheOtherSidesSeatOrWithoutBeingSecretary() throws Exception {
        var west = stage.browser(port, parties, parties.west(), Role.SECRETARY);
        var member = stage.browser(port, parties, parties.east(), Role.MEMBER);
        for (var other : List.of(west, member)) {
            assertThat(other.get(path(head)).statusCode()).isEqualTo(404);
            var fields = Map.of("_csrf", other.token("/en/work"), "version", "1", "name_latin", "X", "precedence", "1");
            assertThat(other.post(path(head), fields).statusCode()).isEqualTo(404);
        }
        assertThat(now(head)).isEqualTo(head);
    }

    @Test
    void aSecretaryWithALastDayIsNoSuccessorOfTheLastOneWithout() {
        var committee = parties.committee();
        var side = parties.west().party();
        var from = LocalDate.of(2022, 1, 1);
        var now = Instant.now();
        var last = stage.seated(Stage.seat(committee, side, Role.SECRETARY, stage.account(Stage.email()), from, null));
        var tomorrow = committee.dayOf(now).plusDays(1);
        stage.seated(Stage.seat(committee, side, Role.SECRETARY, stage.account(Stage.email()), from, tomorrow));

        assertThat(committees.end(last.id(), last, now)).isInstanceOf(Ending.LastSecretary.class);

        stage.seated(Stage.seat(committee, side, Role.SECRETARY, stage.account(Stage.email()), from, null));
        assertThat(committees.end(last.id(), last, now)).isInstanceOf(Ending.Ended.class);
    }
}

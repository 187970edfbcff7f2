// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.text;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

/** What the operator does with a party, as its secretaries see it. */
@OnStage
class RegisterChangesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Parties parties;

    @Autowired
    private JdbcClient sql;

    private AccountId operator;
    private AccountId secretary;
    private StandingParty party;
    private Visitor atTheRegister;
    private Visitor office;

    @BeforeEach
    void enter() throws Exception {
        var operating = Stage.email();
        operator = stage.account(operating);
        sql.sql("insert into register.operator (account, since) values (:id, now())")
                .param("id", operator.id())
                .update();
        party = party("Northland");
        parties.enter(party, operator, Instant.now());
        var email = Stage.email();
        secretary = stage.account(email);
        sql.sql(
                        "insert into register.secretary (party, account, held_from) values (:party, :account, current_date - 9)")
                .param("party", party.id().id())
                .param("account", secretary.id())
                .update();
        atTheRegister = new Visitor(port, operating);
        office = new Visitor(port, email);
    }

    private StandingParty party(String name) {
        return new StandingParty(
                party == null ? StandingPartyId.random() : party.id(),
                text(name),
                text("North"),
                text("Northern"),
                Language.EN,
                ZoneId.of("Africa/Tunis"),
                Set.of(DayOfWeek.SUNDAY),
                List.of());
    }

    private String path() {
        return "/en/work/parties/" + party.id().id();
    }

    @Test
    void theSecretariesReadWhatTheOperatorDidWithBothTexts() throws Exception {
        parties.enter(party("Southland"), operator, Instant.now());

        assertThat(office.page("/en/work/joint-acts").select("a[href=" + path() + "/changes]"))
                .hasSize(1);
        var rows = office.page(path() + "/changes").select("ol.rows li");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().text())
                .contains(RegisterWords.in(Language.EN).change("party_corrected"), "Northland", "Southland", "Member");
    }

    @Test
    void nobodyElseReadsThem() throws Exception {
        var other = Stage.email();
        stage.account(other);
        assertThat(new Visitor(port, other).get(path() + "/changes").statusCode())
                .isEqualTo(404);
        assertThat(atTheRegister.get(path() + "/changes").statusCode()).isEqualTo(404);
    }

    @Test
    void theOperatorIsAskedOnceMoreBeforeATermEnds() throws Exception {
        var end = path() + "/secretaries/" + secretary.id() + "/end";
        assertThat(atTheRegister.page(path()).select("a[href=" + end + "]")).hasSize(1);
        var form = atTheRegister.form(end, "/end");

        assertThat(atTheRegister.send(form, Map.of("sure", "")).statusCode()).isEqualTo(422);
        assertThat(office.get(path() + "/changes").statusCode()).isEqualTo(200);

        assertThat(atTheRegister.send(form, Map.of("sure", "yes")).statusCode()).isEqualTo(303);
        assertThat(office.get(path() + "/changes").statusCode()).isEqualTo(404);
        assertThat(atTheRegister.get(end).statusCode()).isEqualTo(404);
    }
}

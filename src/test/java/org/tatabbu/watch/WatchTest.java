// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Stage.Parties;
import org.tatabbu.transparency.Log;
import org.tatabbu.transparency.LogRefused;

@OnStage
class WatchTest {
    private static final WatchWords EN = WatchWords.in(Language.EN);

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Log log;

    private Parties parties;
    private Seat east;
    private Seat west;
    private String witness;

    @BeforeEach
    void aSecretaryOnEachSide() {
        parties = stage.found();
        east = seated(parties.east(), Role.SECRETARY);
        west = seated(parties.west(), Role.SECRETARY);
        witness = "witness-" + UUID.randomUUID() + ".example";
    }

    private Seat seated(Stage.Side side, Role role) {
        return stage.seated(Stage.seat(parties.committee(), side.party(), role, stage.account(Stage.email())));
    }

    private List<String> letters(Seat to) {
        var account = accounts.find(Objects.requireNonNull(to.account())).orElseThrow();
        return jdbc.sql("select body from mail.letter where recipient = :to order by queued")
                .param("to", account.email())
                .query((row, n) -> row.getString("body"))
                .list();
    }

    private void refused(LogRefused.Reason reason, long size) {
        events.publishEvent(new LogRefused(reason, witness, size, Instant.now()));
    }

    @ParameterizedTest
    @EnumSource
    void theSecretariesOfAllSidesAreWrittenToOnceForEachThing(LogRefused.Reason reason) {
        var head = seated(parties.east(), Role.HEAD);

        refused(reason, 7);
        refused(reason, 7);

        for (var secretary : List.of(east, west)) {
            assertThat(letters(secretary))
                    .singleElement()
                    .satisfies(body -> assertThat(body)
                            .contains(witness)
                            .contains("/work/committees/" + parties.committee().slug() + "/log"));
        }
        assertThat(letters(head)).isEmpty();
    }

    @Test
    void aWitnessThatStillDoesNotKnowTheLogIsNotToldOfAgainWithEachEntry() {
        refused(LogRefused.Reason.NOT_KNOWN, 7);
        refused(LogRefused.Reason.NOT_KNOWN, 8);
        assertThat(letters(west)).hasSize(1);

        refused(LogRefused.Reason.OTHER_HISTORY, 8);
        refused(LogRefused.Reason.OTHER_HISTORY, 9);
        assertThat(letters(west)).hasSize(3);
    }

    @Test
    void aSecretaryOfTwoCommitteesGetsOneLetter() {
        var second = stage.found();
        stage.seated(Stage.seat(second.committee(), second.east().party(), Role.SECRETARY, east.account()));

        refused(LogRefused.Reason.ALTERED, 7);

        assertThat(letters(east)).hasSize(1);
    }

    @Test
    void whoHasNoSeatAnyMoreIsNotWrittenTo() {
        var gone = Stage.seat(
                parties.committee(),
                parties.east().party(),
                Role.SECRETARY,
                stage.account(Stage.email()),
                Stage.DUE.minusYears(1),
                Stage.DUE);
        stage.seated(gone);

        refused(LogRefused.Reason.ROLLED_BACK, 7);

        assertThat(letters(gone)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MEMBER", "HEAD", "SECRETARY"})
    void everySeatSeesTheStateOfTheLog(Role role) throws Exception {
        var visitor = stage.browser(port, parties, parties.west(), role);

        var page = visitor.page("/en/work/committees/" + parties.committee().slug() + "/log");

        assertThat(page.select("h1").text()).isEqualTo(EN.title());
        assertThat(page.select("[aria-labelledby=witnesses]").text()).contains(EN.noWitnesses());
        if (log.published().isPresent()) {
            assertThat(page.select("code.digest").text()).isNotEmpty();
            assertThat(page.select("a[href='/log/checkpoint']")).isNotEmpty();
        }
    }

    @Test
    void whereTheLogIsStoppedThePageSaysWhatToDo() {
        var refusal = new LogRefused(LogRefused.Reason.OTHER_HISTORY, witness, 7, Stage.NOON);

        for (var language : Language.ALL) {
            var page = StatePage.of(language, Stage.ZONE, log);
            assertThat(page.means(refusal)).contains(witness, "7");
            assertThat(page.act(refusal)).isNotEmpty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.language.LocalText;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class PlanPagesTest {
    private final LocalDate soon = LocalDate.now(Stage.ZONE).plusDays(40);

    @LocalServerPort
    private int port;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Preparation preparation;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;
    private String desk;
    private Visitor east;
    private Visitor west;

    @BeforeEach
    void found() throws Exception {
        parties = stage.found();
        desk = "/en/work/committees/" + parties.committee().slug();
        east = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        west = stage.browser(port, parties, parties.west(), Role.SECRETARY);
    }

    private Map<String, String> fields() {
        var fields = new HashMap<>(Map.of(
                "mode",
                "HYBRID",
                "first",
                soon.toString(),
                "last",
                soon.plusDays(1).toString(),
                "hour",
                "09:30"));
        fields.putAll(Map.of("zone", "Asia/Dubai", "venue_ar", "تونس", "venue_fr", "Tunis", "venue_en", "Tunis"));
        return fields;
    }

    private int plan(Visitor secretary, Map<String, String> fields) throws Exception {
        return secretary
                .send(secretary.form(desk + "/meetings/new", "/meetings"), fields)
                .statusCode();
    }

    private static Map<String, String> item(String label) {
        return Map.of("label", label, "title_ar", "بند", "title_fr", "Point", "title_en", "Item " + label);
    }

    private int putOn(Visitor secretary, Map<String, String> fields) throws Exception {
        return secretary
                .send(secretary.form(desk + "/meetings/1/agenda/new", "/agenda"), fields)
                .statusCode();
    }

    private Meeting first() {
        return meetings.find(parties.id(), 1).orElseThrow();
    }

    @Test
    void aSecretaryPlansTheNextMeeting() throws Exception {
        assertThat(plan(east, fields())).isEqualTo(303);

        var planned = first();
        assertThat(planned.state()).isEqualTo(Meeting.State.PLANNED);
        assertThat(Plan.of(planned))
                .isEqualTo(new Plan(
                        Meeting.Mode.HYBRID,
                        soon,
                        soon.plusDays(1),
                        new Opening(LocalTime.of(9, 30), ZoneId.of("Asia/Dubai")),
                        new LocalText("تونس", "Tunis", "Tunis"),
                        null,
                        LocalText.NONE));
        assertThat(west.page(desk + "/meetings/1").select(".facts").text()).contains("09:30", "06:30");
    }

    @ParameterizedTest
    @CsvSource({
        "first, '', first",
        "first, yesterday, first",
        "first, 2001-01-01, first",
        "last, 2001-01-01, last",
        "last, 2900-01-01, last",
        "hour, 25:00, hour",
        "zone, Mars/Base, zone",
        "mode, PIGEON, mode",
        "host, 00000000-0000-0000-0000-000000000000, host",
        "venue_fr, '', venue_fr",
        "venue_en, 'a\u202Eb', venue_en",
        "mandate_ar, 'نص', mandate_en",
    })
    void whatCannotStandIsSaidBesideItsField(String field, String value, String wrong) throws Exception {
        var fields = fields();
        fields.put(field, value);
        var answer = east.send(east.form(desk + "/meetings/new", "/meetings"), fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.page(answer).select("#" + wrong + "-error").text()).isNotBlank();
        assertThat(Browser.page(answer).select("#venue_ar").val()).isEqualTo("تونس");
        assertThat(meetings.of(parties.id())).isEmpty();
    }

    @Test
    void twoWhoPlanTheSameMeetingMakeOne() throws Exception {
        var form = east.form(desk + "/meetings/new", "/meetings");
        assertThat(plan(west, fields())).isEqualTo(303);

        var late = east.send(form, fields());

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Browser.page(late).select(".warning").text()).contains("First meeting");
        assertThat(meetings.of(parties.id())).hasSize(1);
        assertThat(AtOnce.<Planning>all(List.<Callable<Planning>>of(this::second, this::second, this::second)))
                .filteredOn(Planning.Planned.class::isInstance)
                .hasSize(1);
    }

    private Planning second() {
        return preparation.plan(Plan.of(first()), 2, parties.east().secretary(), NOON);
    }

    @Test
    void onlySecretariesSeeThePlan() throws Exception {
        stage.plan(parties, 1);
        for (var role : List.of(Role.HEAD, Role.MEMBER, Role.OBSERVER)) {
            var other = stage.browser(port, parties, parties.east(), role);
            assertThat(other.get(desk + "/meetings/new").statusCode()).isEqualTo(404);
            assertThat(other.get(desk + "/meetings/1/attendance").statusCode()).isEqualTo(404);
            assertThat(other.page(desk).select("a[href$=/meetings/new]")).isEmpty();
            assertThat(other.page(desk + "/meetings/1").select("main form")).isEmpty();
            var sent = new HashMap<>(fields());
            sent.put("_csrf", other.page(desk).select("[name=_csrf]").val());
            assertThat(other.post(desk + "/meetings", sent).statusCode()).isEqualTo(404);
            assertThat(other.post(desk + "/meetings/1/state", Map.of("_csrf", sent.get("_csrf"), "to", "CLOSED"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aPlanChangesUntilTheMeetingOpens() throws Exception {
        plan(east, fields());
        var form = east.form(desk + "/meetings/1/plan", "/plan");
        var later = Map.of("first", soon.plusDays(7).toString(), "last", "");
        assertThat(east.send(form, later).statusCode()).isEqualTo(303);
        assertThat(first().lastDay()).isEqualTo(soon.plusDays(7));

        var stale = east.send(form, later);
        assertThat(stale.statusCode()).isEqualTo(409);
        var again = Browser.page(stale).selectFirst("form.sheet");
        assertThat(east.send(Objects.requireNonNull(again), Map.of()).statusCode())
                .isEqualTo(303);

        meetings.move(first().id(), Meeting.State.OPEN, null, NOON);
        assertThat(east.get(desk + "/meetings/1/plan").statusCode()).isEqualTo(404);
        var seen = first().revision();
        assertThat(preparation.change(
                        first().id(), Plan.of(first()), seen, parties.east().secretary(), NOON))
                .isInstanceOf(Planning.TooLate.class);
    }

    @Test
    void eachSideWritesItsOwnItemsOfTheAgenda() throws Exception {
        plan(east, fields());
        assertThat(putOn(east, item("10"))).isEqualTo(303);
        assertThat(putOn(west, item("2"))).isEqualTo(303);
        var own = new HashMap<>(item("3"));
        own.put("asker", "own");
        assertThat(putOn(west, own)).isEqualTo(303);
        assertThat(putOn(east, item("3"))).isEqualTo(422);
        assertThat(putOn(east, item("three"))).isEqualTo(422);
        assertThat(first().agenda()).extracting(AgendaItem::label).containsExactly("2", "3", "10");

        assertThat(east.get(desk + "/meetings/1/agenda/3").statusCode()).isEqualTo(404);
        var off = east.form(desk + "/meetings/1/agenda/2", "/removal");
        assertThat(east.send(off, Map.of()).statusCode()).isEqualTo(303);
        var form = west.form(desk + "/meetings/1/agenda/3", "/agenda/3");
        var notes = west.page(desk + "/meetings/1")
                .select("#item-3 a[href*=/brief]")
                .attr("href");
        assertThat(west.send(form, Map.of("label", "1")).statusCode()).isEqualTo(303);
        assertThat(first().agenda()).extracting(AgendaItem::label).containsExactly("1", "10");
        // What is kept about an item goes with it, and not with its number.
        assertThat(notes).isNotEmpty();
        assertThat(west.page(desk + "/meetings/1")
                        .select("#item-1 a[href*=/brief]")
                        .attr("href"))
                .isEqualTo(notes);
    }

    @Test
    void aMeetingGoesForwardAndEachSideRecordsItsOwn() throws Exception {
        plan(east, fields());
        var page = desk + "/meetings/1";
        var convene = east.form(page, "/state");
        assertThat(east.send(convene, Map.of()).statusCode()).isEqualTo(303);
        assertThat(east.page(page).select("p.notice").text()).contains("agenda");
        assertThat(first().state()).isEqualTo(Meeting.State.PLANNED);

        putOn(east, item("1"));
        east.send(convene, Map.of());
        east.send(east.form(page, "/state"), Map.of());
        assertThat(first().state()).isEqualTo(Meeting.State.OPEN);
        east.send(convene, Map.of());
        assertThat(first().state()).isEqualTo(Meeting.State.OPEN);

        assertThat(west.send(west.form(page + "/attendance", "/attendance"), Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(east.send(east.form(page + "/attendance", "/attendance"), Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(first().chairs())
                .extracting(Participant::party)
                .containsExactly(
                        parties.east().party().id(), parties.west().party().id());
        assertThat(first().chairs()).extracting(Participant::office).containsOnly(text("HEAD"));
    }

    @Test
    void aSeatOfAnotherCommitteePlansNothingHere() {
        var others = stage.found();
        stage.plan(others, 1);
        var theirs = meetings.find(others.id(), 1).orElseThrow();
        var by = parties.east().secretary();
        assertThat(preparation.change(theirs.id(), Plan.of(theirs), 1, by, NOON))
                .isInstanceOf(Planning.NotYours.class);
        assertThat(preparation.advance(theirs.id(), Meeting.State.CLOSED, by, Instant.now()))
                .isInstanceOf(Moving.NotYours.class);
        assertThat(preparation.plan(Plan.of(theirs), 1, parties.east().head(), NOON))
                .isInstanceOf(Planning.NotYours.class);
    }
}

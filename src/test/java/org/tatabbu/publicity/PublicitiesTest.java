// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.NOON;
import static org.tatabbu.publication.Pressroom.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.minutes.ClauseDraft;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.MinutesText;
import org.tatabbu.minutes.Verb;
import org.tatabbu.publication.Pressroom;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.publication.Printing;
import org.tatabbu.testing.Browser;

/** A clause is as public as all sides say alike of it as it reads now. */
@Printing
class PublicitiesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    @Autowired
    private Publicities publicities;

    private Hosts hosts;
    private Meeting meeting;
    private ClauseId clause;

    PublicitiesTest(@Autowired Pressroom press) {
        hosts = press.found();
        meeting = press.plan(hosts, 1);
        clause = press.clause(hosts, meeting, "clause", null);
    }

    @BeforeEach
    void shut() {
        say(hosts.secretary(), Publicity.JOINT);
        say(hosts.otherSecretary(), Publicity.JOINT);
    }

    private MinutesText minutes() {
        return press.minutes.of(meeting.id()).orElseThrow();
    }

    private Saying say(Seat by, Publicity publicity) {
        return publicities.say(minutes().id(), clause, minutes().clause(clause).revision(), publicity, by, NOON);
    }

    private Party east() {
        return hosts.committee().parties().getFirst();
    }

    @Test
    void aClauseStaysWithTheCommitteeUntilEverySideSaysOtherwise() {
        assertThat(say(hosts.secretary(), Publicity.PUBLIC)).isEqualTo(new Saying.Said(Publicity.JOINT));
        assertThat(publicities.admitted(meeting.id(), null)).isEmpty();
        assertThat(say(hosts.otherSecretary(), Publicity.PUBLIC)).isEqualTo(new Saying.Said(Publicity.PUBLIC));
        assertThat(publicities.admitted(meeting.id(), null)).containsExactly(clause);
        assertThat(say(hosts.secretary(), Publicity.JOINT)).isEqualTo(new Saying.Said(Publicity.JOINT));
    }

    @Test
    void whatOneSideMayPublishIsItsAlone() {
        var mine = Publicity.of(east().id());
        say(hosts.secretary(), mine);
        assertThat(publicities.admitted(meeting.id(), east().id())).isEmpty();
        say(hosts.otherSecretary(), mine);
        assertThat(publicities.admitted(meeting.id(), east().id())).containsExactly(clause);
        assertThat(publicities.admitted(meeting.id(), null)).isEmpty();
        assertThat(publicities.admitted(meeting.id(), hosts.otherSecretary().party()))
                .isEmpty();
    }

    @Test
    void aClauseWrittenAnewIsAsIfNobodyHadSpoken() {
        say(hosts.secretary(), Publicity.PUBLIC);
        say(hosts.otherSecretary(), Publicity.PUBLIC);
        var draft = new ClauseDraft(Verb.AGREED, text("another clause"), "", null, null);
        press.minutes.revise(minutes().id(), clause, 1, draft, Set.of(), false, hosts.secretary(), NOON);
        assertThat(publicities.of(minutes())).isEqualTo(Map.of(clause, Publicity.JOINT));
        assertThat(publicities.say(minutes().id(), clause, 1, Publicity.PUBLIC, hosts.secretary(), NOON))
                .isEqualTo(new Saying.Changed());
    }

    @ParameterizedTest
    @EnumSource
    void onlyASecretarySpeaksForItsSide(Role role) {
        var seat = press.seat(hosts.committee(), east(), role, null);
        assertThat(say(seat, Publicity.PUBLIC))
                .isInstanceOf(role == Role.SECRETARY ? Saying.Said.class : Saying.NotYours.class);
    }

    @Test
    void anotherCommitteeSaysNothingAndNamesNoSide() {
        var others = press.found();
        assertThat(say(others.secretary(), Publicity.PUBLIC)).isEqualTo(new Saying.NotYours());
        var stranger = Publicity.of(others.secretary().party());
        assertThat(say(hosts.secretary(), stranger)).isEqualTo(new Saying.NotYours());
    }

    @Test
    void theAdoptedBytesDoNotKnowOfIt() {
        press.adopt(hosts, meeting);
        var record = press.adoptions.record(
                press.adoptions.latest(meeting.id()).orElseThrow().id());
        say(hosts.secretary(), Publicity.PUBLIC);
        say(hosts.otherSecretary(), Publicity.PUBLIC);
        assertThat(press.adoptions.record(
                        press.adoptions.latest(meeting.id()).orElseThrow().id()))
                .isEqualTo(record);
        assertThat(publicities.admitted(meeting.id(), null)).containsExactly(clause);
    }

    @ParameterizedTest
    @EnumSource
    void aSecretarySaysItOnThePageAndWhoSitsElsewhereFindsNone(Language language) {
        var secretary = new Browser(port);
        secretary.signIn(press.member(hosts, Role.SECRETARY), Pressroom.PASSWORD);
        var path = "/" + language.tag() + "/work/committees/" + hosts.slug() + "/meetings/1/publicity";
        var form = Objects.requireNonNull(secretary.page(path).selectFirst("form[action$=/publicity]"));
        var field = "reach_" + clause.id();
        assertThat(secretary.send(form, Map.of(field, "PUBLIC")).statusCode()).isEqualTo(303);
        assertThat(secretary.page(path).select("option[selected]").eachAttr("value"))
                .isEqualTo(List.of("PUBLIC"));
        assertThat(secretary
                        .send(form, Map.of(field, "PUBLIC", "revision_" + clause.id(), "9"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(secretary.send(form, Map.of(field, "nonsense")).statusCode()).isEqualTo(404);

        var stranger = new Browser(port);
        stranger.signIn(press.member(press.found(), Role.SECRETARY), Pressroom.PASSWORD);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    }
}

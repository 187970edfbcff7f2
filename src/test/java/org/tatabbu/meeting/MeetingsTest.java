// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tatabbu.testing.Stage.NOON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.tatabbu.committee.Role;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.DefaultLocales;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

@OnStage
class MeetingsTest {
    private static final LocalDate DAY = LocalDate.of(2023, 1, 17);

    @Autowired
    private Meetings meetings;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;

    @BeforeEach
    void found() {
        parties = stage.found();
    }

    private boolean planned(int number) {
        try {
            stage.plan(parties, number);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Test
    void aMeetingIsFoundAsItWasPlanned() {
        var meeting = stage.plan(parties, 3);
        assertThat(meetings.get(meeting.id())).isEqualTo(meeting);
        assertThat(meetings.find(parties.id(), 3)).contains(meeting);
        assertThat(meetings.find(parties.id(), 4)).isEmpty();
        assertThat(meetings.find(stage.found().id(), 3)).isEmpty();
    }

    @Test
    void theLatestMeetingStandsFirst() {
        IntStream.of(2, 3, 1).forEach(number -> stage.plan(parties, number));
        assertThat(meetings.of(parties.id())).extracting(Meeting::number).containsExactly(3, 2, 1);
    }

    @Test
    void aNumberIsOfOneMeetingOfItsCommittee() throws Exception {
        assertThat(planned(1)).isTrue();
        assertThat(planned(1)).isFalse();
        var others = stage.found();
        stage.plan(others, 1);
        var at = AtOnce.<Boolean>all(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(n -> () -> planned(2))
                .toList());
        assertThat(at).containsOnlyOnce(true);
        assertThat(meetings.of(parties.id())).hasSize(2);
    }

    @Test
    void aMeetingNeverGoesBack() {
        var meeting = stage.plan(parties, 1);
        meetings.move(meeting.id(), Meeting.State.CLOSED, null, NOON);
        for (var state : Meeting.State.values()) {
            assertThatThrownBy(() -> meetings.move(meeting.id(), state, null, NOON))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(meetings.get(meeting.id()).state()).isEqualTo(Meeting.State.CLOSED);
    }

    @Test
    void aMeetingClosesOnce() throws Exception {
        var meeting = stage.plan(parties, 1);
        var moved = AtOnce.<Boolean>all(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(n -> () -> moved(meeting.id()))
                .toList());
        assertThat(moved).containsOnlyOnce(true);
    }

    private boolean moved(MeetingId meeting) {
        try {
            meetings.move(meeting, Meeting.State.CLOSED, null, NOON);
            return true;
        } catch (IllegalStateException already) {
            return false;
        }
    }

    @Test
    void onlyWhoHoldsASeatAttends() {
        stage.plan(parties, 1);
        var member = AccountId.random();
        stage.seated(
                Stage.seat(parties.committee(), parties.west().party(), Role.EXPERT, member, DAY, DAY.plusDays(1)));
        var slug = parties.committee().slug();
        assertThat(meetings.attendance(member, slug, 1, noon(DAY)))
                .get()
                .extracting(place -> place.seat().role())
                .isEqualTo(Role.EXPERT);
        assertThat(List.of(
                        meetings.attendance(member, slug, 2, noon(DAY)),
                        meetings.attendance(member, "no-such-committee", 1, noon(DAY)),
                        meetings.attendance(member, slug, 1, noon(DAY.minusDays(1))),
                        meetings.attendance(member, slug, 1, noon(DAY.plusDays(2))),
                        meetings.attendance(AccountId.random(), slug, 1, noon(DAY))))
                .allMatch(place -> place.isEmpty());
    }

    @Test
    void aMeetingHasANumberAndEndsWhenItHasBegun() {
        var one = Stage.meeting(parties.committee(), 1);
        assertThatThrownBy(() -> Stage.meeting(parties.committee(), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Meeting(
                        one.id(),
                        one.committee(),
                        1,
                        one.state(),
                        one.mode(),
                        one.firstDay(),
                        one.firstDay().minusDays(1),
                        LocalText.NONE,
                        null,
                        LocalText.NONE,
                        List.of(),
                        List.of(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMeetingIsCalledAlikeOnEveryMachine() {
        assertThat(DefaultLocales.each(() -> Meeting.nameOf(1, Language.EN))).containsOnly("First meeting");
        assertThat(DefaultLocales.each(() -> Meeting.nameOf(1, Language.FR))).containsOnly("Première réunion");
        assertThat(DefaultLocales.each(() -> Meeting.nameOf(1, Language.AR))).containsOnly("الاجتماع الأول");
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}

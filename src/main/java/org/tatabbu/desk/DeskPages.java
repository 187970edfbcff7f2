// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.brief.Briefs;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.followup.Commitments;
import org.tatabbu.founding.JointActs;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.page.Pages;
import org.tatabbu.publication.Publications;
import org.tatabbu.register.Parties;

@Controller
@RequestMapping("/work")
class DeskPages {
    private final Waiting waiting;
    private final Committees committees;
    private final Meetings meetings;
    private final Minutes minutes;
    private final Adoptions adoptions;
    private final Commitments commitments;
    private final Publications publications;
    private final JointActs jointActs;
    private final Parties parties;
    private final Briefs briefs;
    private final Pages pages;
    private final Clock clock;

    DeskPages(
            Waiting waiting,
            Committees committees,
            Meetings meetings,
            Minutes minutes,
            Adoptions adoptions,
            Commitments commitments,
            Publications publications,
            JointActs jointActs,
            Parties parties,
            Briefs briefs,
            Pages pages,
            Clock clock) {
        this.waiting = waiting;
        this.committees = committees;
        this.meetings = meetings;
        this.minutes = minutes;
        this.adoptions = adoptions;
        this.commitments = commitments;
        this.publications = publications;
        this.jointActs = jointActs;
        this.parties = parties;
        this.briefs = briefs;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> home(@PathVariable Language lang, SignedIn me) {
        var today = LocalDate.now(clock);
        var account = me.account();
        var places = committees.memberships(account.id(), clock.instant());
        var tasks = waiting.of(account.id(), places, today, lang, clock.instant());
        var doors =
                new DeskPage.Doors(jointActs.mayFound(account.id(), clock.instant()), parties.operates(account.id()));
        var page = new DeskPage(lang, account.name().in(lang), tasks, places, today, doors);
        return pages.show(me.frame(lang, "/work", DeskWords.in(lang).waiting()), "desk/DeskPage.jte", page);
    }

    @GetMapping("/committees/{committee}")
    ResponseEntity<byte[]> committee(@PathVariable Language lang, Membership place, SignedIn me) {
        var today = place.committee().dayOf(clock.instant());
        var id = place.committee().id();
        var held = meetings.of(id);
        var standings = new HashMap<MeetingId, String>();
        held.forEach(meeting -> standings.put(meeting.id(), standing(meeting, lang)));
        var owed = commitments.of(id);
        var page = new CommitteeDesk(
                lang,
                place,
                committees.seats(id).stream()
                        .filter(seat -> seat.heldAt(clock.instant(), today))
                        .toList(),
                committees.areas(id),
                held,
                standings,
                adoptions.register(id),
                owed.size(),
                (int) owed.stream().filter(one -> one.overdueOn(today)).count(),
                publications.isPublic(id));
        var frame = me.frame(lang, page.path(), place.committee().name().in(lang));
        return pages.show(frame, "desk/CommitteeDesk.jte", page);
    }

    @GetMapping("/committees/{committee}/meetings/{number:[0-9]{1,4}}")
    ResponseEntity<byte[]> meeting(@PathVariable Language lang, Attendance place, SignedIn me) {
        var meeting = place.meeting();
        var page = new MeetingDesk(
                lang,
                place,
                committees.areas(place.committee().id()),
                standing(meeting, lang),
                adoptions.latest(meeting.id()).isPresent(),
                adoptions.actOf(meeting.id()).orElse(null),
                publications
                        .communique(meeting.id())
                        .map(article -> article.publishedAt() != null)
                        .orElse(false),
                briefs.at(
                        Stream.concat(
                                        Stream.of(DeskTopics.of(meeting)),
                                        meeting.agenda().stream().map(item -> DeskTopics.of(meeting, item)))
                                .toList(),
                        place.membership(),
                        lang,
                        clock.instant()));
        var frame = me.frame(lang, place.path(), meeting.name(lang)).under(place.toCommittee(lang));
        return pages.show(frame, "desk/MeetingDesk.jte", page);
    }

    private String standing(Meeting meeting, Language language) {
        var words = DeskWords.in(language);
        return minutes.of(meeting.id())
                .map(text -> words.standing(text.standing().name()))
                .orElseGet(words::noMinutes);
    }
}

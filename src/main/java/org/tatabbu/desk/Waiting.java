// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.Presentation;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Role;
import org.tatabbu.followup.Commitments;
import org.tatabbu.founding.JointAct;
import org.tatabbu.founding.JointActs;
import org.tatabbu.founding.Proposal;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.Standing;
import org.tatabbu.moderation.Moderation;
import org.tatabbu.press.Release;
import org.tatabbu.press.Releases;
import org.tatabbu.procedure.Procedures;
import org.tatabbu.publication.Publications;

/** Gathers what waits for one person from the rooms that know. */
@Component
class Waiting {
    private final Meetings meetings;
    private final Minutes minutes;
    private final Adoptions adoptions;
    private final Commitments commitments;
    private final Publications publications;
    private final Releases releases;
    private final Moderation moderation;
    private final JointActs jointActs;
    private final Procedures procedures;

    Waiting(
            Meetings meetings,
            Minutes minutes,
            Adoptions adoptions,
            Commitments commitments,
            Publications publications,
            Releases releases,
            Moderation moderation,
            JointActs jointActs,
            Procedures procedures) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.adoptions = adoptions;
        this.commitments = commitments;
        this.publications = publications;
        this.releases = releases;
        this.moderation = moderation;
        this.jointActs = jointActs;
        this.procedures = procedures;
    }

    /** What must be decided first, then the nearest due. */
    List<Task> of(AccountId account, List<Membership> places, LocalDate today, Language language, Instant at) {
        var tasks = new ArrayList<Task>();
        for (var place : places) {
            for (var meeting : meetings.of(place.committee().id())) {
                tasks.addAll(at(place, meeting, language, at));
            }
            tasks.addAll(between(place, language, at));
            tasks.addAll(toClear(place, language, at));
            if (place.seat().writes() || place.seat().role() == Role.HEAD) {
                tasks.addAll(owed(place, today, language));
            }
        }
        for (var act : jointActs.waitingFor(account, at)) {
            var path = "/work/joint-acts/" + act.id().id();
            tasks.add(new Task(
                    DeskWords.in(language).jointAct(act.title(language)),
                    about(act, places, language),
                    path,
                    null,
                    true));
        }
        int comments = moderation.waiting(account, at);
        if (comments > 0) {
            tasks.add(new Task(DeskWords.in(language).comments(comments), "", "/work/moderation", null, false));
        }
        tasks.sort(Comparator.comparing((Task task) -> !task.pressing())
                .thenComparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder())));
        return tasks;
    }

    /** What goes out, is corrected or withdrawn, and this seat's side has not cleared. */
    private List<Task> toClear(Membership place, Language language, Instant at) {
        var committee = place.committee();
        return releases.awaited(place.seat(), at).stream()
                .map(one -> {
                    var due = one.release().due();
                    return new Task(
                            DeskWords.in(language).clearRelease(what(one)),
                            one.article().text().title().in(language),
                            "/work/committees/" + committee.slug() + way(one),
                            due == null ? null : committee.dayOf(due),
                            true);
                })
                .toList();
    }

    private static String what(Release.Awaited one) {
        return communique(one) == null ? one.release().kind().name() : "COMMUNIQUE";
    }

    private String way(Release.Awaited one) {
        var meeting = communique(one);
        return meeting == null
                ? one.path()
                : "/meetings/" + meetings.get(meeting).number() + "/communique";
    }

    private static @Nullable MeetingId communique(Release.Awaited one) {
        return one.release().kind() == Release.Kind.ISSUE ? one.article().meeting() : null;
    }

    /** Texts between meetings that this head has not answered. */
    private List<Task> between(Membership place, Language language, Instant at) {
        if (!place.seat().adopts()) {
            return List.of();
        }
        var committee = place.committee();
        return procedures.of(committee.id()).stream()
                .filter(text -> text.adoptable(at))
                .filter(text -> adoptions
                        .latestOf(text.id())
                        .filter(open -> adoptions.awaited(open, at).contains(place.party()))
                        .isPresent())
                .map(text -> new Task(
                        DeskWords.in(language).answerText(),
                        text.title().in(language),
                        text.path(committee.slug()),
                        text.closes().map(committee::dayOf).orElse(null),
                        true))
                .toList();
    }

    private static String about(JointAct act, List<Membership> places, Language language) {
        return switch (act.proposal()) {
            case Proposal.Found found -> "";
            case Proposal.Change change ->
                places.stream()
                        .map(Membership::committee)
                        .filter(committee -> committee.id().id().equals(change.committee()))
                        .map(committee -> committee.name().in(language))
                        .findFirst()
                        .orElse("");
        };
    }

    private List<Task> at(Membership place, Meeting meeting, Language language, Instant at) {
        var words = DeskWords.in(language);
        var seat = place.seat();
        var path = "/work/committees/" + place.committee().slug() + "/meetings/" + meeting.number();
        var about = words.about(meeting.name(language), place.committee().name().in(language));
        var tasks = new ArrayList<Task>();
        var latest = adoptions.latest(meeting.id());
        var standing = minutes.of(meeting.id()).map(text -> text.standing());
        boolean waits = latest.filter(Presentation::open)
                .filter(open -> adoptions.awaited(open, at).contains(place.party()))
                .isPresent();
        if (waits && seat.adopts()) {
            tasks.add(new Task(words.adopt(), about, path + "/adoption", null, true));
        }
        boolean fell = latest.map(Presentation::end)
                .map(end -> end.outcome() != Presentation.Outcome.ADOPTED)
                .orElse(false);
        if (fell && standing.equals(Optional.of(Standing.DRAFT)) && (seat.adopts() || seat.writes())) {
            tasks.add(new Task(fallen(latest.orElseThrow(), words), about, path + "/adoption", null, true));
        } else if (seat.writes()
                && standing.equals(Optional.of(Standing.DRAFT))
                && meeting.state() != Meeting.State.PLANNED) {
            tasks.add(new Task(words.write(), about, path + "/minutes", meeting.lastDay(), false));
        }
        if (seat.publishes() && standing.equals(Optional.of(Standing.ADOPTED)) && unwritten(meeting)) {
            tasks.add(new Task(words.communique(), about, path + "/communique", null, true));
        }
        return tasks;
    }

    private boolean unwritten(Meeting meeting) {
        return publications
                .communique(meeting.id())
                .filter(article -> article.publishedAt() != null
                        || publications.against(article).isEmpty())
                .isEmpty();
    }

    private static String fallen(Presentation presentation, DeskWords words) {
        var end = presentation.end();
        if (end != null && end.outcome() == Presentation.Outcome.RETURNED) {
            return words.returned();
        }
        return presentation.signatures().isEmpty() ? words.broken() : words.adoptionLost();
    }

    private List<Task> owed(Membership place, LocalDate today, Language language) {
        var words = DeskWords.in(language);
        return commitments.waitingFor(place.seat()).stream()
                .map(one -> new Task(
                        one.overdueOn(today) ? words.overdue(one.number()) : words.owed(one.number()),
                        one.text().in(language),
                        "/work/committees/" + place.committee().slug() + "/commitments/" + one.number(),
                        one.due(),
                        false))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adopted;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.RecordText;

/** What was promised in adopted texts, and what each party reports of it. */
@Component
@Transactional
public class Commitments {
    /** The longest note of a report in one language, in UTF-16 units. */
    public static final int LONGEST_NOTE = 1_000;

    private final CommitmentStore store;
    private final Minutes minutes;
    private final Meetings meetings;
    private final Committees committees;
    private final ApplicationEventPublisher announcements;
    private final Audit audit;

    Commitments(
            CommitmentStore store,
            Minutes minutes,
            Meetings meetings,
            Committees committees,
            ApplicationEventPublisher announcements,
            Audit audit) {
        this.store = store;
        this.minutes = minutes;
        this.meetings = meetings;
        this.committees = committees;
        this.announcements = announcements;
        this.audit = audit;
    }

    /** Every promise of an adopted text becomes a commitment with its number, or the text is not adopted. */
    @EventListener
    void make(Adopted adopted) {
        var act = adopted.act();
        var meeting = act.meeting();
        if (meeting == null) {
            return;
        }
        int madeAt = meetings.get(meeting).number();
        store.holdSeries(act.committee());
        var made = new HashSet<ClauseId>();
        for (var clause : minutes.get(act.minutes().orElseThrow()).clauses()) {
            var promise = clause.promise();
            if (promise != null && !store.holds(clause.id())) {
                store.add(act, clause, promise, madeAt);
                made.add(clause.id());
            }
        }
        if (!made.isEmpty()) {
            note(made, act);
            announcements.publishEvent(new CommitmentsChanged(act.committee()));
        }
    }

    private void note(Set<ClauseId> made, Act act) {
        for (var one : store.commitments(act.committee())) {
            if (made.contains(one.clause())) {
                var text = Change.brief(
                        one.text().ar(), one.text().fr(), one.text().en());
                var committee = act.committee().id();
                audit.note(
                        Change.joint("commitment.made", null, one.owner().id(), committee, one.number(), "", text),
                        act.adoptedAt());
            }
        }
    }

    /** By their numbers. */
    @Transactional(readOnly = true)
    public List<Commitment> of(CommitteeId committee) {
        return store.commitments(committee);
    }

    @Transactional(readOnly = true)
    public Optional<Commitment> find(CommitteeId committee, String number) {
        return store.commitment(committee, number);
    }

    /** What a seat's party owes in its committee and is not settled, the nearest due first. */
    @Transactional(readOnly = true)
    public List<Commitment> waitingFor(Seat seat) {
        return store.commitments(seat.committee()).stream()
                .filter(commitment -> commitment.owner().equals(seat.party()) && !commitment.settled())
                .sorted(Comparator.comparing(Commitment::due))
                .toList();
    }

    /**
     * Adds what a seat's own party says to the history.
     *
     * @param note in one language or more
     * @param seen how many reports the writer had before them, or nothing where that does not matter
     */
    public Reporting report(
            CommitmentId id, Status status, LocalText note, @Nullable Integer seen, Seat by, Instant at) {
        store.hold(id);
        var before = store.commitment(id).orElseThrow();
        if (!reports(by) || !by.committee().equals(before.committee()) || !committees.acts(by, at)) {
            return new Reporting.NotYours();
        }
        var said = RecordText.normal(note);
        if (!fits(said)) {
            return new Reporting.Unfit();
        }
        if (seen != null && seen != before.reports().size()) {
            return new Reporting.Overtaken(before);
        }
        store.add(id, new Report(by.party(), status, said, by.id(), at));
        audit.note(
                Change.joint(
                        "commitment.reported",
                        by.actor(),
                        by.party().id(),
                        before.committee().id(),
                        before.number(),
                        before.latestBy(by.party())
                                .map(last -> last.status().name())
                                .orElse(""),
                        status.name()),
                at);
        announcements.publishEvent(new CommitmentsChanged(before.committee()));
        return new Reporting.Reported(store.commitment(id).orElseThrow());
    }

    /** Whether a seat speaks for its party on what was promised. */
    static boolean reports(Seat seat) {
        return seat.role() == Role.SECRETARY || seat.role() == Role.HEAD;
    }

    /** Whether a note in normal form may enter the history, one language of it. */
    static boolean fits(String note) {
        return note.length() <= LONGEST_NOTE && RecordText.fits(note);
    }

    private static boolean fits(LocalText note) {
        return !note.empty() && Language.ALL.stream().allMatch(language -> fits(note.in(language)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;

/** The meetings of every committee. */
@Component
@Transactional
public class Meetings {
    private final MeetingStore store;
    private final Committees committees;
    private final Audit audit;

    Meetings(MeetingStore store, Committees committees, Audit audit) {
        this.store = store;
        this.committees = committees;
        this.audit = audit;
    }

    /** Records a meeting as it is; {@code by} is nobody where the program does it. */
    public void plan(Meeting meeting, @Nullable Seat by, Instant at) {
        store.add(meeting);
        note("meeting.planned", meeting, by, "", meeting.state().name(), at);
    }

    /**
     * Takes a meeting forward.
     *
     * @throws IllegalStateException where it is already as far or further
     */
    public void move(MeetingId meeting, Meeting.State to, @Nullable Seat by, Instant at) {
        var before = get(meeting);
        if (!store.move(meeting, to)) {
            throw new IllegalStateException("A meeting never goes back, and this one is not before " + to);
        }
        note("meeting.moved", before, by, before.state().name(), to.name(), at);
    }

    /**
     * Puts what another room hands on at the end of the agenda of the next meeting that is being prepared; {@code by} is
     * nobody where the program does it.
     *
     * @return the meeting; nothing where none is being prepared, or the title may not stand on an agenda
     */
    public Optional<Meeting> handOn(CommitteeId committee, LocalText title, @Nullable Seat by, Instant at) {
        store.lock(committee);
        var next = store.meetings(committee).stream()
                .filter(Meeting::plannable)
                .min(Comparator.comparingInt(Meeting::number));
        return next.flatMap(meeting -> {
            var item = new AgendaItem(meeting.nextLabel(), title, AgendaItem.Kind.DECISION, null, null);
            // Who changes the same agenda at this moment is waited for, and their revision counted.
            boolean put = item.fits()
                    && (store.revise(meeting.id(), meeting.revision())
                            || store.revise(meeting.id(), get(meeting.id()).revision()));
            if (!put) {
                return Optional.empty();
            }
            store.add(meeting.id(), new AgendaItem(get(meeting.id()).nextLabel(), title, item.kind(), null, null));
            note("agenda.added", meeting, by, "", Change.brief(title.ar(), title.fr(), title.en()), at);
            return Optional.of(get(meeting.id()));
        });
    }

    @Transactional(readOnly = true)
    public Meeting get(MeetingId meeting) {
        return store.meeting(meeting).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Meeting> find(CommitteeId committee, int number) {
        return store.meeting(committee, number);
    }

    /** An account's place at a meeting; nothing where there is no seat, no committee or no such meeting. */
    @Transactional(readOnly = true)
    public Optional<Attendance> attendance(AccountId account, String committee, int number, Instant at) {
        return committees
                .membership(account, committee, at)
                .flatMap(place ->
                        store.meeting(place.committee().id(), number).map(meeting -> new Attendance(place, meeting)));
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Meeting> of(CommitteeId committee) {
        return store.meetings(committee);
    }

    private void note(String what, Meeting meeting, @Nullable Seat by, String before, String after, Instant at) {
        audit.note(
                Change.joint(
                        what,
                        by == null ? null : by.actor(),
                        by == null ? null : by.party().id(),
                        meeting.committee().id(),
                        Integer.toString(meeting.number()),
                        before,
                        after),
                at);
    }
}

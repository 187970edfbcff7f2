// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.identity.AccountId;

/** The meetings of every committee. */
@Component
@Transactional
public class Meetings {
    private final MeetingStore store;
    private final Committees committees;

    Meetings(MeetingStore store, Committees committees) {
        this.store = store;
        this.committees = committees;
    }

    public void plan(Meeting meeting) {
        store.add(meeting);
    }

    /**
     * Takes a meeting forward.
     *
     * @throws IllegalStateException where it is already as far or further
     */
    public void move(MeetingId meeting, Meeting.State to) {
        if (!store.move(meeting, to)) {
            throw new IllegalStateException("A meeting never goes back, and this one is not before " + to);
        }
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
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publicity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.MinutesText;

/** How public clauses are: what the secretaries of all parties say alike of a clause as it reads now. */
@Component
@Transactional
public class Publicities {
    private final PublicityStore store;
    private final Minutes minutes;
    private final Meetings meetings;
    private final Committees committees;
    private final Audit audit;

    Publicities(PublicityStore store, Minutes minutes, Meetings meetings, Committees committees, Audit audit) {
        this.store = store;
        this.minutes = minutes;
        this.meetings = meetings;
        this.committees = committees;
        this.audit = audit;
    }

    /**
     * Says for one's own party how public a clause is. It may be said until the text is presented and afterwards: an
     * archive is opened when both sides want it, and a party that changes its mind takes the clause back from every
     * release to come.
     *
     * @param seen the revision of the clause that was read
     */
    public Saying say(MinutesId text, ClauseId clause, int seen, Publicity publicity, Seat by, Instant at) {
        // Nobody writes the clause while its publicity is said.
        var held = minutes.hold(text);
        if (!by.writes() || !by.committee().equals(held.committee()) || !committees.acts(by, at)) {
            return new Saying.NotYours();
        }
        var found =
                held.clauses().stream().filter(one -> one.id().equals(clause)).findFirst();
        if (found.isEmpty() || !ofThisCommittee(publicity, by)) {
            return new Saying.NotYours();
        }
        if (found.get().revision() != seen) {
            return new Saying.Changed();
        }
        var before = said(held).getOrDefault(clause, Map.of()).get(by.party());
        if (!publicity.equals(before)) {
            store.say(clause, seen, publicity, by, at);
            var about =
                    meetings.get(held.meeting()).number() + " § " + found.get().number();
            var was = before == null ? "" : before.reach().name();
            var now = publicity.reach().name();
            var committee = held.committee().id();
            audit.note(Change.joint("clause.publicity", by.actor(), by.party().id(), committee, about, was, now), at);
        }
        return new Saying.Said(of(held).getOrDefault(clause, Publicity.JOINT));
    }

    private boolean ofThisCommittee(Publicity publicity, Seat by) {
        var side = publicity.side();
        return side == null
                || committees.get(by.committee()).parties().stream()
                        .anyMatch(party -> party.id().equals(side));
    }

    /** What holds of each clause. */
    @Transactional(readOnly = true)
    public Map<ClauseId, Publicity> of(MinutesText text) {
        int parties = committees.get(text.committee()).parties().size();
        var said = said(text);
        return text.clauses().stream()
                .collect(Collectors.toMap(
                        clause -> clause.id(),
                        clause -> Publicity.agreed(
                                said.getOrDefault(clause.id(), Map.of()).values(), parties)));
    }

    /** The clauses of a meeting that a release of one party, or of all where {@code by} is nobody, may tell. */
    @Transactional(readOnly = true)
    public Set<ClauseId> admitted(MeetingId meeting, @Nullable PartyId by) {
        return minutes.of(meeting).stream()
                .flatMap(text -> of(text).entrySet().stream())
                .filter(entry -> entry.getValue().admits(by))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What each party says of the clauses as they read now. */
    @Transactional(readOnly = true)
    public Map<ClauseId, Map<PartyId, Publicity>> said(MinutesText text) {
        var revisions = text.clauses().stream().collect(Collectors.toMap(one -> one.id(), one -> one.revision()));
        var said = new LinkedHashMap<ClauseId, Map<PartyId, Publicity>>();
        store.words(revisions.keySet()).stream()
                .filter(word -> revisions.getOrDefault(word.clause(), 0) == word.revision())
                .forEach(word -> said.computeIfAbsent(word.clause(), one -> new LinkedHashMap<>())
                        .put(word.party(), word.publicity()));
        return said;
    }
}

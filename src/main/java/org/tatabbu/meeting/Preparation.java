// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.Language;

/** What secretaries do for a meeting: its plan, its agenda, who is there, and how far it has come. */
@Component
@Transactional
class Preparation {
    private final MeetingStore store;
    private final Committees committees;
    private final Audit audit;

    Preparation(MeetingStore store, Committees committees, Audit audit) {
        this.store = store;
        this.committees = committees;
        this.audit = audit;
    }

    /**
     * Plans the next meeting of a secretary's committee.
     *
     * @param number the number that the secretary takes it to have
     */
    Planning plan(Plan plan, int number, Seat by, Instant at) {
        if (!writes(by, at)) {
            return new Planning.NotYours();
        }
        if (!plan.fits() || !sided(plan.host(), by)) {
            return new Planning.Unfit();
        }
        store.lock(by.committee());
        int last = store.last(by.committee());
        if (number != last + 1) {
            return store.meeting(by.committee(), last)
                    .<Planning>map(Planning.Overtaken::new)
                    .orElseGet(Planning.NotYours::new);
        }
        var meeting = new Meeting(
                MeetingId.random(),
                by.committee(),
                number,
                Meeting.State.PLANNED,
                plan.mode(),
                plan.firstDay(),
                plan.lastDay(),
                plan.venue(),
                plan.host(),
                plan.mandate(),
                List.of(),
                List.of(),
                List.of(),
                plan.opening(),
                1);
        store.add(meeting);
        note("meeting.planned", meeting, by, "", brief(meeting), at);
        return new Planning.Planned(number);
    }

    /** Changes the plan of a meeting that has not begun. */
    Planning change(MeetingId id, Plan plan, int seen, Seat by, Instant at) {
        boolean fits = plan.fits() && sided(plan.host(), by);
        return writing(id, seen, by, at, Meeting::plannable, before -> fit(fits), before -> {
            store.plan(id, plan);
            note("meeting.replanned", before, by, brief(before), brief(get(id)), at);
        });
    }

    /** Puts an item on the agenda; for a standing item or for the secretary's own party. */
    Planning putOn(MeetingId id, AgendaItem item, int seen, Seat by, Instant at) {
        return writing(id, seen, by, at, Meeting::plannable, before -> free(before, item, by), before -> {
            store.add(id, item);
            note("agenda.added", before, by, "", brief(item), at);
        });
    }

    /** Writes an item anew; what another party asked for is that party's. */
    Planning rewrite(MeetingId id, String label, AgendaItem item, int seen, Seat by, Instant at) {
        Function<Meeting, Optional<Planning>> refusal = before -> own(before, label, by)
                .or(() -> item.label().equals(label) ? fit(fits(item, by)) : free(before, item, by));
        return writing(id, seen, by, at, Meeting::plannable, refusal, before -> {
            var standing = before.item(label).orElseThrow();
            store.remove(id, label);
            store.add(id, item.known(standing.key()));
            note("agenda.revised", before, by, brief(standing), brief(item), at);
        });
    }

    Planning takeOff(MeetingId id, String label, int seen, Seat by, Instant at) {
        return writing(id, seen, by, at, Meeting::plannable, before -> own(before, label, by), before -> {
            store.remove(id, label);
            note("agenda.removed", before, by, brief(before.item(label).orElseThrow()), "", at);
        });
    }

    private Optional<Planning> free(Meeting meeting, AgendaItem item, Seat by) {
        return fit(fits(item, by)).or(() -> meeting.item(item.label()).map(taken -> new Planning.LabelTaken()));
    }

    private static Optional<Planning> own(Meeting meeting, String label, Seat by) {
        boolean own = meeting.item(label).filter(one -> one.yields(by.party())).isPresent();
        return own ? Optional.empty() : Optional.of(new Planning.NotYours());
    }

    private static Optional<Planning> fit(boolean fits) {
        return fits ? Optional.empty() : Optional.of(new Planning.Unfit());
    }

    /** Records who is there for the secretary's own party; its first head, or else its first alternate, presides. */
    Planning attend(MeetingId id, Set<SeatId> there, int seen, Seat by, Instant at) {
        return writing(id, seen, by, at, Meeting::attended, before -> Optional.empty(), before -> {
            var committee = committees.get(by.committee());
            var own = committees.seats(by.committee()).stream()
                    .filter(seat -> seat.party().equals(by.party()) && there.contains(seat.id()))
                    .filter(seat -> seat.heldAt(at, committee.dayOf(at)))
                    .toList();
            var chair = own.stream().filter(Seat::adopts).min(Comparator.comparing(Seat::role));
            var all = new ArrayList<>(before.participants());
            all.removeIf(one -> one.party().equals(by.party()));
            own.forEach(seat -> all.add(new Participant(
                    seat.party(),
                    seat.name(),
                    seat.standing(),
                    seat.office(),
                    chair.filter(seat::equals).isPresent())));
            all.sort(Comparator.comparingInt(one -> committee.party(one.party()).order()));
            store.attended(id, all);
            note("attendance.recorded", before, by, said(before, by), said(get(id), by), at);
        });
    }

    /** Takes a meeting forward for a secretary. */
    Moving advance(MeetingId id, Meeting.State to, Seat by, Instant at) {
        var before = get(id);
        if (!before.committee().equals(by.committee()) || !writes(by, at)) {
            return new Moving.NotYours();
        }
        if (to == Meeting.State.CONVENED && before.agenda().isEmpty()) {
            return new Moving.NoAgenda();
        }
        if (!store.move(id, to)) {
            return new Moving.Already(get(id).state());
        }
        note("meeting.moved", before, by, before.state().name(), to.name(), at);
        return new Moving.Moved(to);
    }

    private Planning writing(
            MeetingId id,
            int seen,
            Seat by,
            Instant at,
            Predicate<Meeting> open,
            Function<Meeting, Optional<Planning>> refusal,
            Consumer<Meeting> write) {
        var before = get(id);
        if (!before.committee().equals(by.committee()) || !writes(by, at)) {
            return new Planning.NotYours();
        }
        if (!open.test(before)) {
            return new Planning.TooLate();
        }
        if (before.revision() != seen) {
            return new Planning.Overtaken(before);
        }
        return refusal.apply(before).orElseGet(() -> {
            if (!store.revise(id, seen)) {
                return new Planning.Overtaken(get(id));
            }
            write.accept(before);
            return new Planning.Planned(before.number());
        });
    }

    private boolean writes(Seat by, Instant at) {
        return by.writes() && committees.acts(by, at);
    }

    private boolean sided(@Nullable PartyId party, Seat by) {
        return party == null
                || committees.get(by.committee()).parties().stream()
                        .anyMatch(one -> one.id().equals(party));
    }

    private boolean fits(AgendaItem item, Seat by) {
        var area = item.area();
        return item.fits()
                && item.yields(by.party())
                && (area == null
                        || committees.areas(by.committee()).stream()
                                .anyMatch(one -> one.id().equals(area)));
    }

    private static String brief(Meeting meeting) {
        var days = meeting.firstDay() + "/" + meeting.lastDay();
        var opening = meeting.opening();
        var hour = opening == null ? "" : opening.time() + " " + opening.zone();
        var venue = meeting.venue();
        return Change.brief(days, hour, meeting.mode().name(), venue.ar(), venue.fr(), venue.en());
    }

    private static String brief(AgendaItem item) {
        return Change.brief(
                item.label(), item.title().ar(), item.title().fr(), item.title().en());
    }

    private static String said(Meeting meeting, Seat by) {
        var there = meeting.participants().stream()
                .filter(one -> one.party().equals(by.party()))
                .map(one -> one.name().known()
                        ? one.name().in(Language.AR)
                        : one.office().ar())
                .toArray(String[]::new);
        return Change.brief(there);
    }

    private Meeting get(MeetingId meeting) {
        return store.meeting(meeting).orElseThrow();
    }

    private void note(String what, Meeting meeting, Seat by, String before, String after, Instant at) {
        var committee = meeting.committee().id();
        var about = Integer.toString(meeting.number());
        audit.note(Change.joint(what, by.actor(), by.party().id(), committee, about, before, after), at);
    }
}

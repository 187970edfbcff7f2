// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.Draft;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Rule;
import org.tatabbu.committee.Seat;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.RecordText;

/** Texts put to every side between meetings. */
@Component
@Transactional
public class Procedures {
    /** The longest reason of an answer, in UTF-16 units. */
    public static final int LONGEST_REASON = Adoptions.LONGEST_REASON;

    /** Everybody has a day to answer, wherever they are. */
    public static final Duration SHORTEST = Duration.ofHours(24);

    /** As long as a signature may wait for the others. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private final ProcedureStore store;
    private final Keeping keeping;
    private final Choices choices;
    private final Letters letters;
    private final Adoptions adoptions;
    private final Committees committees;
    private final Meetings meetings;
    private final Audit audit;

    Procedures(
            ProcedureStore store,
            Keeping keeping,
            Choices choices,
            Letters letters,
            Adoptions adoptions,
            Committees committees,
            Meetings meetings,
            Audit audit) {
        this.store = store;
        this.keeping = keeping;
        this.choices = choices;
        this.letters = letters;
        this.adoptions = adoptions;
        this.committees = committees;
        this.meetings = meetings;
        this.audit = audit;
    }

    /** Secretaries and co-chairs write texts, for both sides to read. */
    public static boolean writes(Seat seat) {
        return seat.writes() || seat.role() == Role.HEAD;
    }

    /** Begins a draft. */
    public Step begin(Writing text, Seat by, Instant at) {
        if (!writes(by) || !committees.acts(by, at)) {
            return new Step.NotYours();
        }
        if (!text.fits()) {
            return new Step.Unfit();
        }
        var id = UUID.randomUUID();
        store.add(id, text, by, at);
        note("procedure.begun", id, by, "", brief(text), at);
        return new Step.Done(id);
    }

    /**
     * Writes a draft anew.
     *
     * @param seen the revision that the writer had before them
     */
    public Step write(UUID id, Writing text, int seen, Seat by, Instant at) {
        return step(id, writes(by), by, at, before -> {
            if (before.state() != State.DRAFT || before.revision() != seen) {
                return new Step.Overtaken(before);
            }
            if (!text.fits()) {
                return new Step.Unfit();
            }
            store.write(before, text, by, at);
            note("procedure.revised", id, by, brief(before), brief(text), at);
            return new Step.Done(id);
        });
    }

    /** Freezes a draft and puts it to every side: one co-chair does, until the closing time. */
    public Step open(UUID id, int seen, Instant closes, Seat by, Instant at) {
        return step(id, by.role() == Role.HEAD, by, at, before -> {
            if (before.state() != State.DRAFT || before.revision() != seen) {
                return new Step.Overtaken(before);
            }
            if (!before.complete()) {
                return new Step.Incomplete();
            }
            if (!fits(closes, at, at)) {
                return new Step.OutOfTime();
            }
            var off = choices.against(by.committee(), at);
            if (off.isPresent()) {
                return off.get();
            }
            opened(before, closes, by, at);
            return new Step.Done(id);
        });
    }

    private void opened(Procedure draft, Instant closes, Seat by, Instant at) {
        var committee = committees.get(by.committee());
        boolean silence = committees.rules(committee.id(), committee.dayOf(at)).on(Rule.SILENCE_CONSENTS);
        var last = adoptions.register(committee.id()).stream().map(Act::digest).findFirst();
        var term = new Term(by.id(), at, closes.truncatedTo(ChronoUnit.SECONDS), false, silence, last.orElse(null));
        store.open(draft.id(), term);
        adoptions.present(new Draft(draft.id(), committee.id(), draft.kind(), keeping.bytes(draft, term)), by, at);
        note("procedure.opened", draft.id(), by, "", term.closes().toString(), at);
        letters.opened(get(draft.id()), at);
    }

    /** Whoever answers for a text gives every side more time, once. */
    public Step extend(UUID id, Instant closes, Seat by, Instant at) {
        return step(id, by.role() == Role.HEAD, by, at, before -> {
            var term = before.term();
            if (term == null || !answersFor(term, by, at)) {
                return new Step.NotYours();
            }
            if (term.extended() || !before.answerable(at)) {
                return new Step.TooLate(before.state());
            }
            if (!closes.isAfter(term.closes()) || !fits(closes, term.closes(), at)) {
                return new Step.OutOfTime();
            }
            store.extend(id, closes.truncatedTo(ChronoUnit.SECONDS));
            note("procedure.extended", id, by, term.closes().toString(), closes.toString(), at);
            letters.extended(get(id), at);
            return new Step.Done(id);
        });
    }

    /** Whoever answers for a text takes it back; a draft is put away by whoever may write it. */
    public Step withdraw(UUID id, Seat by, Instant at) {
        return step(id, writes(by), by, at, before -> {
            var term = before.term();
            if (before.end() != null) {
                return new Step.TooLate(before.state());
            }
            if (term != null && !answersFor(term, by, at)) {
                return new Step.NotYours();
            }
            over(before, State.WITHDRAWN, by, "", by, at);
            return new Step.Done(id);
        });
    }

    private boolean answersFor(Term term, Seat by, Instant at) {
        var committee = committees.get(by.committee());
        return term.answeredForBy(by, committees.seats(committee.id()), at, committee.dayOf(at));
    }

    /** A head refuses a text, or asks to talk about it at the next meeting. */
    public Step object(UUID id, boolean refuses, String reason, Seat by, Instant at) {
        return step(id, by.adopts(), by, at, before -> {
            if (!before.answerable(at)) {
                return new Step.TooLate(before.state());
            }
            var said = RecordText.normal(reason);
            if (said.isEmpty() || said.length() > LONGEST_REASON || !RecordText.fits(said)) {
                return new Step.Unfit();
            }
            over(before, refuses ? State.REFUSED : State.DISCUSSED, by, said, by, at);
            return new Step.Done(id);
        });
    }

    /** Ends a text whose time is over, where silence counts for nothing. */
    public void lapse(UUID id, Instant at) {
        store.hold(id).filter(text -> text.lapses(at)).ifPresent(text -> {
            var opener = Optional.ofNullable(text.term()).map(Term::by).orElseThrow();
            var seat = committees.seats(text.committee()).stream()
                    .filter(one -> one.id().equals(opener))
                    .findFirst()
                    .orElseThrow();
            over(text, State.LAPSED, null, "", seat, at);
        });
    }

    private void over(Procedure text, State state, @Nullable Seat by, String reason, Seat opener, Instant at) {
        store.end(text.id(), state, by, reason, at);
        adoptions.takeBack(text.id(), opener, at);
        var actor = by == null ? null : by.actor();
        var party = by == null ? null : by.party().id();
        audit.note(
                Change.joint(
                        "procedure." + state.name().toLowerCase(Locale.ROOT),
                        actor,
                        party,
                        text.committee().id(),
                        text.id().toString(),
                        brief(text),
                        reason),
                at);
        if (state.falls()) {
            takeUp(text, by, at);
        }
        if (text.open()) {
            letters.ended(get(text.id()), at);
        }
    }

    private boolean takeUp(Procedure text, @Nullable Seat by, Instant at) {
        var meeting = meetings.handOn(text.committee(), text.title(), by, at);
        meeting.ifPresent(next -> store.takenUp(text.id(), next.number()));
        return meeting.isPresent();
    }

    /** A secretary has the next meeting take up what fell when none was being prepared. */
    public Step takeUp(UUID id, Seat by, Instant at) {
        return step(id, by.writes(), by, at, before -> {
            var end = before.end();
            if (end == null || !before.state().falls() || end.meeting() != null) {
                return new Step.TooLate(before.state());
            }
            return takeUp(before, by, at) ? new Step.Done(id) : new Step.NoMeeting();
        });
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Procedure> of(CommitteeId committee) {
        return store.of(committee);
    }

    @Transactional(readOnly = true)
    public Optional<Procedure> find(CommitteeId committee, UUID text) {
        return store.find(text).filter(one -> one.committee().equals(committee));
    }

    @Transactional(readOnly = true)
    public List<UUID> due(Instant at) {
        return store.due(at);
    }

    private Step step(UUID id, boolean may, Seat by, Instant at, Function<Procedure, Step> then) {
        var text = store.hold(id).filter(one -> one.committee().equals(by.committee()));
        return may && text.isPresent() && committees.acts(by, at) ? then.apply(text.get()) : new Step.NotYours();
    }

    private static boolean fits(Instant closes, Instant from, Instant at) {
        return !closes.isBefore(at.plus(SHORTEST)) && !closes.isAfter(from.plus(LONGEST));
    }

    private Procedure get(UUID id) {
        return store.find(id).orElseThrow();
    }

    private void note(String what, UUID text, Seat by, String before, String after, Instant at) {
        var committee = by.committee().id();
        audit.note(Change.joint(what, by.actor(), by.party().id(), committee, text.toString(), before, after), at);
    }

    private static String brief(Writing text) {
        return Change.brief(text.title().ar(), text.title().fr(), text.title().en());
    }

    private static String brief(Procedure text) {
        return Change.brief(text.title().ar(), text.title().fr(), text.title().en());
    }
}

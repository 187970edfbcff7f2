// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.page.Form;

/** The minutes of every meeting, written by the secretaries of all sides. */
@Component
@Transactional
public class Minutes {
    private final MinutesStore store;
    private final Committees committees;
    private final Meetings meetings;
    private final ObjectProvider<TextWatch> watches;
    private final Audit audit;

    // A provider, because who watches stands on a higher floor and needs this room first.
    Minutes(
            MinutesStore store,
            Committees committees,
            Meetings meetings,
            ObjectProvider<TextWatch> watches,
            Audit audit) {
        this.store = store;
        this.committees = committees;
        this.meetings = meetings;
        this.watches = watches;
        this.audit = audit;
    }

    /** Opens the minutes of a meeting for a secretary of its committee; not where they are open already. */
    public boolean begin(Meeting meeting, Seat by, Instant at) {
        boolean may = by.writes() && by.committee().equals(meeting.committee()) && committees.acts(by, at);
        var id = MinutesId.random();
        if (!may || !store.begin(id, meeting.committee(), meeting.id())) {
            return false;
        }
        noteOpened(meeting, by, at);
        return true;
    }

    /** Opens the minutes of a meeting that has none; {@code by} is nobody where the program does it. */
    public MinutesId open(Meeting meeting, @Nullable Seat by, Instant at) {
        var id = MinutesId.random();
        store.add(id, meeting.committee(), meeting.id());
        noteOpened(meeting, by, at);
        return id;
    }

    private void noteOpened(Meeting meeting, @Nullable Seat by, Instant at) {
        var about = Integer.toString(meeting.number());
        var committee = meeting.committee().id();
        var actor = by == null ? null : by.actor();
        var party = by == null ? null : by.party().id();
        audit.note(Change.joint("minutes.opened", actor, party, committee, about, "", "DRAFT"), at);
    }

    // One text is several statements: what is committed between them must not show.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<MinutesText> of(MeetingId meeting) {
        return store.minutesOf(meeting).map(store::text);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public MinutesText get(MinutesId minutes) {
        return store.text(minutes);
    }

    /** Holds the text still until this transaction ends, and says what it is. */
    public MinutesText hold(MinutesId minutes) {
        store.lock(minutes);
        return store.text(minutes);
    }

    /**
     * Records how far the text has come; only the room that presents and adopts calls this.
     *
     * @throws IllegalStateException where the text is adopted: it stays so
     */
    public void stand(MinutesId minutes, Standing standing) {
        if (!store.stand(minutes, standing)) {
            throw new IllegalStateException("An adopted text stands for ever");
        }
    }

    public Revision add(MinutesId minutes, ClauseDraft draft, Seat by, Instant at) {
        var text = hold(minutes);
        var fit = normal(draft);
        return refusal(text, by, at).or(() -> unfit(fit)).orElseGet(() -> {
            var id = ClauseId.random();
            int number = text.clauses().size() + 1;
            store.add(minutes, id, number, fit, written(fit.text()), by, at);
            note("clause.added", text, number, by, "", brief(fit.text()), at);
            return new Revision.Written(id, broke(text, by, at));
        });
    }

    /**
     * Writes a clause anew. Languages whose text changed say the new revision; of the others, those in {@code same} are
     * vouched for as still matching, and the rest lag.
     *
     * @param seen the revision that the writer had before them
     * @param settles whether the new text meets what the writer's party proposed, which is then lifted; the other party
     *     lifts its own
     */
    public Revision revise(
            MinutesId minutes,
            ClauseId clause,
            int seen,
            ClauseDraft draft,
            Set<Language> same,
            boolean settles,
            Seat by,
            Instant at) {
        var text = hold(minutes);
        var fit = normal(draft);
        return refusal(text, by, at).or(() -> unfit(fit)).orElseGet(() -> {
            var before = text.clause(clause);
            if (before.revision() != seen) {
                return new Revision.Overtaken(before);
            }
            store.revise(clause, seen + 1, fit, before.matching(fit.text(), same), by, at);
            note("clause.revised", text, before.number(), by, brief(before.text()), brief(fit.text()), at);
            if (settles) {
                store.lift(clause, by, at);
                bracketOf(before, by)
                        .ifPresent(met -> note("clause.settled", text, before.number(), by, brief(met.text()), "", at));
            }
            return new Revision.Written(clause, broke(text, by, at));
        });
    }

    /** Records what one party would have the clause say; a party has one alternative in a clause at a time. */
    public Revision bracket(MinutesId minutes, ClauseId clause, LocalText alternative, Seat by, Instant at) {
        var text = hold(minutes);
        return refusal(text, by, at).orElseGet(() -> {
            var fit = RecordText.normal(alternative);
            if (!fit.complete() || !RecordText.fits(fit)) {
                return new Revision.Unfit(Form.EMPTY);
            }
            var before = text.clause(clause);
            store.bracket(clause, new Bracket(by.party(), fit, at), by);
            var proposed = bracketOf(before, by).map(last -> brief(last.text())).orElse("");
            note("clause.bracketed", text, before.number(), by, proposed, brief(fit), at);
            return new Revision.Written(clause, broke(text, by, at));
        });
    }

    private void note(String what, MinutesText text, int clause, Seat by, String before, String after, Instant at) {
        var about = meetings.get(text.meeting()).number() + " § " + clause;
        var committee = text.committee().id();
        audit.note(Change.joint(what, by.actor(), by.party().id(), committee, about, before, after), at);
    }

    private static Optional<Bracket> bracketOf(Clause clause, Seat by) {
        return clause.brackets().stream()
                .filter(bracket -> bracket.party().equals(by.party()))
                .findFirst();
    }

    private static String brief(LocalText text) {
        return Change.brief(text.ar(), text.fr(), text.en());
    }

    private boolean broke(MinutesText text, Seat by, Instant at) {
        if (text.standing() != Standing.PRESENTED) {
            return false;
        }
        store.stand(text.id(), Standing.DRAFT);
        watches.forEach(watch -> watch.written(text.id(), by, at));
        return true;
    }

    private Optional<Revision> refusal(MinutesText text, Seat by, Instant at) {
        if (!by.writes() || !by.committee().equals(text.committee()) || !committees.acts(by, at)) {
            return Optional.of(new Revision.NotYours());
        }
        return text.standing() == Standing.ADOPTED ? Optional.of(new Revision.Closed()) : Optional.empty();
    }

    // The pages have checked all this and say it beside the fields; the door does not take their word for it.
    private static Optional<Revision> unfit(ClauseDraft draft) {
        boolean fits = !draft.text().empty()
                && RecordText.fits(draft.text())
                && RecordText.fits(draft.item())
                && (draft.promise() == null || fits(draft.verb(), draft.promise()));
        return fits ? Optional.empty() : Optional.of(new Revision.Unfit(Form.EMPTY));
    }

    private static boolean fits(Verb verb, Promise promise) {
        return verb.binds() && promise.body().complete() && RecordText.fits(promise.body());
    }

    private static ClauseDraft normal(ClauseDraft draft) {
        var promise = draft.promise();
        return new ClauseDraft(
                draft.verb(),
                RecordText.normal(draft.text()),
                RecordText.normal(draft.item()),
                draft.speaker(),
                promise == null
                        ? null
                        : new Promise(promise.owner(), RecordText.normal(promise.body()), promise.due()));
    }

    private static Set<Language> written(LocalText text) {
        var written = EnumSet.allOf(Language.class);
        written.removeIf(language -> text.in(language).isEmpty());
        return written;
    }
}

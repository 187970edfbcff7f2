// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.page.Form;

/** The minutes of every meeting, written by the secretaries of all sides. */
@Component
@Transactional
public class Minutes {
    private final MinutesStore store;
    private final Committees committees;
    private final ObjectProvider<TextWatch> watches;

    // A provider, because who watches stands on a higher floor and needs this room first.
    Minutes(MinutesStore store, Committees committees, ObjectProvider<TextWatch> watches) {
        this.store = store;
        this.committees = committees;
        this.watches = watches;
    }

    /** Opens the minutes of a meeting that has none. */
    public MinutesId open(Meeting meeting) {
        var id = MinutesId.random();
        store.add(id, meeting.committee(), meeting.id());
        return id;
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
            store.add(minutes, id, text.clauses().size() + 1, fit, written(fit.text()), by, at);
            return new Revision.Written(id, broke(text, by, at));
        });
    }

    /**
     * Writes a clause anew. Languages whose text changed say the new revision; of the others, those in {@code same} are
     * vouched for as still matching, and the rest lag.
     *
     * @param seen the revision that the writer had before them
     * @param settles whether the new text ends the difference between the parties
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
            if (settles) {
                store.settle(clause);
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
            text.clause(clause);
            store.bracket(clause, new Bracket(by.party(), fit, at));
            return new Revision.Written(clause, broke(text, by, at));
        });
    }

    private boolean broke(MinutesText text, Seat by, Instant at) {
        if (text.standing() != Standing.PRESENTED) {
            return false;
        }
        store.stand(text.id(), Standing.DRAFT);
        watches.forEach(watch -> watch.written(text.id(), by.id(), at));
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

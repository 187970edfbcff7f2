// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.language.Folding;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/**
 * What each party of a committee keeps for itself: whoever holds a seat of the party reads it, and all but observers write.
 * A seat that is not held opens nothing, and there is no other way in.
 */
@Component
@Transactional
public class Briefs {
    private final BriefStore store;
    private final Committees committees;
    private final PrivateCircle circle;
    private final Audit audit;

    Briefs(BriefStore store, Committees committees, PrivateCircle circle, Audit audit) {
        this.store = store;
        this.committees = committees;
        this.circle = circle;
        this.audit = audit;
    }

    /** Whether a seat writes for its party here; an observer only reads. */
    public static boolean writes(Seat seat) {
        return seat.role() != Role.OBSERVER;
    }

    /**
     * One screen of the notes of a seat's party as they stand; nothing for a seat that is not held.
     *
     * @param wanted words that title or text must all hold, or empty
     * @param about the only topic asked for, or nothing for all
     * @param screen from 1; past the last one, the last one
     */
    @Transactional(readOnly = true)
    public Optional<NoteList> notes(Seat reader, String wanted, @Nullable Topic about, int screen, Instant at) {
        if (!enters(reader, at)) {
            return Optional.empty();
        }
        var words = Folding.words(NoteText.line(wanted));
        int total = store.count(words, about);
        int shown = Math.clamp(screen, 1, Math.max(1, Math.ceilDiv(total, NoteList.MOST)));
        var lines = store.lines(words, about, (shown - 1) * NoteList.MOST, NoteList.MOST);
        return Optional.of(new NoteList(lines, total, shown));
    }

    /** How many notes of the reader's own party stand at each of these topics, and the way to them. */
    @Transactional(readOnly = true)
    public OwnNotes at(Collection<Topic> topics, Membership reader, Language language, Instant now) {
        var room = Room.path(reader.committee());
        boolean enters = enters(reader.seat(), now);
        return new OwnNotes(
                language,
                room,
                enters && writes(reader.seat()),
                enters && !topics.isEmpty() ? store.counts(topics) : Map.of());
    }

    /** A note of a seat's party with all its versions. */
    @Transactional(readOnly = true)
    public Optional<NoteHistory> note(NoteId note, Seat reader, Instant at) {
        return enters(reader, at) ? store.history(note) : Optional.empty();
    }

    /** Hands over every version of every note of a seat's party, one after the other; false for a seat that is not held. */
    @Transactional(readOnly = true)
    public boolean takeAll(Seat reader, Instant at, Consumer<Note> taker) {
        if (!enters(reader, at)) {
            return false;
        }
        store.each(taker);
        return true;
    }

    /** Writes a new note about a topic, which people know by this label. */
    public Writing write(Topic topic, String label, NoteDraft draft, Seat by, Instant at) {
        if (!writes(by) || !enters(by, at)) {
            return new Writing.NotYours();
        }
        var shown = NoteText.line(label);
        if (!draft.fits() || shown.isEmpty() || shown.length() > NoteText.LONGEST_TITLE) {
            return new Writing.Unfit();
        }
        var note = new Note(
                NoteId.random(),
                topic,
                shown,
                draft.kind(),
                draft.title(),
                draft.text(),
                1,
                false,
                by.id(),
                by.account(),
                named(by),
                at);
        store.add(by.party(), note, folded(note));
        return noted("brief.written", by, "", note);
    }

    /** Writes a note anew; one that was withdrawn stands again. */
    public Writing revise(NoteId id, int expected, NoteDraft draft, Seat by, Instant at) {
        return next("brief.revised", id, expected, draft, false, by, at);
    }

    /** Takes a note away; every version stays readable to the party. */
    public Writing withdraw(NoteId id, int expected, Seat by, Instant at) {
        return next("brief.withdrawn", id, expected, null, true, by, at);
    }

    private Writing next(
            String what, NoteId id, int expected, @Nullable NoteDraft draft, boolean withdrawn, Seat by, Instant at) {
        var before = writes(by) && enters(by, at) ? store.held(id).orElse(null) : null;
        if (before == null) {
            return new Writing.NotYours();
        }
        if (draft != null && !draft.fits()) {
            return new Writing.Unfit();
        }
        if (before.version() != expected) {
            return new Writing.Overtaken(before);
        }
        var said = draft == null ? new NoteDraft(before.kind(), before.title(), before.text()) : draft;
        var note = new Note(
                id,
                before.topic(),
                before.label(),
                said.kind(),
                said.title(),
                said.text(),
                expected + 1,
                withdrawn,
                by.id(),
                by.account(),
                named(by),
                at);
        store.revise(by.party(), note, folded(note));
        return noted(what, by, before.title(), note);
    }

    // The seat is asked about before the circle is entered: a seat that is not held must see nothing, not even no rows.
    private boolean enters(Seat seat, Instant at) {
        if (!committees.acts(seat, at)) {
            return false;
        }
        circle.enter(seat.party().id());
        return true;
    }

    private Writing noted(String what, Seat by, String before, Note note) {
        var account = by.account();
        audit.note(
                Change.own(
                        what,
                        account == null ? null : account.id(),
                        by.party().id(),
                        by.committee().id(),
                        note.id().id().toString(),
                        before,
                        note.withdrawn() ? "" : note.title()),
                note.at());
        return new Writing.Written(note);
    }

    private static LocalText named(Seat seat) {
        return LocalText.each(seat::title);
    }

    private static String folded(Note note) {
        return Folding.of(note.title() + "\n" + note.text());
    }
}

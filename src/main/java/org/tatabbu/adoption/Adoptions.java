// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.MinutesText;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.minutes.Standing;
import org.tatabbu.minutes.TextWatch;
import org.tatabbu.original.ActKind;
import org.tatabbu.original.AdoptedClause;
import org.tatabbu.original.AgreedRecord;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;

/** Presentation and adoption of texts, and their numbers in the register of acts. */
@Component
@Transactional
public class Adoptions implements TextWatch {
    /** The longest reason for a return, in UTF-16 units. */
    public static final int LONGEST_REASON = 1_000;

    private final AdoptionStore store;
    private final Statements statements;
    private final Minutes minutes;
    private final List<TextKeeper> keepers;
    private final Committees committees;
    private final Meetings meetings;
    private final ActEntry entries;
    private final ApplicationEventPublisher announcements;
    private final Audit audit;

    Adoptions(
            AdoptionStore store,
            Statements statements,
            Minutes minutes,
            List<TextKeeper> keepers,
            Committees committees,
            Meetings meetings,
            ActEntry entries,
            ApplicationEventPublisher announcements,
            Audit audit) {
        this.store = store;
        this.statements = statements;
        this.minutes = minutes;
        this.keepers = keepers;
        this.committees = committees;
        this.meetings = meetings;
        this.entries = entries;
        this.announcements = announcements;
        this.audit = audit;
    }

    /** Freezes the minutes of a meeting and shows them to every head. */
    public Presenting present(MinutesId id, Seat by, Instant at) {
        var text = minutes.hold(id);
        if (!by.writes() || !by.committee().equals(text.committee()) || !committees.acts(by, at)) {
            return new Presenting.NotYours();
        }
        if (text.standing() != Standing.DRAFT) {
            return new Presenting.NotADraft();
        }
        if (!text.obstacles().isEmpty()) {
            return new Presenting.Blocked(text.obstacles());
        }
        var previous = store.lastDigest(text.committee());
        var draft = new Draft(id.id(), text.committee(), ActKind.CONCLUSIONS, bytes(text, previous));
        var presentation = PresentationId.random();
        store.add(presentation, draft, text.meeting(), previous, by.id(), at);
        minutes.stand(id, Standing.PRESENTED);
        note("text.presented", get(presentation), by, "DRAFT", "PRESENTED", at);
        return new Presenting.Presented(presentation);
    }

    /** Shows a text of another room to every head. The room has judged that the seat may, and keeps the text as it is. */
    public PresentationId present(Draft draft, Seat by, Instant at) {
        var presentation = PresentationId.random();
        store.add(presentation, draft, null, store.lastDigest(draft.committee()), by.id(), at);
        note("text.presented", get(presentation), by, "", "PRESENTED", at);
        return presentation;
    }

    /**
     * A statement for this head to sign.
     *
     * @param mandate the id of the mandate whose key will sign
     * @param goodFor how long the others have to sign too
     */
    @Transactional(readOnly = true)
    public ToAdopt toAdopt(PresentationId id, UUID mandate, Duration goodFor, Seat by, Instant at) {
        var presentation = get(id);
        return refusal(presentation, by, at)
                .<ToAdopt>map(ToAdopt.Refused::new)
                .orElseGet(() -> statements.stands(presentation, by.party(), at)
                        ? new ToAdopt.Refused(Adoption.Reason.ALREADY)
                        : statements.make(presentation, mandate, goodFor, by, at));
    }

    /** One head's adoption: a statement about the presented text, signed by a key that a mandate of the party names. */
    public Adoption adopt(PresentationId id, Envelope signed, Seat by, Instant at) {
        var presentation = hold(id);
        var refusal = refusal(presentation, by, at);
        if (refusal.isPresent()) {
            return new Adoption.Refused(refusal.get());
        }
        // The bytes are made again from the text as it stands: a row changed behind our back is not what was presented.
        if (!presentation.digest().equals(Digest.of(now(presentation)))) {
            return new Adoption.Refused(Adoption.Reason.OTHER_TEXT);
        }
        if (statements.stands(presentation, by.party(), at)) {
            return new Adoption.Refused(Adoption.Reason.ALREADY);
        }
        return switch (statements.judge(presentation, signed, by, at)) {
            case Statements.Judgement.Refused refused -> new Adoption.Refused(refused.reason());
            case Statements.Judgement.Holds holds ->
                store.sign(id, holds.signature(), signed)
                        ? signed(presentation, by, at)
                        : new Adoption.Refused(Adoption.Reason.OTHER_STATEMENT);
        };
    }

    private Adoption signed(Presentation before, Seat by, Instant at) {
        note("text.signed", before, by, "", before.digest().hex(), at);
        var presentation = get(before.id());
        var committee = committees.get(presentation.committee());
        var awaited = awaited(presentation, at);
        if (!awaited.isEmpty()) {
            return new Adoption.StillWaiting(awaited);
        }
        end(presentation, new Presentation.End(Presentation.Outcome.ADOPTED, by.id(), at, ""));
        var act = entries.enter(presentation, committee, at);
        note("text.adopted", presentation, by, "PRESENTED", act.number() + "/" + act.year(), at);
        announcements.publishEvent(new Adopted(act));
        return new Adoption.Complete(act);
    }

    /** A head sends the text back; every adoption given so far falls with it. */
    public Adoption giveBack(PresentationId id, String reason, Seat by, Instant at) {
        var presentation = hold(id);
        var refusal = refusal(presentation, by, at);
        if (refusal.isPresent()) {
            return new Adoption.Refused(refusal.get());
        }
        var said = RecordText.normal(reason);
        if (said.isEmpty() || said.length() > LONGEST_REASON || !RecordText.fits(said)) {
            return new Adoption.Refused(Adoption.Reason.NO_REASON);
        }
        end(presentation, new Presentation.End(Presentation.Outcome.RETURNED, by.id(), at, said));
        note("text.returned", presentation, by, "PRESENTED", said, at);
        return new Adoption.Returned();
    }

    @Override
    public void written(MinutesId text, Seat by, Instant at) {
        broken(text.id(), "DRAFT", by, at);
    }

    /** The room of a text takes it back, because its time is over or a party wants to talk about it. */
    public void takeBack(UUID text, Seat by, Instant at) {
        broken(text, "", by, at);
    }

    private void broken(UUID text, String after, Seat by, Instant at) {
        store.openOf(text).ifPresent(open -> {
            store.end(open, new Presentation.End(Presentation.Outcome.BROKEN, by.id(), at, ""));
            note("text.voided", get(open), by, "PRESENTED", after, at);
        });
    }

    /** The latest presentation of a meeting's minutes. */
    @Transactional(readOnly = true)
    public Optional<Presentation> latest(MeetingId meeting) {
        return store.latest(meeting);
    }

    /** The latest presentation of a text. */
    @Transactional(readOnly = true)
    public Optional<Presentation> latestOf(UUID text) {
        return store.latestOf(text);
    }

    @Transactional(readOnly = true)
    public Presentation get(PresentationId presentation) {
        return find(presentation).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Presentation> find(PresentationId presentation) {
        return store.presentation(presentation);
    }

    /** The parties whose signature is wanting, in the committee's order: none was given, or it stands no more. */
    @Transactional(readOnly = true)
    public List<Party> awaited(Presentation presentation, Instant at) {
        return committees.get(presentation.committee()).parties().stream()
                .filter(party -> !statements.stands(presentation, party.id(), at))
                .toList();
    }

    /** The canonical bytes that were presented, as they were stored. */
    @Transactional(readOnly = true)
    public byte[] record(PresentationId presentation) {
        return store.record(presentation);
    }

    /** The clauses of an act, as its adopted bytes have them; none where nothing is adopted. */
    @Transactional(readOnly = true)
    public List<AdoptedClause> clauses(MeetingId meeting) {
        return store.actOf(meeting)
                .map(act -> AgreedRecord.clauses(store.record(act.presentation())))
                .orElse(List.of());
    }

    /** The register of a committee, the latest act first. */
    @Transactional(readOnly = true)
    public List<Act> register(CommitteeId committee) {
        return store.acts(committee);
    }

    @Transactional(readOnly = true)
    public Optional<Act> act(ActId act) {
        return store.act(act);
    }

    @Transactional(readOnly = true)
    public Optional<Act> actOf(MeetingId meeting) {
        return store.actOf(meeting);
    }

    @Transactional(readOnly = true)
    public Optional<Act> actOf(UUID text) {
        return store.actOf(text);
    }

    private void end(Presentation presentation, Presentation.End end) {
        store.end(presentation.id(), end);
        var next = end.outcome() == Presentation.Outcome.ADOPTED ? Standing.ADOPTED : Standing.DRAFT;
        presentation.minutes().ifPresent(text -> minutes.stand(text, next));
        keepers.forEach(keeper -> keeper.ended(presentation.text(), end.outcome(), end.at()));
    }

    private void note(String what, Presentation text, Seat by, String before, String after, Instant at) {
        var meeting = text.meeting();
        var about = meeting == null
                ? text.text().toString()
                : Integer.toString(meetings.get(meeting).number());
        var committee = text.committee().id();
        audit.note(Change.joint(what, by.actor(), by.party().id(), committee, about, before, after), at);
    }

    private Presentation hold(PresentationId id) {
        // Minutes first, presentation second: an edit takes its locks in the same order.
        var presentation = get(id);
        presentation.minutes().ifPresentOrElse(minutes::hold, () -> held(presentation.text()));
        return get(id);
    }

    private byte[] now(Presentation presentation) {
        return presentation
                .minutes()
                .map(text -> bytes(minutes.get(text), store.previous(presentation.id())))
                .orElseGet(() -> held(presentation.text()));
    }

    private byte[] held(UUID text) {
        return keepers.stream()
                .flatMap(keeper -> keeper.hold(text).stream())
                .findFirst()
                .orElseThrow();
    }

    private Optional<Adoption.Reason> refusal(Presentation presentation, Seat by, Instant at) {
        if (!by.adopts() || !by.committee().equals(presentation.committee()) || !committees.acts(by, at)) {
            return Optional.of(Adoption.Reason.NOT_A_HEAD);
        }
        boolean closed = keepers.stream().anyMatch(keeper -> keeper.closed(presentation.text(), at));
        return presentation.open() && !closed ? Optional.empty() : Optional.of(Adoption.Reason.OVER);
    }

    private byte[] bytes(MinutesText text, Optional<Digest> previous) {
        return AgreedRecord.bytes(committees.get(text.committee()), meetings.get(text.meeting()), text, previous);
    }
}

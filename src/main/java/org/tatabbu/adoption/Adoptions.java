// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.MinutesText;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.minutes.Standing;
import org.tatabbu.minutes.TextWatch;
import org.tatabbu.statement.Digest;

/** Presentation and adoption of texts, and the register of acts. */
@Component
@Transactional
public class Adoptions implements TextWatch {
    /** The longest reason for a return, in UTF-16 units. */
    public static final int LONGEST_REASON = 1_000;

    private final AdoptionStore store;
    private final Minutes minutes;
    private final Committees committees;
    private final Meetings meetings;
    private final ApplicationEventPublisher announcements;
    private final Audit audit;

    Adoptions(
            AdoptionStore store,
            Minutes minutes,
            Committees committees,
            Meetings meetings,
            ApplicationEventPublisher announcements,
            Audit audit) {
        this.store = store;
        this.minutes = minutes;
        this.committees = committees;
        this.meetings = meetings;
        this.announcements = announcements;
        this.audit = audit;
    }

    /** Freezes a text and shows it to every head. */
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
        var presentation = PresentationId.random();
        var previous = store.lastDigest(text.committee());
        store.add(presentation, text, bytes(text, previous), previous, by.id(), at);
        minutes.stand(id, Standing.PRESENTED);
        note("text.presented", get(presentation), by, "DRAFT", "PRESENTED", at);
        return new Presenting.Presented(presentation);
    }

    /**
     * One head's adoption.
     *
     * @param seen the digest of the text that the head had before them
     */
    public Adoption adopt(PresentationId id, String seen, Seat by, Instant at) {
        var presentation = hold(id);
        var refusal = refusal(presentation, by, at);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        // The bytes are made again from the text as it stands: a row changed behind our back is not what was presented.
        var now = Digest.of(bytes(minutes.get(presentation.minutes()), store.previous(id)));
        if (!presentation.digest().hex().equals(seen) || !presentation.digest().equals(now)) {
            return new Adoption.Refused(Adoption.Reason.OTHER_TEXT);
        }
        if (presentation.signatureOf(by.party()).isPresent()) {
            return new Adoption.Refused(Adoption.Reason.ALREADY);
        }
        store.sign(id, new Signature(by.party(), by.id(), presentation.digest(), at));
        note("text.signed", presentation, by, "", presentation.digest().hex(), at);
        var committee = committees.get(presentation.committee());
        var awaited = store.presentation(id).orElseThrow().awaited(committee);
        if (!awaited.isEmpty()) {
            return new Adoption.StillWaiting(awaited);
        }
        store.end(id, new Presentation.End(Presentation.Outcome.ADOPTED, by.id(), at, ""));
        minutes.stand(presentation.minutes(), Standing.ADOPTED);
        var act = store.number(presentation, at.atZone(committee.zone()).getYear(), at);
        note("text.adopted", presentation, by, "PRESENTED", act.number() + "/" + act.year(), at);
        announcements.publishEvent(new Adopted(act));
        return new Adoption.Complete(act);
    }

    /** A head sends the text back; every adoption given so far falls with it. */
    public Adoption giveBack(PresentationId id, String reason, Seat by, Instant at) {
        var presentation = hold(id);
        var refusal = refusal(presentation, by, at);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var said = RecordText.normal(reason);
        if (said.isEmpty() || said.length() > LONGEST_REASON || !RecordText.fits(said)) {
            return new Adoption.Refused(Adoption.Reason.NO_REASON);
        }
        store.end(id, new Presentation.End(Presentation.Outcome.RETURNED, by.id(), at, said));
        minutes.stand(presentation.minutes(), Standing.DRAFT);
        note("text.returned", presentation, by, "PRESENTED", said, at);
        return new Adoption.Returned();
    }

    @Override
    public void written(MinutesId text, Seat by, Instant at) {
        store.openOf(text).ifPresent(open -> {
            store.end(open, new Presentation.End(Presentation.Outcome.BROKEN, by.id(), at, ""));
            note("text.voided", get(open), by, "PRESENTED", "DRAFT", at);
        });
    }

    /** The latest presentation of a meeting's minutes. */
    @Transactional(readOnly = true)
    public Optional<Presentation> latest(MeetingId meeting) {
        return store.latest(meeting);
    }

    @Transactional(readOnly = true)
    public Presentation get(PresentationId presentation) {
        return store.presentation(presentation).orElseThrow();
    }

    @Transactional(readOnly = true)
    public boolean isOf(PresentationId presentation, MeetingId meeting) {
        return store.presentation(presentation)
                .map(one -> one.meeting().equals(meeting))
                .orElse(false);
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
    public Optional<Act> actOf(MeetingId meeting) {
        return store.actOf(meeting);
    }

    private void note(String what, Presentation text, Seat by, String before, String after, Instant at) {
        var about = Integer.toString(meetings.get(text.meeting()).number());
        var committee = text.committee().id();
        audit.note(Change.joint(what, by.actor(), by.party().id(), committee, about, before, after), at);
    }

    private Presentation hold(PresentationId id) {
        // Minutes first, presentation second: an edit takes its locks in the same order.
        minutes.hold(store.presentation(id).orElseThrow().minutes());
        return store.presentation(id).orElseThrow();
    }

    private Optional<Adoption> refusal(Presentation presentation, Seat by, Instant at) {
        if (!by.adopts() || !by.committee().equals(presentation.committee()) || !committees.acts(by, at)) {
            return Optional.of(new Adoption.Refused(Adoption.Reason.NOT_A_HEAD));
        }
        return presentation.open() ? Optional.empty() : Optional.of(new Adoption.Refused(Adoption.Reason.OVER));
    }

    private byte[] bytes(MinutesText text, Optional<Digest> previous) {
        return AgreedRecord.bytes(committees.get(text.committee()), meetings.get(text.meeting()), text, previous);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.mandate.Bringing.Refused;
import org.tatabbu.mandate.Bringing.Why;
import org.tatabbu.statement.Capacity;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.MandateEnd;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.statement.Statement;
import org.tatabbu.statement.Verdict;
import org.tatabbu.transparency.Log;

/** Giving mandates and taking them back: a statement is prepared here, signed on the party's own machine, and brought. */
@Component
class Giving {
    private final MandateStore store;
    private final Authorities authorities;
    private final Committees committees;
    private final PrivateCircle circle;
    private final Log log;
    private final Audit audit;

    Giving(
            MandateStore store,
            Authorities authorities,
            Committees committees,
            PrivateCircle circle,
            Log log,
            Audit audit) {
        this.store = store;
        this.authorities = authorities;
        this.committees = committees;
        this.circle = circle;
        this.log = log;
        this.audit = audit;
    }

    Bringing issue(MandateStatement said, Envelope signed, Seat by, Instant at) {
        if (!said.party().equals(by.party().id())
                || !said.committee().equals(by.committee().id())) {
            return new Refused(Why.OTHER_PARTY);
        }
        if (store.mandate(said.mandate()).isPresent()) {
            return new Refused(Why.BROUGHT_BEFORE);
        }
        var refusal = unsigned(signed, by);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var draft = prepared(signed, by);
        if (draft.isEmpty()) {
            return new Refused(Why.NOT_PREPARED);
        }
        var issued = issued(said, signed, draft.get().seat(), by, at);
        if (issued instanceof Bringing.Issued) {
            store.gone(by.party(), draft.get().id(), at);
        }
        return issued;
    }

    /** A mandate that the party wrote by itself, for a seat that its secretary names. */
    Bringing issue(MandateStatement said, Envelope signed, SeatId seat, Seat by, Instant at) {
        if (!said.party().equals(by.party().id())
                || !said.committee().equals(by.committee().id())) {
            return new Refused(Why.OTHER_PARTY);
        }
        if (store.mandate(said.mandate()).isPresent()) {
            return new Refused(Why.BROUGHT_BEFORE);
        }
        return unsigned(signed, by).<Bringing>map(Refused::new).orElseGet(() -> issued(said, signed, seat, by, at));
    }

    private Bringing issued(MandateStatement said, Envelope signed, SeatId seat, Seat by, Instant at) {
        if (taken(said.key().id(), by)) {
            return new Refused(Why.KEY_TAKEN);
        }
        if (!at.isBefore(said.to()) || seat(seat, by, at).isEmpty()) {
            return new Refused(Why.OVER);
        }
        store.add(said, seat, signed, log.append(signed.bytes(), at), by, at);
        note("mandate.issued", said.mandate(), by, signed, at);
        return new Bringing.Issued(store.mandate(said.mandate()).orElseThrow());
    }

    Bringing end(MandateEnd said, Envelope signed, Seat by, Instant at) {
        if (!said.party().equals(by.party().id())
                || !said.committee().equals(by.committee().id())) {
            return new Refused(Why.OTHER_PARTY);
        }
        var mandate = own(said.mandate(), by);
        if (mandate.isEmpty()) {
            return new Refused(Why.NOT_PREPARED);
        }
        if (mandate.get().over() != null) {
            return new Refused(Why.OVER);
        }
        var refusal = unsigned(signed, by);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var draft = prepared(signed, by);
        if (draft.isEmpty()) {
            return new Refused(Why.NOT_PREPARED);
        }
        store.end(said.mandate(), signed, log.append(signed.bytes(), at), at);
        store.gone(by.party(), draft.get().id(), at);
        note("mandate.ended", said.mandate(), by, signed, at);
        return new Bringing.Ended(store.mandate(said.mandate()).orElseThrow());
    }

    /** Why an envelope is not the word of the party's authority, if so. */
    private Optional<Why> unsigned(Envelope signed, Seat by) {
        var authority = authorities.inForce(by.committee(), by.party());
        if (authority.isEmpty()) {
            return Optional.of(Why.NO_AUTHORITY);
        }
        return switch (signed.under(authority.get().key())) {
            case Verdict.Holds holds -> Optional.empty();
            case Verdict.Fails fails ->
                Optional.of(fails.reason() == Verdict.Reason.OTHER_KEY ? Why.OTHER_KEY : Why.SIGNATURE);
        };
    }

    private Optional<Draft> prepared(Envelope signed, Seat by) {
        circle.enter(by.party().id());
        var payload = signed.payload().bytes();
        return store.drafts(by.party()).stream()
                .filter(draft -> draft.committee().equals(by.committee()))
                .filter(draft -> Arrays.equals(draft.statement().bytes(), payload))
                .findFirst();
    }

    Preparing prepare(Preparation wanted, Seat by, Instant at) {
        var seat = seat(wanted.seat(), by, at);
        if (seat.isEmpty()) {
            return new Preparing.NotYours();
        }
        if (authorities.inForce(by.committee(), by.party()).isEmpty()) {
            return new Preparing.NoAuthority();
        }
        if (taken(wanted.key().id(), by)) {
            return new Preparing.KeyTaken();
        }
        if (!at.isBefore(wanted.to())) {
            return new Preparing.Over();
        }
        var statement = new MandateStatement(
                UUID.randomUUID(),
                by.party().id(),
                by.committee().id(),
                wanted.person(),
                seat.get().role() == Role.HEAD ? Capacity.HEAD : Capacity.ALTERNATE,
                wanted.key(),
                wanted.from(),
                wanted.to(),
                Statement.seconds(at));
        return prepared(statement, wanted.seat(), by, at);
    }

    Preparing prepareEnd(UUID mandate, Seat by, Instant at) {
        var found = own(mandate, by);
        if (found.isEmpty()) {
            return new Preparing.NotYours();
        }
        if (found.get().over() != null || !at.isBefore(found.get().statement().to())) {
            return new Preparing.Over();
        }
        var statement = new MandateEnd(mandate, by.party().id(), by.committee().id(), Statement.seconds(at));
        return prepared(statement, found.get().seat(), by, at);
    }

    private Preparing prepared(Statement statement, SeatId seat, Seat by, Instant at) {
        circle.enter(by.party().id());
        var draft = new Draft(UUID.randomUUID(), by.party(), by.committee(), seat, statement, at);
        store.add(draft, by);
        audit.note(
                Change.own(
                        "mandate.prepared",
                        by.actor(),
                        by.party().id(),
                        by.committee().id(),
                        draft.id().toString(),
                        "",
                        Digest.of(statement.bytes()).hex()),
                at);
        return new Preparing.Prepared(draft);
    }

    private Optional<SigningMandate> own(UUID mandate, Seat by) {
        return store.mandate(mandate)
                .filter(one -> one.party().equals(by.party()) && one.committee().equals(by.committee()));
    }

    private Optional<Seat> seat(SeatId wanted, Seat by, Instant at) {
        return committees.seats(by.committee()).stream()
                .filter(seat -> seat.id().equals(wanted) && seat.party().equals(by.party()) && seat.adopts())
                .filter(seat -> !committees.over(seat, at))
                .findFirst();
    }

    /** A key of the same party may sign under several mandates, one after the other. */
    private boolean taken(Digest key, Seat by) {
        return store.keys(by.committee()).stream()
                        .anyMatch(one -> one.key().id().equals(key))
                || store.byKey(key).stream()
                        .anyMatch(one -> one.committee().equals(by.committee())
                                && !one.party().equals(by.party()));
    }

    private void note(String what, UUID mandate, Seat by, Envelope signed, Instant at) {
        var after = Digest.of(signed.bytes()).hex();
        audit.note(
                Change.joint(what, by.actor(), by.party().id(), by.committee().id(), mandate.toString(), "", after),
                at);
    }
}

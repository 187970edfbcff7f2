// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.mandate.Bringing.Refused;
import org.tatabbu.mandate.Bringing.Why;
import org.tatabbu.statement.AdoptionStatement;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.MandateEnd;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.statement.Octets;
import org.tatabbu.statement.PartyStatement;
import org.tatabbu.statement.Statement;
import org.tatabbu.statement.Unreadable;

/** Who may sign for whom, with which key, since when and till when; every word of it is signed, and in the log. */
@Component
@Transactional
public class Mandates {
    /** By how much a party's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final MandateStore store;
    private final Authorities authorities;
    private final Giving giving;
    private final Committees committees;
    private final PrivateCircle circle;
    private final Audit audit;

    Mandates(
            MandateStore store,
            Authorities authorities,
            Giving giving,
            Committees committees,
            PrivateCircle circle,
            Audit audit) {
        this.store = store;
        this.authorities = authorities;
        this.giving = giving;
        this.committees = committees;
        this.circle = circle;
        this.audit = audit;
    }

    /** Takes a signed statement of the secretary's own party: its authority key, a mandate, or the end of one. */
    public Bringing bring(byte[] file, Seat by, Instant at) {
        if (!secretary(by, at)) {
            return new Bringing.NotYours();
        }
        Envelope signed;
        Statement said;
        try {
            signed = Envelope.read(file);
            said = signed.statement();
        } catch (Unreadable e) {
            return new Refused(Why.UNREADABLE);
        }
        if (said.at().isAfter(at.plus(SKEW))) {
            return new Refused(Why.FUTURE);
        }
        store.lock(by.committee());
        return switch (said) {
            case PartyStatement party -> authorities.bring(party, signed, by, at);
            case MandateStatement mandate -> giving.issue(mandate, signed, by, at);
            case MandateEnd end -> giving.end(end, signed, by, at);
            case AdoptionStatement adoption -> new Refused(Why.OTHER_KIND);
        };
    }

    /** Takes a mandate that the party wrote and signed by itself, for a seat that its secretary names. */
    public Bringing issue(MandateStatement said, Envelope signed, SeatId seat, Seat by, Instant at) {
        if (!secretary(by, at) || !signed.payload().equals(Octets.of(said.bytes()))) {
            return new Bringing.NotYours();
        }
        store.lock(by.committee());
        return giving.issue(said, signed, seat, by, at);
    }

    /** Writes the statement of a mandate for the party to sign. */
    public Preparing prepare(Preparation wanted, Seat by, Instant at) {
        return secretary(by, at) ? giving.prepare(wanted, by, at) : new Preparing.NotYours();
    }

    /** Writes the statement that ends a mandate, for the party to sign. */
    public Preparing prepareEnd(UUID mandate, Seat by, Instant at) {
        return secretary(by, at) ? giving.prepareEnd(mandate, by, at) : new Preparing.NotYours();
    }

    /** Drops a statement that nobody signed. */
    public boolean drop(UUID draft, Seat by, Instant at) {
        if (!secretary(by, at)) {
            return false;
        }
        circle.enter(by.party().id());
        var dropped = store.gone(by.party(), draft, at);
        if (dropped) {
            var committee = by.committee().id();
            audit.note(
                    Change.own("mandate.dropped", by.actor(), by.party().id(), committee, draft.toString(), "", ""),
                    at);
        }
        return dropped;
    }

    /** What waits for the signature of the secretary's own party. */
    @Transactional(readOnly = true)
    public List<Draft> drafts(Seat by, Instant at) {
        if (!secretary(by, at)) {
            return List.of();
        }
        circle.enter(by.party().id());
        return store.drafts(by.party()).stream()
                .filter(draft -> draft.committee().equals(by.committee()))
                .toList();
    }

    /** Confirms another party's new authority key, whose forerunner is lost. */
    public Confirming confirm(PartyId party, Digest key, Seat by, Instant at) {
        if (!secretary(by, at)) {
            return new Confirming.NotYours();
        }
        store.lock(by.committee());
        return authorities.confirm(party, key, by, at);
    }

    /** Takes back a new authority key of one's own that is not in force. */
    public boolean withdraw(Digest key, Seat by, Instant at) {
        if (!secretary(by, at)) {
            return false;
        }
        store.lock(by.committee());
        return authorities.withdraw(key, by, at);
    }

    /** Every authority key of a committee's parties, in the order they were brought. */
    @Transactional(readOnly = true)
    public List<AuthorityKey> authorities(CommitteeId committee) {
        return store.keys(committee);
    }

    /** Every mandate of a committee, in the order they were brought. */
    @Transactional(readOnly = true)
    public List<SigningMandate> of(CommitteeId committee) {
        return store.mandates(committee);
    }

    /** The mandates that a seat's holder may sign under at a moment; none once the seat has ended. */
    @Transactional(readOnly = true)
    public List<SigningMandate> inForce(Seat seat, Instant at) {
        return committees.acts(seat, at)
                ? store.of(seat.id()).stream().filter(one -> one.covers(at)).toList()
                : List.of();
    }

    /** One such mandate, the latest one, by names. */
    @Transactional(readOnly = true)
    public Optional<SigningMandate> inForce(PartyId party, CommitteeId committee, SeatId seat, Instant at) {
        return committees.seats(committee).stream()
                .filter(one -> one.id().equals(seat) && one.party().equals(party))
                .flatMap(one -> inForce(one, at).stream())
                .reduce((first, second) -> second);
    }

    /** Nobody gives or ends a mandate of this committee, or hands a key over, before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CommitteeId committee) {
        store.lock(committee);
    }

    @Transactional(readOnly = true)
    public Optional<SigningMandate> find(UUID mandate) {
        return store.mandate(mandate);
    }

    /** The mandates of one signing key, in the order they were brought. */
    @Transactional(readOnly = true)
    public List<SigningMandate> byKey(Digest key) {
        return store.byKey(key);
    }

    @Transactional(readOnly = true)
    public Optional<MandateEntries> entries(UUID mandate) {
        return store.mandate(mandate)
                .flatMap(one -> store.key(one.party(), one.issuer()).map(authority -> entries(authority, one)));
    }

    private static MandateEntries entries(AuthorityKey authority, SigningMandate one) {
        if (authority.entry() == null) {
            throw new IllegalStateException("A mandate of a key that was never in force");
        }
        return new MandateEntries(
                new MandateEntries.Entry(authority.envelope(), authority.entry()),
                new MandateEntries.Entry(one.envelope(), one.entry()),
                one.end() == null || one.endEntry() == null
                        ? null
                        : new MandateEntries.Entry(one.end(), one.endEntry()));
    }

    private boolean secretary(Seat by, Instant at) {
        return by.writes() && committees.acts(by, at);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.mandate.Bringing.Refused;
import org.tatabbu.mandate.Bringing.Why;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.PartyStatement;
import org.tatabbu.statement.Verdict;
import org.tatabbu.transparency.Log;

/**
 * With which key each party speaks. The first one is in force when it is brought: the other side compares it with the note
 * that it received. A later one wants the word of the key before it, or of every other side.
 */
@Component
class Authorities {
    private final MandateStore store;
    private final Committees committees;
    private final Log log;
    private final Audit audit;
    private final KeyLetters letters;

    Authorities(MandateStore store, Committees committees, Log log, Audit audit, KeyLetters letters) {
        this.store = store;
        this.committees = committees;
        this.log = log;
        this.audit = audit;
        this.letters = letters;
    }

    Optional<AuthorityKey> inForce(CommitteeId committee, PartyId party) {
        return of(committee, party).stream().filter(AuthorityKey::inForce).findFirst();
    }

    private Optional<AuthorityKey> waiting(CommitteeId committee, PartyId party) {
        return of(committee, party).stream().filter(AuthorityKey::waits).findFirst();
    }

    private List<AuthorityKey> of(CommitteeId committee, PartyId party) {
        return store.keys(committee).stream()
                .filter(key -> key.party().equals(party))
                .toList();
    }

    Bringing bring(PartyStatement said, Envelope signed, Seat by, Instant at) {
        if (!said.party().equals(by.party().id())) {
            return new Refused(Why.OTHER_PARTY);
        }
        if (!said.names()
                .equals(PartyRequest.names(committees.get(by.committee()).party(by.party())))) {
            return new Refused(Why.OTHER_NAMES);
        }
        if (!signed.key().equals(said.key().id())) {
            return handOver(said, signed, by, at);
        }
        if (!(signed.under(said.key()) instanceof Verdict.Holds)) {
            return new Refused(Why.SIGNATURE);
        }
        if (store.key(by.party(), said.key().id()).isPresent()) {
            return new Refused(Why.BROUGHT_BEFORE);
        }
        if (taken(by.committee(), said.key().id())) {
            return new Refused(Why.KEY_TAKEN);
        }
        if (waiting(by.committee(), by.party()).isPresent()) {
            return new Refused(Why.ANOTHER_WAITS);
        }
        var before = inForce(by.committee(), by.party());
        store.addKey(said, signed, by, at);
        note("authority.brought", by.party(), said.key().id(), by, at);
        var key = store.key(by.party(), said.key().id()).orElseThrow();
        if (before.isEmpty()) {
            return new Bringing.KeyInForce(inForce(key, null, null, by, at));
        }
        letters.waits(by, at);
        return new Bringing.KeyWaits(key);
    }

    /** The old key's word for a new one that waits: the same statement, signed by the old key. */
    private Bringing handOver(PartyStatement said, Envelope signed, Seat by, Instant at) {
        var old = inForce(by.committee(), by.party());
        if (old.isEmpty()) {
            return new Refused(Why.NO_AUTHORITY);
        }
        if (!(signed.under(old.get().key()) instanceof Verdict.Holds)) {
            return new Refused(signed.key().equals(old.get().key().id()) ? Why.SIGNATURE : Why.OTHER_KEY);
        }
        var waiting = waiting(by.committee(), by.party());
        if (waiting.isEmpty()
                || !waiting.get().envelope().payload().equals(signed.payload())
                || !waiting.get().key().equals(said.key())) {
            return new Refused(Why.NOT_PREPARED);
        }
        return new Bringing.KeyInForce(inForce(waiting.get(), signed, old.get(), by, at));
    }

    /** The word of another side, which compared the new key with the note that it received. */
    Confirming confirm(PartyId party, Digest key, Seat by, Instant at) {
        var found = store.key(party, key)
                .filter(one ->
                        one.committee().equals(by.committee()) && !one.party().equals(by.party()));
        if (found.isEmpty()) {
            return new Confirming.NotYours();
        }
        var wanted = found.get();
        if (!wanted.waits() || wanted.confirmedBy().contains(by.party())) {
            return new Confirming.Settled();
        }
        store.confirm(wanted, by, at);
        note("authority.confirmed", party, key, by, at);
        int others = committees.get(by.committee()).parties().size() - 1;
        if (wanted.confirmedBy().size() + 1 < others) {
            return new Confirming.Confirmed();
        }
        inForce(wanted, null, inForce(wanted.committee(), party).orElse(null), by, at);
        return new Confirming.KeyInForce();
    }

    boolean withdraw(Digest key, Seat by, Instant at) {
        var found = store.key(by.party(), key).filter(AuthorityKey::waits);
        found.ifPresent(waiting -> {
            store.endKey(by.party(), key, at);
            note("authority.withdrawn", by.party(), key, by, at);
        });
        return found.isPresent();
    }

    private AuthorityKey inForce(
            AuthorityKey key, @Nullable Envelope handover, @Nullable AuthorityKey old, Seat by, Instant at) {
        if (old != null) {
            store.endKey(old.party(), old.key().id(), at);
            // A mandate lasts no longer than the key that gave it: who took the old key could have given it.
            store.endMandatesOf(old.party(), old.key().id(), at);
        }
        var handed = handover == null ? null : log.append(handover.bytes(), at);
        var entry = log.append(key.envelope().bytes(), at);
        store.keyInForce(key.party(), key.key().id(), entry, handover, handed, at);
        note("authority.effected", key.party(), key.key().id(), by, at);
        return store.key(key.party(), key.key().id()).orElseThrow();
    }

    /** Whether a key has another use in a committee than to give mandates or to sign for this party. */
    boolean taken(CommitteeId committee, Digest key) {
        return store.keys(committee).stream().anyMatch(one -> one.key().id().equals(key))
                || store.byKey(key).stream().anyMatch(one -> one.committee().equals(committee));
    }

    private void note(String what, PartyId party, Digest key, Seat by, Instant at) {
        audit.note(
                Change.joint(
                        what,
                        by.actor(),
                        by.party().id(),
                        by.committee().id(),
                        party.id().toString(),
                        "",
                        key.hex()),
                at);
    }
}

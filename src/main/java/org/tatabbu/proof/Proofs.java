// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adopted;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.Seals;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.language.Language;
import org.tatabbu.mandate.MandateEntries;
import org.tatabbu.mandate.Mandates;
import org.tatabbu.original.ActKind;
import org.tatabbu.original.RenderedText;
import org.tatabbu.statement.AdoptionStatement;
import org.tatabbu.statement.CanonicalJson;
import org.tatabbu.statement.Envelope;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.EntryId;
import org.tatabbu.transparency.Log;
import org.tatabbu.transparency.Policy;
import org.tatabbu.transparency.Sealed;
import org.tatabbu.transparency.SignedNote;

/** Bundles: what was adopted, with all that either side needs to prove it without us. */
@Component
@Transactional
public class Proofs {
    private final ProofStore store;
    private final Adoptions adoptions;
    private final Mandates mandates;
    private final Seals seals;
    private final PublicActs publicly;
    private final Log log;

    Proofs(ProofStore store, Adoptions adoptions, Mandates mandates, Seals seals, PublicActs publicly, Log log) {
        this.store = store;
        this.adoptions = adoptions;
        this.seals = seals;
        this.publicly = publicly;
        this.mandates = mandates;
        this.log = log;
    }

    /** The bundle of an act, always the same bytes; none while the log has not sealed it, or had no part in it. */
    @Transactional(readOnly = true)
    public Optional<byte[]> bundle(Act act) {
        return store.bundle(act.id());
    }

    /** How far the conclusions of this number have come, for those who read of them in public. */
    @Transactional(readOnly = true)
    public Optional<PublicProof> ofConclusions(CommitteeId committee, String slug, int year, int number) {
        return adoptions.register(committee).stream()
                .filter(act -> act.kind() == ActKind.CONCLUSIONS && act.year() == year && act.number() == number)
                .findFirst()
                .map(act -> new PublicProof(
                        seals.of(act),
                        publicly.isPublic(act) && store.bundled(act.id())
                                ? "/committees/" + slug + act.path() + "/bundle.zip"
                                : ""));
    }

    /** What the entry of the act names by its digest is kept in the same transaction. */
    @EventListener
    void keep(Adopted adopted) {
        var act = adopted.act();
        if (act.entry() == null) {
            return;
        }
        var record = adoptions.record(act.presentation());
        var readings = new EnumMap<Language, byte[]>(Language.class);
        Language.ALL.forEach(language -> readings.put(language, RenderedText.of(record, language)));
        store.keep(act.id(), log.policy().bytes(), readings, act.adoptedAt());
    }

    @EventListener
    void bundle(Sealed sealed) {
        for (var act : store.waiting()) {
            adoptions.act(act).ifPresent(one -> bundle(one, sealed.at()));
        }
    }

    private void bundle(Act act, Instant at) {
        var policy = store.policy(act.id()).orElseThrow();
        // A checkpoint proves under the policy that was in force, whatever policy seals today.
        log.published()
                .map(note -> known(note, Policy.parse(policy)))
                .filter(note -> Policy.parse(policy).accepts(note))
                .ifPresent(under -> bundle(act, policy, under)
                        .ifPresent(bundle ->
                                store.add(act.id(), Checkpoint.of(under).size(), bundle.bytes(), at)));
    }

    private static SignedNote known(SignedNote note, Policy policy) {
        return new SignedNote(
                note.text(),
                note.signatures().stream()
                        .filter(line -> policy.logs().stream().anyMatch(line::isOf)
                                || policy.witnesses().stream().anyMatch(witness -> line.isOf(witness.key())))
                        .toList());
    }

    private Optional<Bundle> bundle(Act act, byte[] policy, SignedNote under) {
        var id = act.entry() == null ? null : new EntryId(act.entry());
        if (id == null) {
            return Optional.empty();
        }
        return log.proof(id, under).map(proof -> {
            var entry = log.entry(proof.index()).orElseThrow().bytes();
            var sides = envelopes(entry).stream().map(one -> side(one, under)).toList();
            return new Bundle(
                    adoptions.record(act.presentation()),
                    new Bundle.Proven(entry, proof.bytes()),
                    sides,
                    policy,
                    store.readings(act.id()));
        });
    }

    /** The signed statements inside an act's entry. */
    private static List<byte[]> envelopes(byte[] entry) {
        return CanonicalJson.read(entry).get("adoptions") instanceof List<?> all
                ? all.stream().map(Proofs::envelope).toList()
                : List.of();
    }

    private static byte[] envelope(Object members) {
        if (members instanceof Map<?, ?> map) {
            var envelope = new LinkedHashMap<String, Object>();
            map.forEach((name, value) -> envelope.put(String.valueOf(name), value));
            return CanonicalJson.bytes(envelope);
        }
        throw new IllegalStateException("An act with an adoption that is no envelope");
    }

    private Bundle.Side side(byte[] envelope, SignedNote under) {
        if (!(Envelope.read(envelope).statement() instanceof AdoptionStatement adoption)) {
            throw new IllegalStateException("An act with an adoption that is another statement");
        }
        var entries = mandates.entries(adoption.mandate()).orElseThrow();
        var end = entries.end();
        return new Bundle.Side(
                adoption.party(),
                envelope,
                proven(entries.party(), under).orElseThrow(),
                adoption.mandate(),
                proven(entries.mandate(), under).orElseThrow(),
                end == null ? null : proven(end, under).orElse(null));
    }

    private Optional<Bundle.Proven> proven(MandateEntries.Entry entry, SignedNote under) {
        return log.proof(entry.entry(), under)
                .map(proof -> new Bundle.Proven(entry.envelope().bytes(), proof.bytes()));
    }
}

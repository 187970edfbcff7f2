// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes entries from committed to sealed, in an order that never changes: integrate, sign, witnesses, publish, announce. All
 * it needs is in the database, so a process that died anywhere is gone on from by the next one.
 */
final class Sealing {
    /** A witness that is away is asked again after these, the last one from then on. */
    private static final Duration[] PAUSES = {
        Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5)
    };

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final LogStore store;
    private final Integrator integrator;
    private final Scrub scrub;
    private final Witnesses witnesses;
    private final Policy policy;
    private final Consumer<Object> announce;
    private final Consumer<Integrator.Step> steps;
    private final Duration scrubEvery;
    private final Map<VerifierKey, Absence> absences = new HashMap<>();

    private @Nullable Instant scrubbed;
    private boolean greeted;
    private long announced;
    private volatile @Nullable LogRefused stopped;

    Sealing(
            LogStore store,
            Integrator integrator,
            Scrub scrub,
            Witnesses witnesses,
            Policy policy,
            Duration scrubEvery,
            Consumer<Object> announce,
            Consumer<Integrator.Step> steps) {
        this.store = store;
        this.integrator = integrator;
        this.scrub = scrub;
        this.witnesses = witnesses;
        this.policy = policy;
        this.scrubEvery = scrubEvery;
        this.announce = announce;
        this.steps = steps;
    }

    private record Absence(int times, Instant until) {}

    /** Why nothing is signed any more, if so. A restart looks at everything again. */
    Optional<LogRefused> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Goes as far as it can at that moment. */
    synchronized void round(Instant at) throws InterruptedException {
        if (stopped != null || !scrubbedBy(at) || !greetedBy(at)) {
            return;
        }
        for (var outcome = integrator.integrate(at); ; outcome = integrator.integrate(at)) {
            if (outcome instanceof Integrator.Outcome.Refused refused) {
                refuse(refused.refusal());
                return;
            }
            if (outcome instanceof Integrator.Outcome.Nothing) {
                break;
            }
        }
        var signed = store.lastSigned();
        if (signed.isPresent() && !sealed(signed.get())) {
            seal(signed.get(), at);
        }
        announce(at);
    }

    private boolean scrubbedBy(Instant at) {
        if (scrubbed != null && at.isBefore(scrubbed.plus(scrubEvery))) {
            return true;
        }
        var difference = scrub.difference(at);
        difference.ifPresent(this::refuse);
        scrubbed = at;
        return difference.isEmpty();
    }

    /** Before a first signature the witnesses are asked whether they have seen more of us than we have ourselves. */
    private boolean greetedBy(Instant at) throws InterruptedException {
        if (!greeted) {
            var last = store.lastSigned();
            if (last.isPresent()) {
                for (var witness : policy.witnesses()) {
                    ask(witness, last.get(), at);
                }
            }
            greeted = stopped == null;
        }
        return greeted;
    }

    private boolean sealed(SignedNote signed) {
        return store.published()
                .filter(published -> published.text().equals(signed.text()) && policy.accepts(published))
                .filter(published -> published.signatures().stream().allMatch(this::isNamed))
                .isPresent();
    }

    private boolean isNamed(SignedNote.Signed signature) {
        return policy.logs().stream().anyMatch(signature::isOf)
                || policy.witnesses().stream().anyMatch(witness -> signature.isOf(witness.key()));
    }

    private void seal(SignedNote signed, Instant at) throws InterruptedException {
        for (var witness : policy.witnesses()) {
            ask(witness, signed, at);
            if (stopped != null) {
                return;
            }
        }
        // A witness that the policy no longer names has its word kept, and not passed on.
        var named = store.cosignatures(Checkpoint.of(signed).size()).stream()
                .filter(this::isNamed)
                .toList();
        var cosigned = signed.with(named);
        if (policy.accepts(cosigned)) {
            steps.accept(Integrator.Step.WITNESSED);
            store.publish(cosigned, at);
            steps.accept(Integrator.Step.PUBLISHED);
        }
    }

    private void ask(Policy.Witness witness, SignedNote signed, Instant at) throws InterruptedException {
        var address = witness.address();
        var absence = absences.get(witness.key());
        if (address.isEmpty() || (absence != null && at.isBefore(absence.until))) {
            return;
        }
        var checkpoint = Checkpoint.of(signed);
        long old = store.lastCosigned(witness.key());
        if (greeted && old == checkpoint.size()) {
            return;
        }
        // A witness that remembers another size than we do is asked once more from there.
        for (int attempt = 0; attempt < 3; attempt++) {
            switch (asked(witness, address.get(), signed, Math.min(old, checkpoint.size()))) {
                case Witnesses.Answer.Cosigned cosigned -> {
                    store.keep(checkpoint.size(), witness.key(), cosigned.signature(), at);
                    steps.accept(Integrator.Step.COSIGNED);
                    back(witness);
                    return;
                }
                case Witnesses.Answer.Remembers remembers -> {
                    if (remembers.size() > checkpoint.size()) {
                        back(witness);
                        refuseOlder(witness, remembers.size(), at);
                        return;
                    }
                    old = remembers.size();
                }
                case Witnesses.Answer.OtherHistory other -> {
                    refuse(refusal(LogRefused.Reason.OTHER_HISTORY, witness, checkpoint.size(), at));
                    return;
                }
                case Witnesses.Answer.NotKnown notKnown -> {
                    if (absence == null) {
                        refuse(refusal(LogRefused.Reason.NOT_KNOWN, witness, checkpoint.size(), at));
                    }
                    away(witness, absence, at);
                    return;
                }
                case Witnesses.Answer.Silent silent -> {
                    if (absence == null) {
                        LOG.warn(TransparencyWords.inItsLanguage().silent(witness.name(), silent.reason()));
                    }
                    away(witness, absence, at);
                    return;
                }
            }
        }
    }

    private void refuseOlder(Policy.Witness witness, long remembered, Instant at) {
        long signed =
                store.lastSigned().map(Checkpoint::of).map(Checkpoint::size).orElse(0L);
        if (remembered > signed) {
            refuse(refusal(LogRefused.Reason.ROLLED_BACK, witness, remembered, at));
        }
    }

    private Witnesses.Answer asked(Policy.Witness witness, URI address, SignedNote signed, long old)
            throws InterruptedException {
        var proof = Merkle.consistency(old, Checkpoint.of(signed).size(), new StoredTree(store));
        return witnesses.ask(witness, address, signed, old, proof);
    }

    private void away(Policy.Witness witness, @Nullable Absence before, Instant at) {
        int times = before == null ? 0 : before.times + 1;
        absences.put(witness.key(), new Absence(times, at.plus(PAUSES[Math.min(times, PAUSES.length - 1)])));
    }

    private void back(Policy.Witness witness) {
        if (absences.remove(witness.key()) != null) {
            LOG.info(TransparencyWords.inItsLanguage().answersAgain(witness.name()));
        }
    }

    private static LogRefused refusal(LogRefused.Reason reason, Policy.Witness witness, long size, Instant at) {
        return new LogRefused(reason, witness.name(), size, at);
    }

    private void refuse(LogRefused refusal) {
        if (refusal.reason().stops()) {
            stopped = refusal;
        }
        LOG.error(refusal.meaning(TransparencyWords.ofTheMachine()));
        store.refused(refusal);
        announce.accept(refusal);
    }

    /** At least once for each size that was published last: a process may have died before anybody heard. */
    private void announce(Instant at) {
        var published = store.published().filter(policy::accepts).map(Checkpoint::of);
        if (published.isPresent() && published.get().size() > announced) {
            announce.accept(new Sealed(published.get().size(), at));
            announced = published.get().size();
            steps.accept(Integrator.Step.ANNOUNCED);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
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
    private final Map<VerifierKey, Log.Heard> heard = new ConcurrentHashMap<>();

    private @Nullable Instant scrubbed;
    private boolean greeted;
    private long announced;
    private volatile @Nullable LogRefused stopped;
    private final Deque<LogRefused> untold = new ArrayDeque<>();

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

    /** @param unknown whether it said meanwhile that it does not know the log, which is told once */
    private record Absence(int times, Instant until, boolean unknown) {}

    /** Why nothing is signed any more, if so. A restart looks at everything again. */
    Optional<LogRefused> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Goes as far as it can at that moment. */
    synchronized void round(Instant at) throws InterruptedException {
        try {
            advance(at);
        } finally {
            // Whoever failed to listen is told again, also where nothing else is done any more, and keeps nobody up.
            tell();
        }
    }

    private void advance(Instant at) throws InterruptedException {
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

    /**
     * Before a first signature the witnesses are asked whether they have seen more of us than we have ourselves. As long as none
     * of them says so or otherwise, that is not known, and nothing is signed; an answer that could be a proxy's says neither.
     */
    private boolean greetedBy(Instant at) throws InterruptedException {
        if (!greeted) {
            var last = store.lastSigned();
            if (last.isPresent()) {
                ask(last.get(), at);
            }
            greeted = stopped == null && (last.isEmpty() || anybodySpoke());
        }
        return greeted;
    }

    private boolean anybodySpoke() {
        return policy.witnesses().stream().allMatch(witness -> witness.address().isEmpty())
                || policy.witnesses().stream()
                        .map(witness -> heard.get(witness.key()))
                        .anyMatch(word -> word != null && word.said().remembers());
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
        ask(signed, at);
        if (stopped != null) {
            return;
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

    /** Asks all of them at once: a slow one holds up nobody's word but its own. */
    private void ask(SignedNote signed, Instant at) throws InterruptedException {
        var size = Checkpoint.of(signed).size();
        var asked = policy.witnesses().stream()
                .filter(witness -> mayBeAsked(witness, size, at))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var answers = new ExecutorCompletionService<Told>(threads);
                asked.forEach(witness -> answers.submit(() -> told(witness, signed)));
                for (int taken = 0; taken < asked.size(); taken++) {
                    take(answers.take().get(), size, at);
                }
            } catch (ExecutionException failure) {
                throw new IllegalStateException("A witness could not be asked", failure.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private record Told(Policy.Witness witness, Witnesses.Answer answer) {}

    private boolean mayBeAsked(Policy.Witness witness, long size, Instant at) {
        var absence = absences.get(witness.key());
        return witness.address().isPresent()
                && (absence == null || !at.isBefore(absence.until))
                && !(greeted && store.lastCosigned(witness.key()) == size);
    }

    private Told told(Policy.Witness witness, SignedNote signed) throws InterruptedException {
        long size = Checkpoint.of(signed).size();
        var answer = asked(witness, signed, Math.min(store.lastCosigned(witness.key()), size));
        // A witness that remembers another size than we do is asked once more from there.
        for (int again = 0; again < 2; again++) {
            if (answer instanceof Witnesses.Answer.Remembers remembers && remembers.size() <= size) {
                answer = asked(witness, signed, remembers.size());
            }
        }
        return new Told(witness, answer);
    }

    private Witnesses.Answer asked(Policy.Witness witness, SignedNote signed, long old) throws InterruptedException {
        var proof = Merkle.consistency(old, Checkpoint.of(signed).size(), new StoredTree(store));
        return witnesses.ask(witness, witness.address().orElseThrow(), signed, old, proof);
    }

    private void take(Told told, long size, Instant at) {
        var witness = told.witness;
        var absence = absences.get(witness.key());
        heard.put(witness.key(), new Log.Heard(witness.key(), told.answer.said(), size, at));
        switch (told.answer) {
            case Witnesses.Answer.Cosigned cosigned -> {
                store.keep(size, witness.key(), cosigned.signature(), at);
                steps.accept(Integrator.Step.COSIGNED);
                back(witness);
            }
            case Witnesses.Answer.Remembers remembers -> {
                back(witness);
                refuseOlder(witness, remembers.size(), at);
            }
            case Witnesses.Answer.OtherHistory other ->
                refuse(refusal(LogRefused.Reason.OTHER_HISTORY, witness, size, at));
            case Witnesses.Answer.NotKnown notKnown -> {
                away(witness, absence, true, at);
                if (absence == null || !absence.unknown) {
                    refuse(refusal(LogRefused.Reason.NOT_KNOWN, witness, size, at));
                }
            }
            case Witnesses.Answer.Silent silent -> {
                if (absence == null) {
                    LOG.warn(TransparencyWords.inItsLanguage().silent(witness.name(), silent.reason()));
                }
                away(witness, absence, absence != null && absence.unknown, at);
            }
        }
    }

    /** What a witness said last to this process. */
    Optional<Log.Heard> heard(VerifierKey witness) {
        return Optional.ofNullable(heard.get(witness));
    }

    private void refuseOlder(Policy.Witness witness, long remembered, Instant at) {
        long signed =
                store.lastSigned().map(Checkpoint::of).map(Checkpoint::size).orElse(0L);
        if (remembered > signed) {
            refuse(refusal(LogRefused.Reason.ROLLED_BACK, witness, remembered, at));
        }
    }

    private void away(Policy.Witness witness, @Nullable Absence before, boolean unknown, Instant at) {
        int times = before == null ? 0 : before.times + 1;
        absences.put(witness.key(), new Absence(times, at.plus(PAUSES[Math.min(times, PAUSES.length - 1)]), unknown));
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
        if (refusal.reason().stops() && stopped == null) {
            stopped = refusal;
        }
        LOG.error(refusal.meaning(TransparencyWords.ofTheMachine()));
        store.refused(refusal);
        untold.add(refusal);
    }

    private void tell() {
        for (var refusal = untold.peek(); refusal != null; refusal = untold.peek()) {
            announce.accept(refusal);
            untold.remove();
        }
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

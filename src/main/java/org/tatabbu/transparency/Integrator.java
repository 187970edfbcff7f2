// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives committed entries their index and signs the tree. One at a time over all processes: the lock is the database's, and
 * whoever gets it sees what the one before committed. What is signed is computed anew from the entries as they are stored:
 * a log died once of one flipped bit that all of its proofs agreed with.
 */
final class Integrator {
    private static final int BATCH = 1024;

    private final LogStore store;
    private final TransactionOperations transactions;
    private final SigningKey key;
    private final HighWater seen;
    private final Consumer<Step> steps;

    Integrator(
            LogStore store, TransactionOperations transactions, SigningKey key, HighWater seen, Consumer<Step> steps) {
        this.store = store;
        this.transactions = transactions;
        this.key = key;
        this.seen = seen;
        this.steps = steps;
    }

    /** How far an entry has come; the order of these never changes. */
    enum Step {
        INTEGRATED,
        SIGNED,
        COSIGNED,
        WITNESSED,
        PUBLISHED,
        ANNOUNCED
    }

    sealed interface Outcome {
        record Nothing() implements Outcome {}

        record Signed(SignedNote note) implements Outcome {}

        record Refused(LogRefused refusal) implements Outcome {}
    }

    Outcome integrate(Instant at) {
        Outcome outcome;
        try {
            outcome = Objects.requireNonNull(transactions.execute(status -> {
                var made = locked(at);
                if (made instanceof Outcome.Refused) {
                    status.setRollbackOnly();
                }
                return made;
            }));
        } catch (StoredTree.Gap | DataIntegrityViolationException notOurs) {
            // Something is missing where we stored it, or in the way where we never stored anything.
            return new Outcome.Refused(altered(store.count(), at));
        }
        if (outcome instanceof Outcome.Signed signed) {
            steps.accept(Step.SIGNED);
            seen.remember(Checkpoint.of(signed.note));
        }
        return outcome;
    }

    private Outcome locked(Instant at) {
        store.lock();
        var last = store.lastSigned();
        var before = last.map(Checkpoint::of).orElseGet(() -> new Checkpoint(origin(), 0, Merkle.EMPTY));
        var refusal = beforeGrowing(last, before, at);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        var waiting = store.waiting(BATCH);
        if (waiting.isEmpty()) {
            return new Outcome.Nothing();
        }
        store.place(before.size(), waiting.stream().map(LogStore.Waiting::nth).toList());
        var tree = new StoredTree(store);
        tree.grow(before.size(), waiting.stream().map(LogStore.Waiting::leaf).toList());
        steps.accept(Step.INTEGRATED);

        var now = recomputed(before, before.size() + waiting.size(), tree);
        if (now.isEmpty() || !extend(before, now.get(), tree)) {
            return new Outcome.Refused(altered(before.size() + waiting.size(), at));
        }
        var note = now.get().signed(key);
        if (!note.verifies(key.verifier())) {
            throw new IllegalStateException("A signature of ours does not verify");
        }
        store.keep(note, at);
        return new Outcome.Signed(note);
    }

    /** Whether the database is that of the checkpoints that were signed, and no older copy of it. */
    private Optional<LogRefused> beforeGrowing(Optional<SignedNote> last, Checkpoint before, Instant at) {
        if (last.isPresent()
                && !(last.get().verifies(key.verifier()) && before.origin().equals(origin()))) {
            return Optional.of(altered(before.size(), at));
        }
        var highest = seen.read();
        if (highest.isEmpty()) {
            return Optional.empty();
        }
        if (highest.get().size() > before.size()) {
            return Optional.of(new LogRefused(
                    LogRefused.Reason.ROLLED_BACK, origin(), highest.get().size(), at));
        }
        return highest.get().size() == before.size() && !highest.get().root().equals(before.root())
                ? Optional.of(altered(before.size(), at))
                : Optional.empty();
    }

    /** The checkpoint of that size, from the entries themselves; nothing where they are not those that were signed. */
    private Optional<Checkpoint> recomputed(Checkpoint before, long size, StoredTree tree) {
        long first = before.size() / Tile.FULL * Tile.FULL;
        var frontier = Merkle.Frontier.of(first, tree);
        for (var entry : store.entries(first, Math.toIntExact(size - first))) {
            if (entry.index() != frontier.size()) {
                return Optional.empty();
            }
            if (frontier.size() == before.size() && !frontier.root().equals(before.root())) {
                return Optional.empty();
            }
            frontier.add(entry.leaf());
        }
        return frontier.size() == size && frontier.root().equals(Merkle.root(size, tree))
                ? Optional.of(new Checkpoint(origin(), size, frontier.root()))
                : Optional.empty();
    }

    private static boolean extend(Checkpoint before, Checkpoint now, StoredTree tree) {
        var proof = Merkle.consistency(before.size(), now.size(), tree);
        return Merkle.extend(before.size(), before.root(), now.size(), now.root(), proof);
    }

    private LogRefused altered(long size, Instant at) {
        return new LogRefused(LogRefused.Reason.ALTERED, origin(), size, at);
    }

    private String origin() {
        return key.verifier().name();
    }
}

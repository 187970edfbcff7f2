// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.IOException;
import java.util.Optional;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Merkle;
import org.tatabbu.transparency.Policy;
import org.tatabbu.transparency.SignedNote;
import org.tatabbu.transparency.Tile;

/**
 * Reads a whole log and holds it against its checkpoint, against the policy, and against the last checkpoint that the party
 * kept. It believes nothing that the log computed: every entry is hashed here, and every act read.
 */
final class Auditor {
    private final Policy policy;

    Auditor(Policy policy) {
        this.policy = policy;
    }

    /** @param kept the last checkpoint that this party saw and kept for itself */
    Finding audit(LogSource log, SignedNote note, Optional<SignedNote> kept) throws InterruptedException {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.of(note);
        } catch (IllegalArgumentException notACheckpoint) {
            return new Finding.NotSigned();
        }
        if (!policy.signed(note)) {
            return new Finding.NotSigned();
        }
        var before = kept.map(Checkpoint::of);
        if (kept.isPresent()
                && !(policy.signed(kept.get()) && before.get().origin().equals(checkpoint.origin()))) {
            return new Finding.KeptIsOther();
        }
        if (before.isPresent() && before.get().size() > checkpoint.size()) {
            return new Finding.Shorter(checkpoint.size(), before.get().size());
        }
        if (!policy.accepts(note)) {
            return new Finding.NotWitnessed(policy.cosigners(note));
        }
        try {
            return entries(log, checkpoint, before)
                    .orElseGet(() -> new Finding.Holds(checkpoint, policy.cosigners(note), kept.isPresent()));
        } catch (IOException failure) {
            return new Finding.Unreadable(String.valueOf(failure.getMessage()));
        }
    }

    /** What is wrong with the entries, if anything. */
    private static Optional<Finding> entries(LogSource log, Checkpoint checkpoint, Optional<Checkpoint> before)
            throws IOException, InterruptedException {
        var frontier = new Merkle.Frontier();
        var acts = new LoggedActs();
        Optional<Finding> wrong = Optional.empty();
        if (!agrees(frontier, before)) {
            return before.map(kept -> new Finding.OtherHistory(kept.size()));
        }
        for (var tile : Tile.entriesOf(checkpoint.size())) {
            var bundle = log.read(tile.path());
            int at = 0;
            for (int i = 0; i < tile.width(); i++) {
                int length = at + 2 <= bundle.length ? Short.toUnsignedInt(number(bundle, at)) : bundle.length;
                if (at + 2 + length > bundle.length) {
                    return Optional.of(new Finding.OtherEntries(checkpoint.size()));
                }
                if (wrong.isEmpty()) {
                    wrong = acts.next(frontier.size(), bundle, at + 2, length);
                }
                frontier.add(Merkle.leaf(bundle, at + 2, length));
                at += 2 + length;
                if (!agrees(frontier, before)) {
                    return before.map(kept -> new Finding.OtherHistory(kept.size()));
                }
            }
            if (at != bundle.length) {
                return Optional.of(new Finding.OtherEntries(checkpoint.size()));
            }
        }
        return frontier.root().equals(checkpoint.root())
                ? wrong
                : Optional.of(new Finding.OtherEntries(checkpoint.size()));
    }

    private static boolean agrees(Merkle.Frontier frontier, Optional<Checkpoint> before) {
        return before.isEmpty()
                || frontier.size() != before.get().size()
                || frontier.root().equals(before.get().root());
    }

    private static short number(byte[] bytes, int at) {
        return (short) ((bytes[at] << 8) | (bytes[at + 1] & 0xff));
    }
}

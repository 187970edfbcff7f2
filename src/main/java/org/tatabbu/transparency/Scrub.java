// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hashes everything again from the stored entries, and holds it against the stored tree and every signed checkpoint. */
final class Scrub {
    private static final int PIECE = 4 * Tile.FULL;

    private final LogStore store;
    private final VerifierKey key;

    Scrub(LogStore store, VerifierKey key) {
        this.store = store;
        this.key = key;
    }

    /** The first thing that is not as it was signed. */
    Optional<LogRefused> difference(Instant at) {
        var last = store.lastSigned().map(Checkpoint::of);
        long size = last.map(Checkpoint::size).orElse(0L);
        // Only what was handed in: entries may still be on their way into the log.
        if (store.lost() > 0) {
            return Optional.of(altered("submission", size, at));
        }
        var frontier = new Merkle.Frontier();
        var tree = new StoredTree(store);
        try {
            long checked = 0;
            for (var signed = store.signedAfter(checked, PIECE); !signed.isEmpty(); ) {
                var sizes =
                        signed.stream().map(note -> Checkpoint.of(note).size()).toList();
                var words = store.cosigned(checked, sizes.getLast());
                for (var note : signed) {
                    var wrong = grown(frontier, note).or(() -> unlike(note, words));
                    if (wrong.isPresent()) {
                        return Optional.of(
                                altered(wrong.get(), Checkpoint.of(note).size(), at));
                    }
                    checked = Checkpoint.of(note).size();
                }
                signed = checked >= size ? List.of() : store.signedAfter(checked, PIECE);
            }
            if (!Merkle.root(frontier.size(), tree).equals(frontier.root())) {
                return Optional.of(altered("node", size, at));
            }
        } catch (StoredTree.Gap gap) {
            return Optional.of(altered("node", size, at));
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(altered("checkpoint", size, at));
        }
        return Optional.empty();
    }

    /** Adds the entries up to that checkpoint, in pieces; what does not agree, if anything. */
    private Optional<String> grown(Merkle.Frontier frontier, SignedNote note) {
        var checkpoint = Checkpoint.of(note);
        if (!note.verifies(key) || !checkpoint.origin().equals(key.name())) {
            return Optional.of("checkpoint");
        }
        while (frontier.size() < checkpoint.size()) {
            long first = frontier.size();
            int most = (int) Math.min(PIECE, checkpoint.size() - first);
            var leaves = new ArrayList<Hash>();
            for (var entry : store.entries(first, most)) {
                if (entry.index() != first + leaves.size()) {
                    return Optional.of("entry");
                }
                leaves.add(entry.leaf());
            }
            if (leaves.size() != most || !leaves.equals(store.nodes(0, first, most))) {
                return Optional.of("entry");
            }
            leaves.forEach(frontier::add);
        }
        return frontier.root().equals(checkpoint.root()) ? Optional.empty() : Optional.of("checkpoint");
    }

    /** Whether a witness never said what is kept as its word on that checkpoint. */
    private static Optional<String> unlike(SignedNote note, List<LogStore.Cosigned> words) {
        long size = Checkpoint.of(note).size();
        return words.stream()
                .filter(word -> word.size() == size)
                .filter(word -> Cosignature.on(new SignedNote(note.text(), List.of(word.signature())), word.witness())
                        .isEmpty())
                .findFirst()
                .map(word -> "cosignature");
    }

    private static LogRefused altered(String table, long size, Instant at) {
        return new LogRefused(LogRefused.Reason.ALTERED, "transparency." + table, size, at);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The log. Entries are handed in within the transaction that they tell of, get their index after it, and can be proved once
 * {@link Sealed} says so. Whatever is handed in becomes public.
 */
@Component
public class Log {
    /** In octets: the length stands before an entry in two. */
    public static final int LONGEST_ENTRY = 65_535;

    private final LogStore store;
    private final SealingRounds rounds;
    private final Sealing sealing;
    private final Policy policy;
    private final VerifierKey key;

    Log(LogStore store, SealingRounds rounds, Sealing sealing, Policy policy, SigningKey key) {
        this.store = store;
        this.rounds = rounds;
        this.sealing = sealing;
        this.policy = policy;
        this.key = key.verifier();
    }

    /**
     * Hands in an entry within the caller's transaction: both come about, or neither.
     *
     * @throws IllegalArgumentException where it is empty or longer than {@link #LONGEST_ENTRY}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public EntryId append(byte[] entry, Instant at) {
        if (entry.length == 0 || entry.length > LONGEST_ENTRY) {
            throw new IllegalArgumentException(
                    "An entry has 1 to %d bytes, not %d".formatted(LONGEST_ENTRY, entry.length));
        }
        var id = EntryId.random();
        store.add(id, entry, at);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rounds.call();
            }
        });
        return id;
    }

    /** Where the entry is in the log; nowhere yet, before it was integrated. */
    public OptionalLong index(EntryId entry) {
        return store.index(entry);
    }

    public Optional<Entry> entry(long index) {
        return store.entries(index, 1).stream().findFirst();
    }

    /** The last published checkpoint, with its signatures. */
    public Optional<SignedNote> published() {
        return store.published();
    }

    /** The last checkpoint that anybody can have seen; of the empty tree before the first one. */
    public Checkpoint last() {
        return published().map(Checkpoint::of).orElseGet(() -> new Checkpoint(key.name(), 0, Merkle.EMPTY));
    }

    /** Whether this is a state that the log was in, written as {@link Checkpoint#seen}. */
    public boolean had(String seen) {
        int slash = seen.indexOf('/');
        try {
            long size = Long.parseLong(seen.substring(0, Math.max(slash, 0)));
            var root = Hash.fromBase64(seen.substring(slash + 1));
            return size >= 0
                    && size <= last().size()
                    && Merkle.root(size, new StoredTree(store)).equals(root);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The proof of an entry under the last published checkpoint; none while it is not sealed. */
    public Optional<LogProof> proof(EntryId entry) {
        return published().flatMap(under -> proof(entry, under));
    }

    /** The proof of an entry under a published checkpoint, so that several may share one; none where it comes later. */
    public Optional<LogProof> proof(EntryId entry, SignedNote under) {
        var index = index(entry);
        long size = Checkpoint.of(under).size();
        if (index.isEmpty() || index.getAsLong() >= size) {
            return Optional.empty();
        }
        var hashes = Merkle.inclusion(index.getAsLong(), size, new StoredTree(store));
        return Optional.of(new LogProof(index.getAsLong(), hashes, under));
    }

    /** Who has seen a checkpoint, of the witnesses that the policy names, and when by their clocks. */
    public List<Cosignature.By> cosigners(SignedNote checkpoint) {
        return policy.cosigners(checkpoint);
    }

    /** Whose word is asked for. */
    public Policy policy() {
        return policy;
    }

    /** A policy that was in force, by its digest. */
    public Optional<Policy> policy(Hash digest) {
        return digest.equals(policy.digest()) ? Optional.of(policy) : store.policy(digest);
    }

    public VerifierKey key() {
        return key;
    }

    /** Why nothing is sealed any more, if so. */
    public Optional<LogRefused> stopped() {
        return sealing.stopped();
    }

    /** What each witness of the policy said last, as far as this process knows. */
    public List<Heard> heard() {
        return policy.witnesses().stream()
                .map(Policy.Witness::key)
                .map(witness -> sealing.heard(witness)
                        .or(() -> store.lastWord(witness))
                        .orElseGet(() -> new Heard(witness, Said.NOTHING, 0, Instant.EPOCH)))
                .toList();
    }

    /** When the last published checkpoint was published. */
    public Optional<Instant> publishedAt() {
        return store.publishedAt();
    }

    /** How many entries were handed in and are not sealed. */
    public long unsealed() {
        return Math.max(0, store.handedIn() - last().size());
    }

    /** What was refused, the latest first. */
    public List<LogRefused> refusals(int most) {
        return store.refusals(most);
    }

    /** What a witness says of a checkpoint. */
    public enum Said {
        COSIGNED,
        REMEMBERS_MORE,
        OTHER_HISTORY,
        NOT_KNOWN,
        SILENT,
        NOTHING;

        /** Whether only a witness that has a log like this says so; the others could be a proxy's words. */
        boolean remembers() {
            return this == COSIGNED || this == REMEMBERS_MORE || this == OTHER_HISTORY;
        }
    }

    /** A witness's answer, to a tree of which size, and when by our clock. */
    public record Heard(VerifierKey witness, Said said, long size, Instant at) {}

    /** An entry at its index. */
    public static final class Entry {
        private final long index;
        private final EntryId id;
        private final byte[] bytes;
        private final Instant at;

        Entry(long index, EntryId id, byte[] bytes, Instant at) {
            this.index = index;
            this.id = id;
            this.bytes = bytes;
            this.at = at;
        }

        public long index() {
            return index;
        }

        public EntryId id() {
            return id;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        /** When it was handed in, by our clock. */
        public Instant at() {
            return at;
        }

        Hash leaf() {
            return Merkle.leaf(bytes);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Cosignature;
import org.tatabbu.transparency.Merkle;
import org.tatabbu.transparency.SigningKey;
import org.tatabbu.transparency.VerifierKey;

/** Remembers the longest history of each log it knows, and puts its word to a checkpoint only where that goes on. */
final class Witness implements AutoCloseable {
    private final SigningKey key;
    private final List<VerifierKey> logs;
    private final Memory memory;
    private final ReentrantLock one = new ReentrantLock();

    Witness(SigningKey key, List<VerifierKey> logs, Memory memory) {
        if (!key.verifier().cosigns() || logs.stream().anyMatch(VerifierKey::cosigns)) {
            throw new IllegalArgumentException("A witness has a witness's key, and knows keys of logs");
        }
        this.key = key;
        this.logs = List.copyOf(logs);
        this.memory = memory;
    }

    /** The answers of c2sp.org/tlog-witness; one with a size says what the last cosigned checkpoint has. */
    sealed interface Answer {
        /** 200 */
        record Cosigned(String line) implements Answer {}

        /** 400 */
        record Malformed() implements Answer {}

        /** 404 */
        record UnknownLog() implements Answer {}

        /** 403 */
        record NotSigned() implements Answer {}

        /** 409 */
        record Conflict(long remembered) implements Answer {}

        /** 422 */
        record Inconsistent() implements Answer {}
    }

    Answer add(byte[] body, Instant at) throws IOException {
        Submission submission;
        try {
            submission = Submission.parse(body);
        } catch (IllegalArgumentException malformed) {
            return new Answer.Malformed();
        }
        var checkpoint = submission.checkpoint();
        var known = logs.stream()
                .filter(log -> log.name().equals(checkpoint.origin()))
                .toList();
        if (known.isEmpty()) {
            return new Answer.UnknownLog();
        }
        if (known.stream().noneMatch(submission.note()::verifies)) {
            return new Answer.NotSigned();
        }
        if (submission.old() > checkpoint.size()) {
            return new Answer.Malformed();
        }
        // Comparing with what we remember and remembering the new one must be one: else a smaller tree could follow a
        // larger.
        one.lock();
        try {
            return remembered(submission, at);
        } finally {
            one.unlock();
        }
    }

    private Answer remembered(Submission submission, Instant at) throws IOException {
        var checkpoint = submission.checkpoint();
        var last = memory.last(checkpoint.origin())
                .map(Checkpoint::of)
                .orElseGet(() -> new Checkpoint(checkpoint.origin(), 0, Merkle.EMPTY));
        if (submission.old() != last.size()
                || (last.size() == checkpoint.size() && !last.root().equals(checkpoint.root()))) {
            return new Answer.Conflict(last.size());
        }
        if (!Merkle.extend(last.size(), last.root(), checkpoint.size(), checkpoint.root(), submission.proof())) {
            return new Answer.Inconsistent();
        }
        var cosignature = Cosignature.sign(checkpoint, key, at);
        memory.keep(submission.note());
        return new Answer.Cosigned(cosignature.line());
    }

    @Override
    public void close() throws IOException {
        memory.close();
    }
}

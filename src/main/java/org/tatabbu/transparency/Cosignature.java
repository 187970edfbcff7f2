// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A witness's word, at a time, that it knows no longer history of a log than this checkpoint and none beside it:
 * c2sp.org/tlog-cosignature, version 1.
 */
public final class Cosignature {
    private static final int LENGTH = Long.BYTES + 64;

    private final long time;
    private final byte[] signature;

    private Cosignature(long time, byte[] signature) {
        this.time = time;
        this.signature = signature;
    }

    /** When a witness said so, by its own clock. */
    public record By(VerifierKey witness, Instant at) {}

    /** Throws IllegalArgumentException where the key is not one that cosigns. */
    public static SignedNote.Signed sign(Checkpoint checkpoint, SigningKey witness, Instant at) {
        if (!witness.verifier().cosigns() || at.getEpochSecond() < 0) {
            throw new IllegalArgumentException("A cosignature takes a witness's key and a time since 1970");
        }
        long time = at.getEpochSecond();
        var signature = witness.sign(message(checkpoint.text(), time));
        return new SignedNote.Signed(
                witness.verifier().name(),
                witness.verifier().id(),
                ByteBuffer.allocate(LENGTH).putLong(time).put(signature).array());
    }

    /** What a signature of a witness holds; nothing where it has not the form of one. */
    static Optional<Cosignature> of(SignedNote.Signed signed) {
        var bytes = ByteBuffer.wrap(signed.bytes());
        if (bytes.remaining() != LENGTH || bytes.getLong(0) < 0) {
            return Optional.empty();
        }
        long time = bytes.getLong();
        var signature = new byte[bytes.remaining()];
        bytes.get(signature);
        return Optional.of(new Cosignature(time, signature));
    }

    /** When that witness cosigned the note; nothing where it did not, or where a signature said to be its own is not. */
    public static Optional<By> on(SignedNote note, VerifierKey witness) {
        if (!witness.cosigns() || !note.verifies(witness)) {
            return Optional.empty();
        }
        return note.signatures().stream()
                .filter(signed -> signed.isOf(witness))
                .flatMap(signed -> of(signed).stream())
                .map(cosignature -> new By(witness, Instant.ofEpochSecond(Math.min(cosignature.time, LATEST))))
                .findFirst();
    }

    /** The last second that an instant can be. */
    private static final long LATEST = Instant.MAX.getEpochSecond();

    boolean verifies(String text, VerifierKey key) {
        return key.verifies(message(text, time), signature);
    }

    private static byte[] message(String text, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}

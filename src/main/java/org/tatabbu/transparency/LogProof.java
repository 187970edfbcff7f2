// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * That an entry is in the log at an index, to be verified without the log: c2sp.org/tlog-proof.
 *
 * @param extra the base64 that the proof carries beside, which nothing vouches for; mostly empty
 * @param hashes from the leaf to the root
 * @param checkpoint with its cosignatures
 */
public record LogProof(String extra, long index, List<Hash> hashes, SignedNote checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public LogProof {
        hashes = List.copyOf(hashes);
        if (index < 0 || hashes.size() > 63) {
            throw new IllegalArgumentException("No tree has this proof");
        }
    }

    public LogProof(long index, List<Hash> hashes, SignedNote checkpoint) {
        this("", index, hashes, checkpoint);
    }

    /** Throws IllegalArgumentException where the bytes are not a proof. */
    public static LogProof parse(byte[] bytes) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("Not UTF-8", notUtf8);
        }
    }

    /** Throws IllegalArgumentException where the text is not a proof. */
    public static LogProof parse(String text) {
        int gap = text.indexOf("\n\n");
        if (!text.startsWith(HEADER) || gap < 0) {
            throw new IllegalArgumentException("Not a proof of c2sp.org/tlog-proof@v1");
        }
        var lines = new ArrayList<>(List.of(text.substring(0, gap).split("\n", -1)));
        lines.removeFirst();
        var extra = "";
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            extra = lines.removeFirst().substring(EXTRA.length());
            if (Base64.getDecoder().decode(extra).length == 0) {
                throw new IllegalArgumentException("An empty extra line");
            }
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw new IllegalArgumentException("No index");
        }
        long index = Checkpoint.number(lines.removeFirst().substring(INDEX.length()));
        var hashes = lines.stream().map(Hash::fromBase64).toList();
        return new LogProof(extra, index, hashes, SignedNote.parse(text.substring(gap + 2)));
    }

    /** What became of a proof that was held against an entry and a policy. */
    public enum Verdict {
        HOLDS,
        /** No log of the policy signed the checkpoint, or a signature of one is false. */
        NOT_OF_THE_LOG,
        /** Fewer witnesses have seen the checkpoint than the policy asks for. */
        NOT_WITNESSED,
        /** The entry is another, or not at that index, or not in the tree. */
        NOT_INCLUDED
    }

    public Verdict verify(byte[] entry, Policy policy) {
        Checkpoint tree;
        try {
            tree = Checkpoint.of(checkpoint);
        } catch (IllegalArgumentException notACheckpoint) {
            return Verdict.NOT_OF_THE_LOG;
        }
        if (!policy.signed(checkpoint)) {
            return Verdict.NOT_OF_THE_LOG;
        }
        if (!policy.accepts(checkpoint)) {
            return Verdict.NOT_WITNESSED;
        }
        return Merkle.includes(tree.root(), tree.size(), index, Merkle.leaf(entry), hashes)
                ? Verdict.HOLDS
                : Verdict.NOT_INCLUDED;
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(HEADER);
        if (!extra.isEmpty()) {
            text.append(EXTRA).append(extra).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}

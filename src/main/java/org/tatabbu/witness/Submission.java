// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Hash;
import org.tatabbu.transparency.SignedNote;

/** What a log sends to {@code add-checkpoint}: the size we should remember, a proof from there, and its checkpoint. */
record Submission(long old, List<Hash> proof, SignedNote note, Checkpoint checkpoint) {
    private static final int LONGEST_PROOF = 63;
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,18})");

    /** Throws IllegalArgumentException where the body is not as c2sp.org/tlog-witness has it. */
    static Submission parse(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException(notUtf8);
        }
        int gap = text.indexOf("\n\n");
        if (gap < 0) {
            throw new IllegalArgumentException("No empty line before the checkpoint");
        }
        var lines = text.substring(0, gap).split("\n", -1);
        var old = OLD.matcher(lines[0]);
        if (!old.matches() || lines.length - 1 > LONGEST_PROOF) {
            throw new IllegalArgumentException("Not an old size and at most 63 hashes");
        }
        var proof = new ArrayList<Hash>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(Hash.fromBase64(lines[i]));
        }
        var note = SignedNote.parse(text.substring(gap + 2));
        return new Submission(Long.parseLong(old.group(1)), List.copyOf(proof), note, Checkpoint.of(note));
    }
}

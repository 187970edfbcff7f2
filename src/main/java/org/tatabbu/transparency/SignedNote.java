// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text and who signed it, as c2sp.org/signed-note writes both. Until a known key has verified, the text is nobody's.
 *
 * @param text ends with a line feed
 */
public record SignedNote(String text, List<Signed> signatures) {
    /** A bound on what a stranger may have us verify; the specification asks for 16. */
    static final int MOST_SIGNATURES = 64;

    private static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || !isPlain(text)) {
            throw new IllegalArgumentException("A note's text is lines without control characters");
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("More than %d signatures".formatted(MOST_SIGNATURES));
        }
    }

    /** One signature: the name and id of its key, and what its key made. */
    public static final class Signed {
        private final String name;
        private final int key;
        private final byte[] bytes;

        Signed(String name, int key, byte[] bytes) {
            if (!VerifierKey.isName(name) || bytes.length == 0) {
                throw new IllegalArgumentException("Not a signature: of " + name);
            }
            this.name = name;
            this.key = key;
            this.bytes = bytes.clone();
        }

        /** Throws IllegalArgumentException where the line is not one of a signature; it has no line feed. */
        static Signed parse(String line) {
            var parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            var bytes = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
            if (bytes.length < 5) {
                throw new IllegalArgumentException("Not a line of a signature: " + line);
            }
            var parsed =
                    new Signed(parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, 4, bytes.length));
            if (!parsed.line().equals(line)) {
                throw new IllegalArgumentException("Not written as base64 writes it: " + line);
            }
            return parsed;
        }

        public String name() {
            return name;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        public boolean isOf(VerifierKey verifier) {
            return name.equals(verifier.name()) && key == verifier.id();
        }

        /** Without the line feed. */
        public String line() {
            var all = ByteBuffer.allocate(4 + bytes.length).putInt(key).put(bytes);
            return DASH + name + " " + Base64.getEncoder().encodeToString(all.array());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Signed that && line().equals(that.line());
        }

        @Override
        public int hashCode() {
            return line().hashCode();
        }

        @Override
        public String toString() {
            return line();
        }
    }

    static SignedNote signed(String text, SigningKey key) {
        var verifier = key.verifier();
        var signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(text, List.of(new Signed(verifier.name(), verifier.id(), signature)));
    }

    /** Throws IllegalArgumentException where the bytes are not a signed note. */
    public static SignedNote parse(byte[] bytes) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("Not UTF-8", notUtf8);
        }
    }

    /** Throws IllegalArgumentException where the text is not a signed note. */
    public static SignedNote parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n") || gap + 2 == note.length()) {
            throw new IllegalArgumentException("Not a text, an empty line and signatures");
        }
        return new SignedNote(note.substring(0, gap + 1), lines(note.substring(gap + 2)));
    }

    /** The signatures of these lines, each ended by a line feed. */
    static List<Signed> lines(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The last line has no end");
        }
        var signatures = new ArrayList<Signed>();
        for (var line : text.substring(0, text.length() - 1).split("\n", MOST_SIGNATURES + 2)) {
            signatures.add(Signed.parse(line));
        }
        return signatures;
    }

    public SignedNote with(List<Signed> more) {
        var all = new ArrayList<>(signatures);
        more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
        return new SignedNote(text, all);
    }

    /**
     * Whether that key signed. Signatures of keys that share only its name or only its id are nobody's and change nothing;
     * one that is said to be its own and is not spoils the note.
     */
    public boolean verifies(VerifierKey key) {
        var own = signatures.stream().filter(signature -> signature.isOf(key)).toList();
        return !own.isEmpty() && own.stream().allMatch(signature -> verifies(key, signature));
    }

    private boolean verifies(VerifierKey key, Signed signature) {
        return key.cosigns()
                ? Cosignature.of(signature)
                        .filter(cosignature -> cosignature.verifies(text, key))
                        .isPresent()
                : key.verifies(text.getBytes(StandardCharsets.UTF_8), signature.bytes());
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The note as it is kept and sent. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' || c == '\n')
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A named public key of c2sp.org/signed-note: {@code <name>+<id in hex>+<base64 of type and key>}. Type 1 signs notes as
 * they are, type 4 cosigns checkpoints with a time; both are Ed25519.
 */
public final class VerifierKey {
    static final byte ED25519 = 1;
    static final byte COSIGNATURE = 4;

    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte type;
    private final byte[] key;

    VerifierKey(String name, byte type, byte[] key) {
        if (!isName(name)) {
            throw new IllegalArgumentException("Not a key name: " + name);
        }
        if (type != ED25519 && type != COSIGNATURE) {
            throw new IllegalArgumentException("Unknown type of key: " + type);
        }
        if (key.length != 32) {
            throw new IllegalArgumentException(key.length + " bytes are not an Ed25519 key");
        }
        this.name = name;
        this.type = type;
        this.key = key.clone();
    }

    /** Throws IllegalArgumentException where the text is not such a key, or its id not its own. */
    public static VerifierKey parse(String text) {
        var parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not name+id+key: " + text);
        }
        var encoded = Base64.getDecoder().decode(parts[2]);
        if (encoded.length != 33) {
            throw new IllegalArgumentException("Not an Ed25519 key: " + text);
        }
        var parsed = new VerifierKey(parts[0], encoded[0], Arrays.copyOfRange(encoded, 1, encoded.length));
        if (!parsed.toString().equals(text)) {
            throw new IllegalArgumentException("The key's id or form is not its own: " + text);
        }
        return parsed;
    }

    /** Not empty, without spaces, control characters or {@code +}. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> Character.isSpaceChar(c)
                                || Character.isWhitespace(c)
                                || Character.isISOControl(c)
                                || c == '+');
    }

    public String name() {
        return name;
    }

    public boolean cosigns() {
        return type == COSIGNATURE;
    }

    /** The 32 bytes of the key, whatever its name. */
    public byte[] key() {
        return key.clone();
    }

    /** The first four bytes of the SHA-256 over name, line feed, type and key. */
    public int id() {
        var hash = Hash.over((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {type}, key)
                .bytes();
        return java.nio.ByteBuffer.wrap(hash).getInt();
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(SPKI, SPKI.length + key.length);
        System.arraycopy(key, 0, encoded, SPKI.length, key.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return id();
    }

    @Override
    public String toString() {
        var encoded = new byte[key.length + 1];
        encoded[0] = type;
        System.arraycopy(key, 0, encoded, 1, key.length);
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(encoded);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256: 32 bytes. */
public final class Hash {
    public static final int LENGTH = 32;

    /** To look the algorithm up takes as long as to hash a small entry. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hash::sha256);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Throws IllegalArgumentException where there are not 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(bytes.length + " bytes are not a SHA-256");
        }
        return new Hash(bytes.clone());
    }

    /** The hash of these parts, one after the other. */
    static Hash over(byte[]... parts) {
        var digest = DIGEST.get();
        for (var part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    static Hash over(byte first, byte[] bytes, int from, int length) {
        var digest = DIGEST.get();
        digest.update(first);
        digest.update(bytes, from, length);
        return new Hash(digest.digest());
    }

    static Hash over(byte first, Hash left, Hash right) {
        var digest = DIGEST.get();
        digest.update(first);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    /** The hash of a name, in hexadecimal, where the name itself may hold too much. */
    public static String named(String name) {
        return HexFormat.of().formatHex(over(name.getBytes(StandardCharsets.UTF_8)).bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java has it: java.security.MessageDigest requires it.
            throw new IllegalStateException(impossible);
        }
    }

    /** Throws IllegalArgumentException where the text is not the one base64 of 32 bytes. */
    public static Hash fromBase64(String text) {
        var hash = of(Base64.getDecoder().decode(text));
        if (!hash.base64().equals(text)) {
            throw new IllegalArgumentException("Not written as base64 writes it: " + text);
        }
        return hash;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}

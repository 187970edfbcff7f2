// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a text: the SHA-256 of its canonical bytes.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record Digest(String hex) {
    public Digest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A SHA-256 in lower-case hexadecimal");
        }
    }

    public static Digest of(byte[] bytes) {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its first and last digits, for a glance. */
    public String brief() {
        return hex.substring(0, 8) + "…" + hex.substring(56);
    }

    /** All of it in groups of four, to be compared by eye. */
    public String grouped() {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.tatabbu.statement.Digest;

/** Bytes as pages carry them. */
final class Encoded {
    private Encoded() {}

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes, or nothing where the text is not base64. */
    static Optional<byte[]> unbase64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static byte[] sha256(String text) {
        return HexFormat.of()
                .parseHex(Digest.of(text.getBytes(StandardCharsets.US_ASCII)).hex());
    }
}

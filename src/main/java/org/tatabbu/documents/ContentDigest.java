// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a content (FIPS 180-4), in 64 small hexadecimal digits. */
public record ContentDigest(String hex) {
    public ContentDigest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a SHA-256 digest");
        }
    }

    public static ContentDigest of(InputStream content) throws IOException {
        try (var read = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            read.transferTo(OutputStream.nullOutputStream());
            return new ContentDigest(
                    HexFormat.of().formatHex(read.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    public String brief() {
        return hex.substring(0, 12);
    }
}

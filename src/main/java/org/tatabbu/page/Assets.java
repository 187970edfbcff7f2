// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of style sheets and scripts, each with a digest of its bytes, so that a reader may keep it for ever. */
final class Assets {
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    static String address(String name) {
        return ADDRESSES.computeIfAbsent(name, asset -> "/assets/" + asset + "?v=" + digest(asset));
    }

    private static String digest(String asset) {
        try (var in = Assets.class.getClassLoader().getResourceAsStream("static/assets/" + asset)) {
            if (in == null) {
                throw new IllegalArgumentException("No asset " + asset);
            }
            return digest(in.readAllBytes()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 in hexadecimal digits. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

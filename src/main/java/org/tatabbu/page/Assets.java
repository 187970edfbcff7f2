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
            var digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

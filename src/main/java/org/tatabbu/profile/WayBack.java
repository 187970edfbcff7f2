// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/** The secret of a one-time link: 256 bits nobody can guess, in letters that an address may hold (RFC 4648 §5). */
record WayBack(String secret) {
    static final Duration LASTS = Duration.ofHours(1);

    private static final SecureRandom CHANCE = new SecureRandom();

    static WayBack fresh() {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return new WayBack(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "WayBack";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a link carries: 256 bits from the system's generator, of which only the digest is kept. */
record OneTimeToken(String text) {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static OneTimeToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<OneTimeToken> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new OneTimeToken(text)) : Optional.empty();
    }

    /** SHA-256 in hexadecimal; a token of 256 random bits needs no salt. */
    String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the token: it would end in a log. */
    @Override
    public String toString() {
        return "OneTimeToken";
    }
}

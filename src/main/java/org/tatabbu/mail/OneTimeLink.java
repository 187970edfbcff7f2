// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** What a letter holds for its reader to follow once, before it expires. */
public record OneTimeLink(Token token, Instant expires) {
    private static final int BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    /** A new link, which nobody but its maker knows. */
    public static OneTimeLink lasting(Duration life, Instant from) {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        // A table keeps microseconds: a link is over at the same moment here and there.
        return new OneTimeLink(
                new Token(text), from.truncatedTo(ChronoUnit.MICROS).plus(life));
    }

    /** Whether a link that expires then is over at a moment: from that moment on it is. */
    public static boolean over(Instant expires, Instant at) {
        return !at.isBefore(expires);
    }

    /**
     * What opens it: of a new link 256 bits that nobody can guess, in letters that an address may hold (RFC 4648 §5); of one
     * that arrives whatever somebody wrote there, which leads nowhere where it was never given out.
     */
    public record Token(String text) {
        /**
         * The one thing to keep and to look up by. Who reads it cannot follow the link; and what the time of a search tells
         * is about a digest, which nobody can steer, and not about the token. So many random bits need no salt.
         */
        public byte[] digest() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** Never the token: texts end in logs. */
        @Override
        public String toString() {
            return "Token";
        }
    }
}

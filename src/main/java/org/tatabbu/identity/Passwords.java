// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Turns passwords into what may be kept, and compares. */
@Component
class Passwords {
    /** Longer ones are nobody's, and would only be work for us. */
    private static final int LONGEST = 4096;

    /** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane; salt 16 bytes, hash 32. */
    private static final int KIBIBYTES = 19 * 1024;

    private static final int PASSES = 2;

    private final PasswordEncoder encoder;

    /** Bounds the memory that a flood of sign-ins can take: 19 MiB a processor. */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final String nobodys;

    Passwords() {
        this(KIBIBYTES, PASSES);
    }

    /** Nothing that an operator sets leads here: a weaker hash is for those who make hundreds of accounts in a test. */
    Passwords(int kibibytes, int passes) {
        encoder = new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, kibibytes, passes)));
        nobodys = encode("the password of nobody");
    }

    /** The encoder’s name in braces, then salt and hash: what the store keeps. */
    final String encode(String password) {
        turns.acquireUninterruptibly();
        try {
            return encoded(password);
        } finally {
            turns.release();
        }
    }

    /** Takes the same time whether there is something to compare with or not: a stranger must not learn who has an account. */
    boolean match(String password, @Nullable String kept) {
        var fits = password.length() <= LONGEST
                && StandardCharsets.UTF_8.newEncoder().canEncode(password);
        turns.acquireUninterruptibly();
        try {
            var same = encoder.matches(fits ? composed(password) : "", kept == null ? nobodys : kept);
            return same && fits && kept != null;
        } finally {
            turns.release();
        }
    }

    /** Whether what is kept was made with weaker parameters than today's. */
    boolean outdated(String kept) {
        return encoder.upgradeEncoding(kept);
    }

    private String encoded(String password) {
        var encoded = encoder.encode(composed(password));
        if (encoded == null) {
            throw new IllegalStateException("The encoder made nothing");
        }
        return encoded;
    }

    /** NIST SP 800-63B §3.1.1.2: the same letters typed on two keyboards may differ in bytes. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}

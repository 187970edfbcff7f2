// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.tatabbu.statement.Verdict.Backup;
import org.tatabbu.statement.Verdict.Fails;
import org.tatabbu.statement.Verdict.Reason;

/** The checks of WebAuthn Level 3, section 7.2, that do not need the host's memory. Signature counters prove nothing. */
final class AssertionCheck {
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int ATTESTED = 0x40;
    private static final int EXTENDED = 0x80;
    private static final int SHORTEST = 37;

    private AssertionCheck() {}

    static Verdict of(Passkey key, Envelope.Assertion assertion, byte[] message, Octets signature) {
        Map<String, Object> client;
        try {
            client = CanonicalJson.object(assertion.clientData().bytes());
        } catch (Unreadable e) {
            return new Fails(Reason.CLIENT_DATA);
        }
        if (!"webauthn.get".equals(client.get("type"))) {
            return new Fails(Reason.CEREMONY);
        }
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(message));
        if (!challenge.equals(client.get("challenge"))) {
            return new Fails(Reason.CHALLENGE);
        }
        if (!(client.get("origin") instanceof String origin) || !key.origins().contains(origin)) {
            return new Fails(Reason.ORIGIN);
        }
        if (client.containsKey("topOrigin")
                || (client.containsKey("crossOrigin") && !Boolean.FALSE.equals(client.get("crossOrigin")))) {
            return new Fails(Reason.CROSS_ORIGIN);
        }
        return ofAuthenticator(key, assertion, signature);
    }

    private static Verdict ofAuthenticator(Passkey key, Envelope.Assertion assertion, Octets signature) {
        var data = assertion.authenticatorData().bytes();
        if (data.length < SHORTEST) {
            return new Fails(Reason.AUTHENTICATOR_DATA);
        }
        int flags = data[32];
        boolean extended = (flags & EXTENDED) != 0;
        // An assertion attests no new credential; what follows the counter are extensions, and announced.
        if ((flags & ATTESTED) != 0 || extended != data.length > SHORTEST) {
            return new Fails(Reason.AUTHENTICATOR_DATA);
        }
        if (!Arrays.equals(Arrays.copyOf(data, 32), sha256(key.rpId().getBytes(US_ASCII)))) {
            return new Fails(Reason.RELYING_PARTY);
        }
        if ((flags & USER_PRESENT) == 0) {
            return new Fails(Reason.USER_NOT_PRESENT);
        }
        if ((flags & USER_VERIFIED) == 0) {
            return new Fails(Reason.USER_NOT_VERIFIED);
        }
        var backup = new Backup((flags & BACKUP_ELIGIBLE) != 0, (flags & BACKED_UP) != 0);
        if (backup.made() && !backup.eligible()) {
            return new Fails(Reason.BACKUP);
        }
        var signed = Arrays.copyOf(data, data.length + 32);
        System.arraycopy(sha256(assertion.clientData().bytes()), 0, signed, data.length, 32);
        return key.alg().material.verifies(key.spki(), signed, signature.bytes())
                ? new Verdict.Holds(backup)
                : new Fails(Reason.SIGNATURE);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tatabbu.statement.Octets;
import org.tatabbu.statement.Passkey;
import org.tatabbu.statement.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passkey as its authenticator announced it (WebAuthn level 3 §6.1, §7.1). Attestation is not asked for: what vouches
 * for the key is the mandate that its party signs.
 *
 * @param cose its public key (RFC 9052), ES256 or EdDSA
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through: nobody compares two of these.
record NewKey(byte[] credential, byte[] cose) {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final int EXTENDED = 0x80;

    /** The key, or nothing where this is not an answer to the challenge, at this host, by a key that knows its holder. */
    static Optional<NewKey> read(
            byte[] authenticatorData, byte[] clientDataJson, byte[] challenge, String host, String origin) {
        return answers(clientDataJson, challenge, origin) ? read(authenticatorData, host, origin) : Optional.empty();
    }

    private static boolean answers(byte[] clientDataJson, byte[] challenge, String origin) {
        try {
            var client = JsonMapper.shared().readTree(clientDataJson);
            return client.path("type").asString("").equals("webauthn.create")
                    && client.path("challenge")
                            .asString("")
                            .equals(Base64.getUrlEncoder().withoutPadding().encodeToString(challenge))
                    && client.path("origin").asString("").equals(origin)
                    && !client.path("crossOrigin").asBoolean(false);
        } catch (JacksonException e) {
            return false;
        }
    }

    private static Optional<NewKey> read(byte[] authenticatorData, String host, String origin) {
        var data = ByteBuffer.wrap(authenticatorData);
        if (data.remaining() < 32 + 1 + 4 + 16 + 2) {
            return Optional.empty();
        }
        var party = new byte[32];
        data.get(party);
        int flags = data.get();
        data.position(data.position() + 4 + 16);
        int length = data.getShort() & 0xffff;
        var wanted = PRESENT | VERIFIED | ATTESTED;
        var here = Encoded.sha256(host);
        if ((flags & (wanted | EXTENDED)) != wanted || !Arrays.equals(party, here) || length > data.remaining()) {
            return Optional.empty();
        }
        var credential = new byte[length];
        data.get(credential);
        var cose = new byte[data.remaining()];
        data.get(cose);
        return readable(cose, credential, host, origin) ? Optional.of(new NewKey(credential, cose)) : Optional.empty();
    }

    private static boolean readable(byte[] cose, byte[] credential, String host, String origin) {
        try {
            Passkey.of(Octets.of(cose), Octets.of(credential), host, List.of(origin));
            return true;
        } catch (Unreadable e) {
            return false;
        }
    }
}

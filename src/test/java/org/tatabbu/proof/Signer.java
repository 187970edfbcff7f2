// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.tatabbu.proof.Scribe.base64;
import static org.tatabbu.proof.Scribe.join;
import static org.tatabbu.proof.Scribe.sha256;

import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whoever signs a statement: with a key in a file, or with an authenticator as WebAuthn describes it. */
final class Signer {
    static final String RP = "sign.committee.example";
    static final String ORIGIN = "https://" + RP;

    final KeyPair pair;
    final boolean passkey;

    /** What the browser says; the challenge is filled in unless it is there. */
    final Map<String, Object> client = new LinkedHashMap<>();

    /** Whose relying party the authenticator hashes. */
    String rp = RP;

    /** User present, user verified, backed up. */
    int flags = 0x1d;

    private Signer(KeyPair pair, boolean passkey) {
        this.pair = pair;
        this.passkey = passkey;
        client.putAll(Map.of("type", "webauthn.get", "origin", ORIGIN, "crossOrigin", false));
    }

    static Signer file() {
        return file(Scribe.ed25519());
    }

    static Signer file(KeyPair pair) {
        return new Signer(pair, false);
    }

    static Signer passkey() {
        return new Signer(Scribe.p256(), true);
    }

    static Signer edwardsPasskey() {
        return new Signer(Scribe.ed25519(), true);
    }

    private boolean edwards() {
        return pair.getPublic().getAlgorithm().equals("EdDSA");
    }

    /** The key as a mandate has it. */
    Map<String, Object> key() {
        var spki = Scribe.spki(pair);
        if (!passkey) {
            return Map.of("alg", "Ed25519", "spki", base64(spki));
        }
        return Map.of(
                "alg", edwards() ? "EdDSA" : "ES256",
                "spki", base64(spki),
                "cose", base64(cose(spki)),
                "credential", base64("credential".getBytes(UTF_8)),
                "rpId", RP,
                "origins", List.of(ORIGIN));
    }

    private byte[] cose(byte[] spki) {
        var hex = HexFormat.of();
        if (edwards()) {
            return join(hex.parseHex("a4010103272006215820"), Arrays.copyOfRange(spki, 12, 44));
        }
        return join(
                hex.parseHex("a5010203262001215820"),
                Arrays.copyOfRange(spki, 27, 59),
                hex.parseHex("225820"),
                Arrays.copyOfRange(spki, 59, 91));
    }

    byte[] envelope(Map<String, Object> statement) {
        return Scribe.bytes(signed(statement));
    }

    Map<String, Object> signed(Map<String, Object> statement) {
        var payload = Scribe.bytes(statement);
        var type = String.valueOf(statement.get("type"));
        var signature = new HashMap<String, Object>(Map.of("keyid", Scribe.fingerprint(pair)));
        var message = Scribe.message(type, payload);
        if (passkey) {
            var said = new LinkedHashMap<>(client);
            said.putIfAbsent(
                    "challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(message)));
            // Browsers write the members in an order of their own: it is parsed, never compared.
            var json = new StringBuilder();
            said.forEach((name, value) -> json.append(json.isEmpty() ? "{" : ",")
                    .append(Scribe.json(name))
                    .append(':')
                    .append(Scribe.json(value)));
            var clientData = json.append('}').toString().getBytes(UTF_8);
            var authenticatorData = join(sha256(rp.getBytes(UTF_8)), new byte[] {(byte) flags, 0, 0, 0, 7});
            signature.put(
                    "webauthn",
                    Map.of("authenticatorData", base64(authenticatorData), "clientDataJSON", base64(clientData)));
            message = join(authenticatorData, sha256(clientData));
        }
        signature.put("sig", base64(Scribe.sign(pair, message)));
        return Map.of("payload", base64(payload), "payloadType", type, "signatures", List.of(signature));
    }
}

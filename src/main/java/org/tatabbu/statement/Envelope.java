// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement's bytes and the one signature over them, as DSSE keeps them.
 *
 * @param payload the bytes of the statement, never made anew
 * @param type the media type that was signed
 * @param key names the key that signed
 * @param assertion what a passkey signed besides; nothing for a file key
 */
public record Envelope(
        Octets payload,
        String type,
        Digest key,
        Octets signature,
        @Nullable Assertion assertion) {
    /** The most bytes of an envelope: an entry of the log holds no more. */
    public static final int LONGEST = 65_535;

    /**
     * What an authenticator signed.
     *
     * @param clientData the bytes of the browser's JSON
     */
    public record Assertion(Octets authenticatorData, Octets clientData) {}

    /**
     * Reads an envelope that is exactly what we would write.
     *
     * @throws Unreadable naming the first place that is not
     */
    public static Envelope read(byte[] canonical) {
        if (canonical.length > LONGEST) {
            throw new Unreadable("Longer than an entry");
        }
        var members = Members.of(CanonicalJson.read(canonical));
        try {
            var payload = members.octets("payload");
            var type = members.text("payloadType");
            var one = members.only("signatures");
            members.end();
            var key = one.digest("keyid");
            var signature = one.octets("sig");
            var assertion = one.has("webauthn") ? assertion(one.object("webauthn")) : null;
            one.end();
            return new Envelope(payload, type, key, signature, assertion);
        } catch (Unreadable e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Assertion assertion(Members members) {
        var assertion = new Assertion(members.octets("authenticatorData"), members.octets("clientDataJSON"));
        members.end();
        return assertion;
    }

    /** Its canonical bytes. */
    public byte[] bytes() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("keyid", key.hex());
        one.put("sig", signature.base64());
        if (assertion != null) {
            one.put(
                    "webauthn",
                    Map.of(
                            "authenticatorData", assertion.authenticatorData().base64(),
                            "clientDataJSON", assertion.clientData().base64()));
        }
        return CanonicalJson.bytes(
                Map.of("payload", payload.base64(), "payloadType", type, "signatures", List.of(one)));
    }

    /**
     * The statement inside; who signed it is another question.
     *
     * @throws Unreadable for one that says another type of itself, or is none of ours
     */
    public Statement statement() {
        var statement = Statement.read(payload.bytes());
        if (!statement.type().equals(type)) {
            throw new Unreadable("Signed as another type");
        }
        return statement;
    }

    /** Whether this key signed this statement, in every respect. */
    public Verdict under(SigningKey signer) {
        if (!key.equals(signer.id())) {
            return new Verdict.Fails(Verdict.Reason.OTHER_KEY);
        }
        if (!Statement.typed(payload.bytes(), type)) {
            return new Verdict.Fails(Verdict.Reason.OTHER_TYPE);
        }
        var message = Statement.signed(type, payload.bytes());
        return switch (signer) {
            case FileKey file -> underFile(file, message);
            case Passkey passkey ->
                assertion == null
                        ? new Verdict.Fails(Verdict.Reason.NO_ASSERTION)
                        : AssertionCheck.of(passkey, assertion, message, signature);
        };
    }

    private Verdict underFile(FileKey file, byte[] message) {
        if (assertion != null) {
            return new Verdict.Fails(Verdict.Reason.ASSERTION_OF_A_FILE_KEY);
        }
        return KeyMaterial.ED25519.verifies(file.spki(), message, signature.bytes())
                ? new Verdict.Holds(null)
                : new Verdict.Fails(Verdict.Reason.SIGNATURE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.Octets;
import org.tatabbu.statement.Passkey;
import org.tatabbu.statement.Statement;

/** An authenticator that holds one passkey, and does what it is told even where a good one would not. */
public final class Authenticator {
    public static final String RP = "sign.localhost";
    public static final String ORIGIN = "https://sign.localhost";

    private final KeyPair pair;
    private final Passkey passkey;

    private Authenticator(KeyPair pair, byte[] cose) {
        this.pair = pair;
        this.passkey = Passkey.of(
                Octets.of(cose), Octets.of(UUID.randomUUID().toString().getBytes(UTF_8)), RP, List.of(ORIGIN));
    }

    public static Authenticator es256() {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = maker.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return new Authenticator(
                    pair,
                    joined(
                            HexFormat.of().parseHex("a5010203262001215820"),
                            padded(point.getAffineX()),
                            HexFormat.of().parseHex("225820"),
                            padded(point.getAffineY())));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static Authenticator eddsa() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var spki = pair.getPublic().getEncoded();
            return new Authenticator(
                    pair,
                    joined(
                            HexFormat.of().parseHex("a4010103272006215820"),
                            Arrays.copyOfRange(spki, spki.length - 32, spki.length)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * What it and the browser make of one wish to sign.
     *
     * @param more further members of the client data, each with its comma before it
     * @param extensions what follows the counter
     */
    public record Ceremony(
            String type, String challenge, String origin, String more, String rp, int flags, Octets extensions) {
        public Ceremony type(String other) {
            return new Ceremony(other, challenge, origin, more, rp, flags, extensions);
        }

        public Ceremony challenge(String other) {
            return new Ceremony(type, other, origin, more, rp, flags, extensions);
        }

        public Ceremony origin(String other) {
            return new Ceremony(type, challenge, other, more, rp, flags, extensions);
        }

        public Ceremony more(String other) {
            return new Ceremony(type, challenge, origin, other, rp, flags, extensions);
        }

        public Ceremony rp(String other) {
            return new Ceremony(type, challenge, origin, more, other, flags, extensions);
        }

        public Ceremony flags(int other) {
            return new Ceremony(type, challenge, origin, more, rp, other, extensions);
        }

        public Ceremony extensions(byte[] other) {
            return new Ceremony(type, challenge, origin, more, rp, flags, Octets.of(other));
        }

        byte[] clientData() {
            return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin + "\""
                            + more + "}")
                    .getBytes(UTF_8);
        }

        byte[] authenticatorData() {
            return joined(sha256(rp.getBytes(UTF_8)), new byte[] {(byte) flags, 0, 0, 0, 7}, extensions.bytes());
        }
    }

    public Passkey passkey() {
        return passkey;
    }

    /** What it says of its new key, with these flags. */
    public byte[] announced(int flags) {
        var id = passkey.credential().bytes();
        return joined(
                sha256(RP.getBytes(UTF_8)),
                new byte[] {(byte) flags},
                new byte[4 + 16],
                new byte[] {0, (byte) id.length},
                id,
                passkey.cose().bytes());
    }

    /** Signs a statement, as a passkey in good order does. */
    public Envelope sign(Statement statement) {
        return sign(statement, UnaryOperator.identity());
    }

    /** Signs a statement in a ceremony that was changed before the key signed it. */
    public Envelope sign(Statement statement, UnaryOperator<Ceremony> change) {
        var ceremony = change.apply(new Ceremony(
                "webauthn.get",
                Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(statement.signed())),
                ORIGIN,
                ",\"crossOrigin\":false",
                RP,
                0x05,
                Octets.of(new byte[0])));
        var data = ceremony.authenticatorData();
        var client = ceremony.clientData();
        return new Envelope(
                Octets.of(statement.bytes()),
                statement.type(),
                passkey.id(),
                Octets.of(signature(joined(data, sha256(client)))),
                new Envelope.Assertion(Octets.of(data), Octets.of(client)));
    }

    private byte[] signature(byte[] message) {
        try {
            var signature =
                    Signature.getInstance(passkey.alg() == Passkey.Algorithm.ES256 ? "SHA256withECDSA" : "Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] padded(BigInteger number) {
        var bytes = number.toByteArray();
        var padded = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

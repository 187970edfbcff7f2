// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device that keeps one key and answers as browsers do, honest until told to be otherwise (WebAuthn §6). */
public final class Device {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int NEW_KEY = 0x40;

    /** What its key signs with. */
    public enum Curve {
        P256,
        ED25519
    }

    private final Curve curve;
    private final KeyPair pair;
    private final byte[] credential = new byte[32];
    private String origin;
    private @Nullable String party;
    private byte[] holder = new byte[0];
    private boolean verifies = true;
    private int count;

    public Device(Curve curve, String origin) {
        this.curve = curve;
        this.origin = origin;
        this.pair = made(curve);
        new SecureRandom().nextBytes(credential);
    }

    /** Another device that got hold of this one's key. */
    public Device copied() {
        var copy = new Device(curve, origin, pair, credential.clone());
        copy.holder = holder.clone();
        copy.count = count;
        return copy;
    }

    private Device(Curve curve, String origin, KeyPair pair, byte[] credential) {
        this.curve = curve;
        this.origin = origin;
        this.pair = pair;
        System.arraycopy(credential, 0, this.credential, 0, credential.length);
    }

    public Device at(String other) {
        origin = other;
        return this;
    }

    /** Signs for another relying party than it is asked for. */
    public Device signingFor(String other) {
        party = other;
        return this;
    }

    public Device recognisingNobody() {
        verifies = false;
        return this;
    }

    public Device naming(byte[] other) {
        holder = other;
        return this;
    }

    public Device counting() {
        count = 1;
        return this;
    }

    public String id() {
        return text(credential);
    }

    public byte[] holder() {
        return holder;
    }

    /** The fields of the answer to what the server asks for a new key. */
    public Map<String, String> create(String options) {
        var asked = JSON.readTree(options);
        holder = bytes(asked.get("user").get("id").asString());
        var key = ByteBuffer.allocate(200)
                .put(new byte[16])
                .putShort((short) credential.length)
                .put(credential)
                .put(publicKey());
        var data = data(asked.get("rp").get("id").asString(), NEW_KEY, Arrays.copyOf(key.array(), key.position()));
        var fields = new LinkedHashMap<String, String>();
        fields.put("credential", id());
        fields.put("clientData", text(client("webauthn.create", asked)));
        fields.put(
                "attestation",
                text(map(word("fmt"), word("none"), word("attStmt"), map(), word("authData"), string(data))));
        fields.put("transports", "internal hybrid");
        return fields;
    }

    /** The fields of the answer to what the server asks at the door. */
    public Map<String, String> get(String options) {
        var asked = JSON.readTree(options);
        var client = client("webauthn.get", asked);
        if (count > 0) {
            count++;
        }
        var data = data(asked.get("rpId").asString(), 0, new byte[0]);
        var fields = new LinkedHashMap<String, String>();
        fields.put("credential", id());
        fields.put("clientData", text(client));
        fields.put("authenticatorData", text(data));
        fields.put("signature", text(signed(data, client)));
        fields.put("holder", text(holder));
        return fields;
    }

    private byte[] client(String type, JsonNode asked) {
        return JSON.writeValueAsBytes(
                Map.of("type", type, "challenge", asked.get("challenge").asString(), "origin", origin));
    }

    private byte[] data(String askedFor, int flags, byte[] key) {
        var seen = PRESENT | (verifies ? VERIFIED : 0) | flags;
        return ByteBuffer.allocate(37 + key.length)
                .put(digest((party == null ? askedFor : party).getBytes(StandardCharsets.UTF_8)))
                .put((byte) seen)
                .putInt(count)
                .put(key)
                .array();
    }

    private byte[] signed(byte[] data, byte[] client) {
        try {
            var signature = Signature.getInstance(curve == Curve.P256 ? "SHA256withECDSA" : "Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(data);
            signature.update(digest(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** COSE_Key (RFC 9052 §7, RFC 9053 §7). */
    private byte[] publicKey() {
        if (pair.getPublic() instanceof ECPublicKey key) {
            var point = key.getW();
            return map(
                    number(1),
                    number(2),
                    number(3),
                    number(-7),
                    number(-1),
                    number(1),
                    number(-2),
                    string(wide(point.getAffineX())),
                    number(-3),
                    string(wide(point.getAffineY())));
        }
        var encoded = pair.getPublic().getEncoded();
        var point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return map(number(1), number(1), number(3), number(-8), number(-1), number(6), number(-2), string(point));
    }

    private static byte[] wide(BigInteger number) {
        var bytes = number.toByteArray();
        var wide = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, wide, 32 - length, length);
        return wide;
    }

    private static KeyPair made(Curve curve) {
        try {
            if (curve == Curve.ED25519) {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            }
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // RFC 8949, as far as a key needs it.
    private static byte[] map(byte[]... pairs) {
        var out = new ByteArrayOutputStream();
        head(out, 5, pairs.length / 2);
        Arrays.stream(pairs).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] number(int number) {
        var out = new ByteArrayOutputStream();
        head(out, number < 0 ? 1 : 0, number < 0 ? -1 - number : number);
        return out.toByteArray();
    }

    private static byte[] string(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        head(out, 2, bytes.length);
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static byte[] word(String word) {
        var out = new ByteArrayOutputStream();
        head(out, 3, word.length());
        out.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void head(ByteArrayOutputStream out, int major, int number) {
        if (number < 24) {
            out.write(major << 5 | number);
        } else if (number < 256) {
            out.write(major << 5 | 24);
            out.write(number);
        } else {
            out.write(major << 5 | 25);
            out.write(number >> 8);
            out.write(number);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

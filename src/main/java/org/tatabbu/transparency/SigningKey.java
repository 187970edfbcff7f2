// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** The private half of a {@link VerifierKey}: {@code PRIVATE+KEY+<name>+<id in hex>+<base64 of type and seed>}. */
public final class SigningKey {
    private static final String BEGINNING = "PRIVATE+KEY+";
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final VerifierKey verifier;
    private final PrivateKey key;
    private final byte[] seed;

    private SigningKey(String name, byte type, byte[] seed) {
        if (seed.length != 32) {
            throw new IllegalArgumentException("A seed has 32 bytes");
        }
        try {
            var encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
            System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
            this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            this.verifier = new VerifierKey(name, type, publicKey(seed));
            this.seed = seed.clone();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A new key that signs the checkpoints of the log of that name. */
    public static SigningKey newLog(String name) {
        return new SigningKey(name, VerifierKey.ED25519, random());
    }

    /** A new key that cosigns what it has seen. */
    public static SigningKey newWitness(String name) {
        return new SigningKey(name, VerifierKey.COSIGNATURE, random());
    }

    static SigningKey fromSeed(String name, boolean witness, byte[] seed) {
        return new SigningKey(name, witness ? VerifierKey.COSIGNATURE : VerifierKey.ED25519, seed);
    }

    private static byte[] random() {
        var seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        return seed;
    }

    /** Throws IllegalArgumentException where the text is not such a key; it is never quoted. */
    public static SigningKey parse(String text) {
        if (text.startsWith(BEGINNING)) {
            var parts = text.substring(BEGINNING.length()).split("\\+", 3);
            var encoded = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
            if (encoded.length == 33) {
                var parsed = new SigningKey(parts[0], encoded[0], Arrays.copyOfRange(encoded, 1, 33));
                if (parsed.secret().equals(text)) {
                    return parsed;
                }
            }
        }
        throw new IllegalArgumentException("Not a private key of a log or witness");
    }

    public static SigningKey read(Path file) throws IOException {
        return parse(Files.readString(file, StandardCharsets.US_ASCII).strip());
    }

    /** Keeps the key in a new file that only its owner reads; a file that is there already stays as it is. */
    public void write(Path file) throws FileAlreadyExistsException, IOException {
        try (var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.US_ASCII.encode(secret() + "\n"));
            channel.force(true);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(byte[] message) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String secret() {
        var encoded = new byte[33];
        encoded[0] = verifier.cosigns() ? VerifierKey.COSIGNATURE : VerifierKey.ED25519;
        System.arraycopy(seed, 0, encoded, 1, 32);
        return BEGINNING + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+"
                + Base64.getEncoder().encodeToString(encoded);
    }

    // The JDK derives the public half only while it makes a pair, so it is handed the seed as its randomness.
    private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        var pairs = java.security.KeyPairGenerator.getInstance("Ed25519");
        pairs.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        var point = ((EdECPublicKey) pairs.generateKeyPair().getPublic()).getPoint();
        // RFC 8032, section 5.1.2: y in 32 bytes, lowest first, and the sign of x in the highest bit.
        var y = point.getY().toByteArray();
        var encoded = new byte[32];
        for (int i = 0; i < Math.min(32, y.length); i++) {
            encoded[i] = y[y.length - 1 - i];
        }
        if (point.isXOdd()) {
            encoded[31] |= (byte) 0x80;
        }
        return encoded;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return verifier.toString();
    }
}

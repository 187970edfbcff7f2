// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** An Ed25519 key in the hands of its owner. */
public final class OwnKey {
    private final PrivateKey secret;
    private final FileKey key;

    private OwnKey(PrivateKey secret, FileKey key) {
        this.secret = secret;
        this.key = key;
    }

    public static OwnKey make() {
        return of(pair(new SecureRandom()));
    }

    /** @throws Unreadable for bytes that are no Ed25519 key in PKCS#8 */
    static OwnKey ofPkcs8(byte[] pkcs8) {
        try {
            var secret =
                    (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return of(pair(new Seed(secret.getBytes().orElseThrow(() -> new Unreadable("A key without its seed")))));
        } catch (GeneralSecurityException e) {
            throw new Unreadable("Not an Ed25519 key in PKCS#8");
        }
    }

    private static OwnKey of(KeyPair pair) {
        return new OwnKey(
                pair.getPrivate(), new FileKey(Octets.of(pair.getPublic().getEncoded())));
    }

    // The JDK has no way from a private Ed25519 key to its public one but making the pair anew from its seed.
    private static KeyPair pair(SecureRandom seed) {
        try {
            var maker = KeyPairGenerator.getInstance("Ed25519");
            maker.initialize(NamedParameterSpec.ED25519, seed);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that a file keeps without a passphrase; made with its file where there is none. */
    public static OwnKey kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            KeyFile.write(file, make(), new char[0]);
        }
        try {
            return KeyFile.read(file, () -> new char[0]);
        } catch (KeyFile.Locked e) {
            throw new IOException(e);
        }
    }

    byte[] pkcs8() {
        return secret.getEncoded();
    }

    /** Its public half. */
    public FileKey key() {
        return key;
    }

    public Envelope sign(Statement statement) {
        return sign(statement.bytes(), statement.type());
    }

    /** Signs the bytes of a statement as they are. */
    Envelope sign(byte[] payload, String type) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(Statement.signed(type, payload));
            return new Envelope(Octets.of(payload), type, key.id(), Octets.of(signature.sign()), null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}

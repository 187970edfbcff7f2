// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key in its file: PKCS#8 in PEM (RFC 7468), sealed with a passphrase by PBES2 (RFC 8018) with PBKDF2-HMAC-SHA-256 and
 * AES-256-CBC, and beside it the public half, which needs no passphrase.
 */
final class KeyFile {
    private static final String PBES2 = "PBEWithHmacSHA256AndAES_256";
    /** OWASP's figure for PBKDF2-HMAC-SHA-256. */
    private static final int ROUNDS = 600_000;

    private static final int MOST_ROUNDS = 10_000_000;

    /** 1.2.840.113549.1.5.13, as an object identifier is written. */
    private static final byte[] PBES2_OID = HexFormat.of().parseHex("06092a864886f70d01050d");

    private KeyFile() {}

    /** The passphrase did not open it. */
    static final class Locked extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Writes a new file that its owner alone may read; an empty passphrase leaves it open. */
    static void write(Path path, OwnKey key, char[] passphrase) throws IOException {
        var secret = passphrase.length == 0
                ? block("PRIVATE KEY", key.pkcs8())
                : block("ENCRYPTED PRIVATE KEY", sealed(key.pkcs8(), passphrase));
        var text = secret + block("PUBLIC KEY", key.key().spki().bytes());
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var file = FileChannel.open(path, options, forItsOwner())) {
            var bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    private static FileAttribute<?>[] forItsOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The public half, as the file says. */
    static FileKey shown(Path path) throws IOException {
        return new FileKey(Octets.of(found(text(path), "PUBLIC KEY")
                .orElseThrow(() -> new Unreadable("No public key in the file"))));
    }

    static OwnKey read(Path path, Supplier<char[]> passphrase) throws IOException, Locked {
        var text = text(path);
        var open = found(text, "PRIVATE KEY");
        var key = open.isPresent()
                ? OwnKey.ofPkcs8(open.get())
                : opened(
                        found(text, "ENCRYPTED PRIVATE KEY")
                                .orElseThrow(() -> new Unreadable("No private key in the file")),
                        passphrase.get());
        var shown = found(text, "PUBLIC KEY");
        if (shown.isPresent() && !key.key().spki().equals(Octets.of(shown.get()))) {
            throw new Unreadable("The public key is not the private one's");
        }
        return key;
    }

    private static byte[] sealed(byte[] pkcs8, char[] passphrase) {
        try {
            var salt = new byte[16];
            var iv = new byte[16];
            var random = new SecureRandom();
            random.nextBytes(salt);
            random.nextBytes(iv);
            var parameters = AlgorithmParameters.getInstance(PBES2);
            parameters.init(new PBEParameterSpec(salt, ROUNDS, new IvParameterSpec(iv)));
            var sealed = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ROUNDS, iv).doFinal(pkcs8);
            var algorithm = der(0x30, PBES2_OID, parameters.getEncoded());
            return der(0x30, algorithm, der(0x04, sealed));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // The JDK reads PBES2 as others write it, and does not write it so itself.
    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (content.size() < 0x80) {
            whole.write(content.size());
        } else if (content.size() < 0x100) {
            whole.write(0x81);
            whole.write(content.size());
        } else {
            whole.write(0x82);
            whole.write(content.size() >> 8);
            whole.write(content.size());
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static OwnKey opened(byte[] sealed, char[] passphrase) throws Locked {
        EncryptedPrivateKeyInfo info;
        PBEParameterSpec spec;
        try {
            info = new EncryptedPrivateKeyInfo(sealed);
            @Nullable AlgorithmParameters parameters = info.getAlgParameters();
            if (parameters == null || !parameters.toString().equals(PBES2)) {
                throw new Unreadable("Sealed otherwise than by PBES2 with HMAC-SHA-256 and AES-256");
            }
            spec = parameters.getParameterSpec(PBEParameterSpec.class);
        } catch (GeneralSecurityException | IOException e) {
            throw new Unreadable("Sealed otherwise than by PBES2");
        }
        if (spec.getIterationCount() > MOST_ROUNDS
                || !(spec.getParameterSpec() instanceof IvParameterSpec iv)) {
            throw new Unreadable("Sealed otherwise than by PBES2 with HMAC-SHA-256 and AES-256");
        }
        try {
            return OwnKey.ofPkcs8(
                    cipher(Cipher.DECRYPT_MODE, passphrase, spec.getSalt(), spec.getIterationCount(), iv.getIV())
                            .doFinal(info.getEncryptedData()));
        } catch (GeneralSecurityException | Unreadable e) {
            throw new Locked();
        }
    }

    // The JDK's own PBES2 takes passphrases in ASCII alone; its PBKDF2 takes every script, in UTF-8.
    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, int rounds, byte[] iv)
            throws GeneralSecurityException {
        var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(passphrase, salt, rounds, 256));
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key.getEncoded(), "AES"), new IvParameterSpec(iv));
        return cipher;
    }

    private static String text(Path path) throws IOException {
        if (Files.size(path) > 100_000) {
            throw new Unreadable("No key is as long as this file");
        }
        return Files.readString(path, ISO_8859_1);
    }

    private static String block(String label, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static Optional<byte[]> found(String text, String label) {
        var block = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
                .matcher(text);
        try {
            return block.find()
                    ? Optional.of(
                            Base64.getDecoder().decode(block.group(1).replaceAll("\\s", "")))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new Unreadable("Not base64 between the lines of PEM");
        }
    }
}

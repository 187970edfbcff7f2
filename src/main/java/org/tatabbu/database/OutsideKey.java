// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what the database must not be able to read. The key is one line of base64 in a file outside the database, made when
 * something is first sealed and never remade: an existing file that is not a key stops us.
 */
public final class OutsideKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Map<String, SecretKeySpec> purposes = new ConcurrentHashMap<>();
    private @Nullable SecretKeySpec key;

    /** The key of this name in the data folder; of two processes with one folder the first makes it. */
    public OutsideKey(Path data, String name) {
        this.file = data.resolve("keys").resolve(name + ".key");
    }

    /**
     * Nonce, ciphertext and tag of AES-256-GCM, in base64.
     *
     * @param place where it is kept: what was moved to another place does not open there
     */
    public String seal(byte[] place, String text) {
        var nonce = bytes(NONCE_BYTES);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, madeOrRead(), nonce, place)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text; nothing if it was sealed with another key, for another place, or has been altered. */
    public Optional<String> open(byte[] place, String base64) {
        var present = read();
        if (present == null) {
            return Optional.empty();
        }
        var sealed = Base64.getDecoder().decode(base64);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, present, Arrays.copyOf(sealed, NONCE_BYTES), place);
            var opened = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (AEADBadTagException refused) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A keyed mark on a text; each purpose has a key of its own, which tells nothing of ours. */
    public byte[] mac(String purpose, ByteBuffer text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(purposes.computeIfAbsent(purpose, this::own));
            mac.update(text);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec own(String purpose) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(madeOrRead().getEncoded(), MAC));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] place)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }

    private synchronized SecretKeySpec madeOrRead() {
        var present = read();
        if (present != null) {
            return present;
        }
        make();
        var made = read();
        if (made == null) {
            throw new IllegalStateException("The key at " + file + " vanished as soon as it was made");
        }
        return made;
    }

    private synchronized @Nullable SecretKeySpec read() {
        if (key == null && Files.exists(file)) {
            try {
                var bytes = Base64.getDecoder()
                        .decode(Files.readString(file, StandardCharsets.US_ASCII)
                                .strip());
                if (bytes.length != KEY_BYTES) {
                    throw new IllegalStateException(
                            "%s holds %d bytes; a key has %d".formatted(file, bytes.length, KEY_BYTES));
                }
                key = new SecretKeySpec(bytes, "AES");
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(file + " is not a key in base64", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return key;
    }

    // Written aside, on the disk, then linked: nobody ever reads half a key, and of two processes the first one wins.
    private void make() {
        try {
            Files.createDirectories(file.getParent());
            var aside = file.resolveSibling(file.getFileName() + "-" + UUID.randomUUID() + ".new");
            try (var out = FileChannel.open(
                    aside, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwner())) {
                var line = Base64.getEncoder().encodeToString(bytes(KEY_BYTES)) + "\n";
                out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            try {
                Files.createLink(file, aside);
            } catch (FileAlreadyExistsException another) {
                // Another process made it first: its key is the key.
            } finally {
                Files.delete(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileAttribute<?>[] forOwner() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A place that a row's id and its column name. */
    public static byte[] place(UUID id, String column) {
        var name = column.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES * 2 + name.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(name)
                .array();
    }
}

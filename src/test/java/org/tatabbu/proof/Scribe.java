// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Writes what bundles are made of from docs/formats.md and the JDK alone, so that verifiers are not asked by their own code. */
final class Scribe {
    private Scribe() {}

    static String json(Object value) {
        return switch (value) {
            case Map<?, ?> all -> {
                var sorted = new TreeMap<String, Object>();
                all.forEach((name, member) -> sorted.put(String.valueOf(name), member));
                yield sorted.entrySet().stream()
                        .map(member -> json(member.getKey()) + ":" + json(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            }
            case List<?> all -> all.stream().map(Scribe::json).collect(Collectors.joining(",", "[", "]"));
            case String text ->
                '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
            default -> String.valueOf(value);
        };
    }

    static byte[] bytes(Object value) {
        return json(value).getBytes(UTF_8);
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(join(parts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair p256() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(KeyPair key, byte[] message) {
        try {
            boolean edwards = key.getPrivate().getAlgorithm().equals("EdDSA");
            var signature = Signature.getInstance(edwards ? "Ed25519" : "SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] spki(KeyPair key) {
        return key.getPublic().getEncoded();
    }

    /** The 32 bytes of an Ed25519 key. */
    static byte[] raw(KeyPair key) {
        var spki = spki(key);
        return java.util.Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    }

    static String fingerprint(KeyPair key) {
        return hex(sha256(spki(key)));
    }

    /** A fingerprint's short code. */
    static String code(String fingerprint) {
        long rest = 0;
        for (char digit : fingerprint.substring(0, 32).toCharArray()) {
            rest = (rest * 16 + Character.digit(digit, 16)) % 97;
        }
        return String.join(" ", fingerprint.substring(0, 32).split("(?<=\\G.{4})"))
                + " %02d".formatted(98 - rest * 100 % 97);
    }

    /** What DSSE signs. */
    static byte[] message(String type, byte[] statement) {
        var head = "DSSEv1 " + type.getBytes(UTF_8).length + " " + type + " " + statement.length + " ";
        return join(head.getBytes(UTF_8), statement);
    }

    /** An archive of stored files, dated 1980-01-01. */
    @SuppressWarnings("ByteBufferBackingArray") // each is allocated here, whole
    static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            var crc = new CRC32();
            crc.update(content);
            var local = little(30 + name.length())
                    .putInt(0x04034b50)
                    .putShort((short) 10)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0x21)
                    .putInt((int) crc.getValue())
                    .putInt(content.length)
                    .putInt(content.length)
                    .putShort((short) name.length())
                    .putShort((short) 0)
                    .put(name.getBytes(UTF_8));
            var central = little(46 + name.length())
                    .putInt(0x02014b50)
                    .putShort((short) 10)
                    .put(local.array(), 4, 26)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(out.size())
                    .put(name.getBytes(UTF_8));
            directory.writeBytes(central.array());
            out.writeBytes(local.array());
            out.writeBytes(content);
        });
        var end = little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) files.size())
                .putShort((short) files.size())
                .putInt(directory.size())
                .putInt(out.size())
                .putShort((short) 0);
        return join(out.toByteArray(), directory.toByteArray(), end.array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

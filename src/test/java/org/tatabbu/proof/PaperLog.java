// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.tatabbu.proof.Scribe.base64;
import static org.tatabbu.proof.Scribe.join;
import static org.tatabbu.proof.Scribe.sha256;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A log by the definition of RFC 6962, section 2.1: recursive, slow and plain. */
final class PaperLog {
    String origin;
    final KeyPair key = Scribe.ed25519();
    final List<byte[]> entries = new ArrayList<>();

    PaperLog(String origin) {
        this.origin = origin;
    }

    byte[] root(int size) {
        return hash(entries.subList(0, size));
    }

    private static byte[] hash(List<byte[]> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? sha256() : sha256(new byte[] {0}, leaves.getFirst());
        }
        int left = half(leaves.size());
        return sha256(new byte[] {1}, hash(leaves.subList(0, left)), hash(leaves.subList(left, leaves.size())));
    }

    private static int half(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /** The hashes from an entry's sibling up to the root's child. */
    private static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int left = half(leaves.size());
        var before = leaves.subList(0, left);
        var after = leaves.subList(left, leaves.size());
        var path = index < left ? path(index, before) : path(index - left, after);
        path.add(hash(index < left ? after : before));
        return path;
    }

    String proof(int index, String extra, String checkpoint) {
        var proof = new StringBuilder("c2sp.org/tlog-proof@v1\n");
        if (!extra.isEmpty()) {
            proof.append("extra ").append(extra).append('\n');
        }
        proof.append("index ").append(index).append('\n');
        path(index, entries).forEach(hash -> proof.append(base64(hash)).append('\n'));
        return proof.append('\n').append(checkpoint).toString();
    }

    String body() {
        return origin + "\n" + entries.size() + "\n" + base64(root(entries.size())) + "\n";
    }

    String signedBody() {
        var body = body();
        return body + "\n" + line(origin, 1, key, Scribe.sign(key, body.getBytes(UTF_8)));
    }

    /** One witness's line under a checkpoint's body. */
    static String cosignature(String name, KeyPair key, Instant at, String body) {
        var message = "cosignature/v1\ntime " + at.getEpochSecond() + "\n" + body;
        var time = ByteBuffer.allocate(8).putLong(at.getEpochSecond()).array();
        return line(name, 4, key, join(time, Scribe.sign(key, message.getBytes(UTF_8))));
    }

    static String line(String name, int type, KeyPair key, byte[] signature) {
        return "— " + name + " " + base64(join(keyId(name, type, key), signature)) + "\n";
    }

    static String verifierKey(String name, int type, KeyPair key) {
        return name + "+" + Scribe.hex(keyId(name, type, key)) + "+"
                + base64(join(new byte[] {(byte) type}, Scribe.raw(key)));
    }

    private static byte[] keyId(String name, int type, KeyPair key) {
        return Arrays.copyOf(sha256((name + "\n").getBytes(UTF_8), new byte[] {(byte) type}, Scribe.raw(key)), 4);
    }
}

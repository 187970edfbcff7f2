// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Merkle;
import org.tatabbu.transparency.Policy;
import org.tatabbu.transparency.SigningKey;
import org.tatabbu.transparency.Tile;

/** A full audit of a log in files, beside hashing the same files; started by bench/log.sh. */
final class AuditBench {
    private static final int ENTRY = 512;

    private AuditBench() {}

    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[0]);
        int entries = Integer.parseInt(arguments[1]);
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "audit");
        var tiles = Tile.entriesOf(entries);
        written(folder, tiles);
        var audit = new double[pairs];
        var plain = new double[pairs];
        audited(folder);
        hashed(folder, tiles);
        for (int pair = 0; pair < pairs; pair++) {
            plain[pair] = hashed(folder, tiles);
            audit[pair] = audited(folder);
            System.out.printf(
                    Locale.ROOT, "pair %d: hashing %.2f s, audit %.2f s%n", pair + 1, plain[pair], audit[pair]);
        }
        Arrays.sort(audit);
        Arrays.sort(plain);
        double ratio = audit[pairs / 2] / plain[pairs / 2];
        System.out.printf(
                Locale.ROOT,
                "audit of %d entries, median of %d: hashing %.2f s, audit %.2f s, ratio %.2f (at most 3)%n",
                entries,
                pairs,
                plain[pairs / 2],
                audit[pairs / 2],
                ratio);
        System.exit(ratio <= 3 ? 0 : 1);
    }

    private static void written(Path folder, List<Tile> tiles) throws Exception {
        var frontier = new Merkle.Frontier();
        for (var tile : tiles) {
            var bundle = ByteBuffer.allocate(tile.width() * (2 + ENTRY));
            for (int i = 0; i < tile.width(); i++) {
                var entry = new byte[ENTRY];
                ByteBuffer.wrap(entry).putLong(frontier.size());
                frontier.add(Merkle.leaf(entry));
                bundle.putShort((short) ENTRY).put(entry);
            }
            var file = folder.resolve(tile.path());
            Files.createDirectories(file.getParent());
            Files.write(file, bundle.array());
        }
        var key = SigningKey.newLog("bench");
        var checkpoint = new Checkpoint("bench", frontier.size(), frontier.root());
        Files.write(folder.resolve("checkpoint"), checkpoint.signed(key).bytes());
        Files.write(folder.resolve("policy"), Policy.unwitnessed(key.verifier()).bytes());
    }

    private static double audited(Path folder) {
        var said = new ByteArrayOutputStream();
        var console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), System.err);
        long began = System.nanoTime();
        int status = new AuditCommand(console, Words.of(WitnessWords.class, Language.EN))
                .run(List.of(
                        "--log",
                        folder.toString(),
                        "--policy",
                        folder.resolve("policy").toString()));
        if (status != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static double hashed(Path folder, List<Tile> tiles) throws Exception {
        long began = System.nanoTime();
        var digest = MessageDigest.getInstance("SHA-256");
        for (var tile : tiles) {
            digest.update(Files.readAllBytes(folder.resolve(tile.path())));
        }
        digest.digest();
        return (System.nanoTime() - began) / 1e9;
    }
}

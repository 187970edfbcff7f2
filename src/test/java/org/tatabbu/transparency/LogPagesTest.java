// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.testing.OnStage;

/** The log within the program, as a monitor finds it. */
@OnStage
class LogPagesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Log log;

    @Autowired
    Sealing sealing;

    @Autowired
    TransactionOperations transactions;

    @Value("${tatabbu.log.key}")
    Path keyFile;

    private List<EntryId> ids;

    @BeforeEach
    void handIn() throws Exception {
        ids = transactions.execute(status -> IntStream.range(0, 300)
                .mapToObj(i -> log.append(Ledger.bytes("entry " + i), Ledger.NOON))
                .toList());
        sealing.round(Ledger.NOON);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/log/" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void theWholeTreeIsReadFromItsTilesAndIsTheOneThatWasSigned() throws Exception {
        var note = SignedNote.parse(get("checkpoint").body());
        var key = VerifierKey.parse(new String(get("vkey").body(), StandardCharsets.UTF_8).strip());
        var checkpoint = Checkpoint.of(note);
        assertThat(note.verifies(key)).isTrue();
        assertThat(key.name()).isEqualTo("localhost/log");
        assertThat(Policy.parse(get("policy").body()).accepts(note)).isTrue();

        var leaves = new ArrayList<Hash>();
        for (var tile : Tile.entriesOf(checkpoint.size())) {
            var hashes = new ByteArrayOutputStream();
            var bundle = get(tile.path()).body();
            for (int at = 0; at < bundle.length; ) {
                int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
                var leaf = Merkle.leaf(bundle, at + 2, length);
                leaves.add(leaf);
                hashes.writeBytes(leaf.bytes());
                at += 2 + length;
            }
            assertThat(get(Tile.hashes(0, tile.index(), tile.width()).path()).body())
                    .isEqualTo(hashes.toByteArray());
        }
        assertThat(leaves).hasSize((int) checkpoint.size());
        assertThat(Merkle.root(leaves)).isEqualTo(checkpoint.root());
        assertThat(get("tile/1/000.p/1").body())
                .isEqualTo(Merkle.root(leaves.subList(0, 256)).bytes());
    }

    @Test
    void aTileIsKeptForGoodAndACheckpointAskedForEachTime() throws Exception {
        var tile = get("tile/0/000");
        var checkpoint = get("checkpoint");
        var again = get("checkpoint", "If-None-Match", header(checkpoint, "ETag"));

        assertThat(header(tile, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(tile, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(header(checkpoint, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(header(checkpoint, "Cache-Control")).isEqualTo("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        for (var answer : List.of(tile, checkpoint)) {
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aTileThatTheCheckpointDoesNotReachIsNotThere() throws Exception {
        for (var path : List.of(
                "tile/0/x001/000",
                "tile/0/000.p/0",
                "tile/2/000.p/1",
                "tile/8/000",
                "tile/entries/../checkpoint",
                "tile/entries/999.p/1",
                "elsewhere")) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(get("tile/0/000.p/7").body()).hasSize(7 * 32);
    }

    @Test
    void anEntryIsProvedUnderTheLastCheckpoint() {
        var proof = log.proof(ids.get(17)).orElseThrow();

        assertThat(proof.verify(Ledger.bytes("entry 17"), log.policy())).isEqualTo(LogProof.Verdict.HOLDS);
        assertThat(proof.checkpoint()).isEqualTo(log.published().orElseThrow());
        assertThat(log.entry(proof.index()).orElseThrow().bytes()).isEqualTo(Ledger.bytes("entry 17"));
        assertThat(log.entry(proof.index()).orElseThrow().id()).isEqualTo(ids.get(17));
        assertThat(log.last()).isEqualTo(Checkpoint.of(proof.checkpoint()));
        assertThat(log.policy(log.policy().digest()).orElseThrow().bytes())
                .isEqualTo(log.policy().bytes());
    }

    @Test
    void withoutATransactionNothingIsHandedIn() {
        assertThatThrownBy(() -> log.append(Ledger.bytes("entry"), Ledger.NOON))
                .isInstanceOf(IllegalTransactionStateException.class);
        for (var bytes : List.of(new byte[0], new byte[Log.LONGEST_ENTRY + 1])) {
            assertThatThrownBy(() -> transactions.execute(status -> log.append(bytes, Ledger.NOON)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theLongestEntryIsServed() throws Exception {
        var longest = new byte[Log.LONGEST_ENTRY];
        var id = Objects.requireNonNull(transactions.execute(status -> log.append(longest, Ledger.NOON)));
        sealing.round(Ledger.NOON);

        assertThat(log.proof(id).orElseThrow().verify(longest, log.policy())).isEqualTo(LogProof.Verdict.HOLDS);
        long index = log.index(id).orElseThrow();
        var bundle = get(Tile.ofEntries(index / 256, (int) (index % 256) + 1).path());
        assertThat(bundle.statusCode()).isEqualTo(200);
        assertThat(bundle.body()).endsWith(longest);
    }

    @Test
    void theKeyIsAFileOfItsOwnersAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.read(keyFile).verifier()).isEqualTo(log.key());
    }

    @Test
    void theNameOfTheLogIsItsAddress() {
        assertThat(LogBeans.origin("https://tatabbu.example")).isEqualTo("tatabbu.example/log");
        assertThat(LogBeans.origin("https://tatabbu.example:8443/")).isEqualTo("tatabbu.example:8443/log");
        assertThat(LogBeans.origin("")).isEqualTo("localhost/log");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Cosignature;
import org.tatabbu.transparency.Hash;
import org.tatabbu.transparency.Ledger;
import org.tatabbu.transparency.Merkle;
import org.tatabbu.transparency.SignedNote;
import org.tatabbu.transparency.SigningKey;

/** The answers that c2sp.org/tlog-witness asks for, each where it asks for them. */
class WitnessTest {
    private static final String ORIGIN = "example.org/log";
    private static final SigningKey LOG = SigningKey.newLog(ORIGIN);
    private static final List<Hash> LEAVES = leaves("entry ");
    private static final List<Hash> OTHERS = leaves("other ");

    @TempDir
    Path folder;

    private Party party;

    @BeforeEach
    void open() throws Exception {
        party = Party.of(folder, LOG.verifier(), "w1");
    }

    @AfterEach
    void close() throws Exception {
        party.close();
    }

    private static List<Hash> leaves(String name) {
        return IntStream.range(0, 40)
                .mapToObj(i -> Merkle.leaf((name + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static SignedNote tree(List<Hash> leaves, int size) {
        return new Checkpoint(ORIGIN, size, Merkle.root(leaves.subList(0, size))).signed(LOG);
    }

    private static String body(List<Hash> leaves, int old, int size) {
        return body(
                old,
                Merkle.consistency(old, size, Merkle.over(leaves)),
                tree(leaves, size).toString());
    }

    private static String body(long old, List<Hash> proof, String note) {
        var body = new StringBuilder("old " + old + "\n");
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(note).toString();
    }

    private HttpResponse<String> asked(int old, int size) throws Exception {
        return party.asked(body(LEAVES, old, size));
    }

    @Test
    void aHistoryThatGoesOnIsCosigned() throws Exception {
        for (var step : List.of(List.of(0, 3), List.of(3, 3), List.of(3, 20), List.of(20, 37))) {
            var answer = asked(step.getFirst(), step.getLast());
            var note = SignedNote.parse(tree(LEAVES, step.getLast()).text() + "\n" + answer.body());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("\u2014 witness.example/w1 ").endsWith("\n");
            assertThat(Cosignature.on(note, party.key)).contains(new Cosignature.By(party.key, Ledger.NOON));
            assertThat(party.remembers().text()).isEqualTo(note.text());
        }
    }

    @Test
    void anotherSizeThanTheRememberedOneIsAConflictThatNamesTheRememberedOne() throws Exception {
        assertThat(asked(5, 9).body()).isEqualTo("0\n");
        asked(0, 7);
        for (var old : List.of(0, 6, 8)) {
            var answer = asked(old, 9);

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("7\n");
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        }
        assertThat(asked(7, 9).statusCode()).isEqualTo(200);
    }

    @Test
    void aSmallerTreeNeverFollowsALargerOne() throws Exception {
        asked(0, 7);

        assertThat(party.asked(body(0, List.of(), tree(LEAVES, 5).toString())).statusCode())
                .isEqualTo(409);
        assertThat(party.asked(body(7, List.of(), tree(LEAVES, 5).toString())).statusCode())
                .isEqualTo(400);
        assertThat(Checkpoint.of(party.remembers()).size()).isEqualTo(7);
    }

    @Test
    void anotherRootOfTheSameSizeIsAConflict() throws Exception {
        asked(0, 7);

        var answer = party.asked(body(7, List.of(), tree(OTHERS, 7).toString()));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(party.remembers().text()).isEqualTo(tree(LEAVES, 7).text());
    }

    @Test
    void aProofThatDoesNotLeadThereIsNotProcessed() throws Exception {
        asked(0, 7);
        var proof = Merkle.consistency(7, 12, Merkle.over(LEAVES));

        assertThat(party.asked(body(OTHERS, 7, 12)).statusCode()).isEqualTo(422);
        assertThat(party.asked(body(7, List.of(), tree(LEAVES, 12).toString())).statusCode())
                .isEqualTo(422);
        assertThat(party.asked(body(
                                7,
                                proof.subList(1, proof.size()),
                                tree(LEAVES, 12).toString()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(party.asked(body(7, proof, tree(LEAVES, 13).toString())).statusCode())
                .isEqualTo(422);
        assertThat(Checkpoint.of(party.remembers()).size()).isEqualTo(7);
    }

    @Test
    void theEmptyTreeTakesNoProof() throws Exception {
        assertThat(party.asked(body(
                                0, List.of(LEAVES.getFirst()), tree(LEAVES, 3).toString()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aLogThatIsNotKnownIsNotFound() throws Exception {
        var other = new Checkpoint("example.org/other", 3, Merkle.root(LEAVES.subList(0, 3))).signed(LOG);

        assertThat(party.asked(body(0, List.of(), other.toString())).statusCode())
                .isEqualTo(404);
        assertThat(party.asked("elsewhere", BodyPublishers.ofString("")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCheckpointWithoutItsLogsSignatureIsForbidden() throws Exception {
        var other = SigningKey.newLog(ORIGIN);
        var checkpoint = Checkpoint.of(tree(LEAVES, 3));
        var spoilt = tree(LEAVES, 3).toString().replace("\n3\n", "\n4\n");

        assertThat(party.asked(body(0, List.of(), checkpoint.signed(other).toString()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(party.asked(body(0, List.of(), spoilt)).statusCode()).isEqualTo(403);
    }

    @Test
    void signaturesOfOthersBesideTheLogsAreIgnored() throws Exception {
        var checkpoint = Checkpoint.of(tree(LEAVES, 3));
        var note = tree(LEAVES, 3)
                .with(checkpoint.signed(SigningKey.newLog(ORIGIN)).signatures())
                .with(List.of(Cosignature.sign(checkpoint, SigningKey.newWitness("w"), Ledger.NOON)));

        assertThat(party.asked(body(0, List.of(), note.toString())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsMalformedIsABadRequest() throws Exception {
        var good = body(LEAVES, 0, 3);
        for (var wrong : List.of(
                "",
                "\n",
                good.replace("old 0", "old 00"),
                good.replace("old 0", "old -1"),
                good.replace("old 0", "old"),
                good.replace("old 0", "Old 0"),
                good.replace("old 0\n", "old 0\nAAAA\n"),
                good.replace("old 0\n", "old 0\n" + (LEAVES.getFirst().base64() + "\n").repeat(64)),
                good.replace("\n\n", "\n"),
                good.stripTrailing(),
                good.replace("\n3\n", "\n03\n"))) {
            assertThat(party.asked(wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void aBodyWithoutEndIsNotReadToItsEnd() throws Exception {
        var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[WitnessServer.LARGEST + 1]));

        assertThat(party.asked("add-checkpoint", endless).statusCode()).isEqualTo(413);
    }

    @Test
    void ofTwoThatGoOnFromTheSameSizeAtTheSameTimeOneIsCosigned() throws Exception {
        asked(0, 5);
        for (int size = 5; size < 35; size += 3) {
            int old = size;
            var statuses = AtOnce.all(Stream.<Callable<Integer>>of(
                                    () -> asked(old, old + 3).statusCode(),
                                    () -> asked(old, old + 2).statusCode())
                            .toList())
                    .stream()
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(200, 409);
            var remembered = (int) Checkpoint.of(party.remembers()).size();
            assertThat(remembered).isIn(old + 2, old + 3);
            if (remembered != old + 3) {
                asked(remembered, old + 3);
            }
        }
    }

    @Test
    void whatWasCosignedIsRememberedByTheNextProcess() throws Exception {
        asked(0, 7);
        party.leaves();
        party.returns();

        assertThat(asked(0, 9).body()).isEqualTo("7\n");
        assertThat(asked(7, 9).statusCode()).isEqualTo(200);
    }

    @Test
    void twoProcessesDoNotShareAMemory() {
        assertThatThrownBy(() -> Memory.in(folder.resolve("w1").resolve("state")))
                .isInstanceOf(Memory.InUse.class);
    }

    @Test
    void aWitnessSaysItsKey() throws Exception {
        assertThat(party.asked("vkey", BodyPublishers.noBody()).body()).isEqualTo(party.key + "\n");
    }
}

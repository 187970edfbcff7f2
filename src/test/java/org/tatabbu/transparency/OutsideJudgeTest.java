// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorParseException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Sigstore's client for Java, which knows nothing of us, reads and judges what we make. */
class OutsideJudgeTest {
    @Property(tries = 200)
    void ourProofsAreAcceptedAndTheirTwinsAreNot(
            @ForAll @IntRange(min = 2, max = 600) int size, @ForAll @IntRange(max = 599) int index) throws Exception {
        Assume.that(index < size);
        var leaves = MerkleTest.leaves(size);
        var root = Merkle.root(leaves).bytes();
        var proof = Merkle.inclusion(index, size, Merkle.over(leaves)).stream()
                .map(Hash::bytes)
                .toList();

        InclusionProofVerifier.verify(leaves.get(index).bytes(), index, size, proof, root);

        proof.getFirst()[0] ^= 1;
        assertThatThrownBy(() -> InclusionProofVerifier.verify(leaves.get(index).bytes(), index, size, proof, root))
                .isInstanceOf(InclusionProofVerificationException.class);
        proof.getFirst()[0] ^= 1;
        root[31] ^= 1;
        assertThatThrownBy(() -> InclusionProofVerifier.verify(leaves.get(index).bytes(), index, size, proof, root))
                .isInstanceOf(InclusionProofVerificationException.class);
    }

    @Test
    void ourCheckpointsAreReadAsWeMeanThem() throws Exception {
        var log = SigningKey.newLog("example.org/log");
        var witness = SigningKey.newWitness("witness.example/w1");
        var checkpoint = new Checkpoint("example.org/log", 3, Merkle.root(MerkleTest.leaves(3)));
        var note = checkpoint.signed(log).with(List.of(Cosignature.sign(checkpoint, witness, Instant.EPOCH)));

        var read = Checkpoints.from(note.toString());

        assertThat(read.getOrigin()).isEqualTo("example.org/log");
        assertThat(read.getSize()).isEqualTo(3);
        assertThat(read.getBase64Hash()).isEqualTo(checkpoint.root().base64());
        assertThat(read.getSignedData()).isEqualTo(checkpoint.text());
        assertThat(read.getSignatures()).hasSize(2);
        assertThat(ByteBuffer.wrap(read.getSignatures().getFirst().getKeyHint()).getInt())
                .isEqualTo(log.verifier().id());
        assertThat(log.verifier()
                        .verifies(
                                checkpoint.text().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                read.getSignatures().getFirst().getSignature()))
                .isTrue();
    }

    @Test
    void aCheckpointThatLostALineIsReadByNeither() {
        var note = new Checkpoint("example.org/log", 3, Merkle.root(MerkleTest.leaves(3)))
                .signed(SigningKey.newLog("example.org/log"))
                .toString();
        var shorter = note.replace("\n3\n", "\n");
        var unsigned = note.substring(0, note.indexOf("\n\n") + 2);

        for (var twin : List.of(shorter, unsigned)) {
            assertThatThrownBy(() -> Checkpoints.from(twin)).isInstanceOf(RekorParseException.class);
            assertThatThrownBy(() -> Checkpoint.of(SignedNote.parse(twin)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checkpoint is the one in c2sp.org/tlog-checkpoint; its cosignature was made by another program. */
class CheckpointTest {
    private static final String BODY =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private static final String WITNESS = "witness.example/w1+e75f6532+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    private static final String COSIGNATURE = "\u2014 witness.example/w1"
            + " 519lMgAAAABkGFDLBuRDazBLVac2NE+Y+IjbjQOcXLfF9CSDZVUIoS83rE1nFZsVE8YiWV6Ngr7lV8H6bdoBQGP/l73euDMQ9k+bBQ==";
    private static final Instant AT = Instant.ofEpochSecond(1679315147);

    @Test
    void aCheckpointIsReadAndWrittenAlike() {
        var checkpoint = Checkpoint.parse(BODY);

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20852163);
        assertThat(checkpoint.extensions()).isEmpty();
        assertThat(checkpoint.text()).isEqualTo(BODY);
        assertThat(checkpoint.seen()).isEqualTo("20852163/CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
        assertThat(Checkpoint.parse(BODY + "more\n").extensions()).containsExactly("more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "origin\n1\n",
                "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n9999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
            })
    void whatIsNotACheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCosignatureIsMadeAndReadAsTheSpecificationSays() {
        var seed = new byte[32];
        for (byte i = 0; i < 32; i++) {
            seed[i] = i;
        }
        var witness = SigningKey.fromSeed("witness.example/w1", true, seed);
        var checkpoint = Checkpoint.parse(BODY);

        assertThat(witness.verifier()).hasToString(WITNESS);
        assertThat(Cosignature.sign(checkpoint, witness, AT).line()).isEqualTo(COSIGNATURE);
        assertThat(Cosignature.on(SignedNote.parse(BODY + "\n" + COSIGNATURE + "\n"), VerifierKey.parse(WITNESS)))
                .contains(new Cosignature.By(witness.verifier(), AT));
    }

    @Test
    void aCosignatureIsOfThatCheckpointTimeAndWitnessAlone() {
        var key = VerifierKey.parse(WITNESS);
        var other = BODY.replace("20852163", "20852164");
        var later = SignedNote.Signed.parse(COSIGNATURE).bytes();
        later[7]++;

        assertThat(Cosignature.on(SignedNote.parse(other + "\n" + COSIGNATURE + "\n"), key))
                .isEmpty();
        assertThat(Cosignature.on(
                        new SignedNote(BODY, List.of(new SignedNote.Signed(key.name(), key.id(), later))), key))
                .isEmpty();
        assertThat(Cosignature.on(
                        SignedNote.parse(BODY + "\n" + COSIGNATURE + "\n"),
                        SigningKey.newWitness("witness.example/w1").verifier()))
                .isEmpty();
    }

    @Test
    void aLogsKeyDoesNotCosignAndAWitnesssKeyDoesNotSignCheckpoints() {
        var witness = SigningKey.newWitness("witness.example/w1");
        var log = SigningKey.newLog("example.com/behind-the-sofa");
        var checkpoint = Checkpoint.parse(BODY);

        assertThatThrownBy(() -> Cosignature.sign(checkpoint, log, AT)).isInstanceOf(IllegalArgumentException.class);
        assertThat(checkpoint.signed(witness).verifies(witness.verifier())).isFalse();
    }
}

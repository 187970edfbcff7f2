// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.testing.TestDatabase;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Ledger;

class SampleWitnessesTest {
    @TempDir
    Path folder;

    @Test
    void twoWitnessesSealTheSampleAndBearItsName() throws Exception {
        var ledger = Ledger.on(TestDatabase.fresh(), folder);
        var witnesses = new SampleWitnesses(folder);
        var policy = witnesses.of(ledger.verifier());
        ledger.append("one");
        ledger.seal(policy);

        assertThat(policy.accepts(ledger.published())).isTrue();
        assertThat(policy.cosigners(ledger.published()))
                .extracting(by -> by.witness().name())
                .containsExactly("sample/witness-1", "sample/witness-2");
        witnesses.destroy();
    }

    @Test
    void aRestartKeepsThePolicyAndWhatTheyRemember() throws Exception {
        var ledger = Ledger.on(TestDatabase.fresh(), folder);
        var before = new SampleWitnesses(folder);
        var policy = before.of(ledger.verifier());
        ledger.append("one");
        ledger.seal(policy);
        before.destroy();

        var after = new SampleWitnesses(folder);
        var again = after.of(ledger.verifier());
        ledger.append("two");
        ledger.seal(again);
        after.destroy();

        assertThat(again.digest()).isEqualTo(policy.digest());
        assertThat(Checkpoint.of(ledger.published()).size()).isEqualTo(2);
    }
}

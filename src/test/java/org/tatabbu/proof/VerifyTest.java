// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code verifier/Verify.java} accepts. */
class VerifyTest {
    @Test
    void aBundleOfEveryKindOfKeyHolds() {
        for (var story : List.of(
                new Story(),
                new Story(Signer.passkey(), Signer.edwardsPasskey()),
                new Story(Signer.edwardsPasskey(), Signer.file(), Signer.passkey()))) {
            assertThat(Verifier.ask(story.bundle()).fault()).isEmpty();
        }
    }
}

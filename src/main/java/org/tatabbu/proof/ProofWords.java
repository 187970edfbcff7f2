// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface ProofWords {
    String verify();

    String verifyLead();

    String nothingLeaves();

    String withoutScript();

    String insecure(String scheme);

    String bundle();

    String bundleHint(String file);

    String elsewhere();

    String fingerprint();

    String fingerprintHint();

    String policy();

    String policyHint();

    String checkpoint();

    String checkpointHint();

    String check();

    String result();

    String holdsHere();

    String compareHere();

    String text();

    String ownMachine();

    String ownMachineLead(String java);

    String step();

    String download(String file);

    String readFirst();

    String readMe(
            String command,
            String verifier,
            String java,
            String text,
            String record,
            String statements,
            String parties,
            String mandates,
            String proofs,
            String policy);

    String currentCheckpoint();

    static ProofWords in(Language language) {
        return Words.of(ProofWords.class, language);
    }
}

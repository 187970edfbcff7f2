// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.util.List;
import org.tatabbu.language.Language;

/** Where a bundle is verified by the reader's own browser. */
record VerifyPage(Language language, List<VerifierSource.Finding> findings) {
    /** What the reader runs; the codes are those of the notes verbales. */
    static final String COMMAND = "java Verify.java bundle.zip --authority \"PARTY=CODE\" --authority \"PARTY=CODE\"";

    static final String VERIFIER = "Verify.java";
    static final String JAVA = "Java 25";

    ProofWords words() {
        return ProofWords.in(language);
    }

    /** In parts that stay on one line. */
    List<String> command() {
        return List.of(COMMAND.split(" (?=--)", -1));
    }

    String insecure() {
        return words().insecure("https");
    }

    String bundleHint() {
        return words().bundleHint("bundle.zip");
    }

    String ownMachineLead() {
        return words().ownMachineLead(JAVA);
    }

    String download() {
        return words().download(VERIFIER);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.statement.PartyStatement;
import org.tatabbu.statement.Unreadable;
import org.tatabbu.statement.Verdict;

/** What the program would have let in and what {@code Verify.java} lets pass are the same keys and the same answers of passkeys. */
class SameVerdictsTest {
    static Stream<Forgeries.Forgery> forged() {
        return Stream.concat(Forgeries.passkeys().stream(), ForgedKeys.all().stream());
    }

    @ParameterizedTest
    @MethodSource("forged")
    void theProgramRefusesWhatTheVerifierRefuses(Forgeries.Forgery forgery) throws Exception {
        assertThat(Verifier.ask(forgery.bundle()).holds()).isFalse();
        assertThat(wouldHaveTaken(forgery.bundle())).isFalse();
    }

    /** Every combination of what an authenticator can say of its holder and of copies of its key. */
    @Test
    void theyAgreeOnEveryFlagOfAnAuthenticator() throws Exception {
        int taken = 0;
        for (int flags = 0; flags < 256; flags++) {
            int said = flags;
            var bundle = told(signer -> signer.flags = said);
            boolean holds = Verifier.ask(bundle).holds();
            assertThat(wouldHaveTaken(bundle)).as("flags %x", flags).isEqualTo(holds);
            taken += holds ? 1 : 0;
        }
        // Present and verified; with the two flags that have no meaning yet, and copies not made, possible or made.
        assertThat(taken).isEqualTo(2 * 2 * 3);
    }

    static Stream<Consumer<Signer>> clients() {
        return Stream.of(
                signer -> signer.client.remove("crossOrigin"),
                signer -> signer.client.put("crossOrigin", false),
                signer -> signer.client.put("crossOrigin", true),
                signer -> signer.client.put("crossOrigin", "false"),
                signer -> signer.client.put("topOrigin", ""),
                signer -> signer.client.put("later", Map.of("a", List.of(1, true))),
                signer -> signer.client.put("later", "\u202e"),
                signer -> signer.client.remove("origin"),
                signer -> signer.client.put("origin", List.of(Signer.ORIGIN)),
                signer -> signer.client.put("origin", Signer.ORIGIN + "/"),
                signer -> signer.client.put("origin", "null"),
                signer -> signer.client.remove("type"),
                signer -> signer.client.put("type", "webauthn.GET"),
                signer -> signer.client.put("challenge", ""));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theyAgreeOnWhatABrowserSays(Consumer<Signer> change) throws Exception {
        var bundle = told(change);
        assertThat(wouldHaveTaken(bundle)).isEqualTo(Verifier.ask(bundle).holds());
    }

    @Test
    void bothTakeEveryKindOfKey() throws Exception {
        var bundle = new Story(Signer.file(), Signer.passkey(), Signer.edwardsPasskey()).bundle();
        assertThat(Verifier.ask(bundle).holds()).isTrue();
        assertThat(wouldHaveTaken(bundle)).isTrue();
    }

    private static byte[] told(Consumer<Signer> change) {
        var story = new Story();
        change.accept(story.sides.get(1).signer);
        return story.bundle();
    }

    /** Whether each party's key and mandate can be read, and each adoption holds under the mandate's key. */
    private static boolean wouldHaveTaken(byte[] bundle) throws IOException {
        var files = unzipped(bundle);
        try {
            var mandates = new HashMap<String, MandateStatement>();
            for (var name : files.keySet()) {
                if (name.matches("parties/.*json")) {
                    assertThat(read(files, name).statement()).isInstanceOf(PartyStatement.class);
                } else if (name.matches("mandates/.*json")) {
                    var mandate = (MandateStatement) read(files, name).statement();
                    mandates.put("statements/" + mandate.party() + ".json", mandate);
                }
            }
            for (var mandate : mandates.entrySet()) {
                if (read(files, mandate.getKey()).under(mandate.getValue().key()) instanceof Verdict.Fails) {
                    return false;
                }
            }
            return mandates.size() > 1;
        } catch (Unreadable e) {
            return false;
        }
    }

    private static Envelope read(Map<String, byte[]> files, String name) {
        return Envelope.read(files.getOrDefault(name, new byte[0]));
    }

    private static Map<String, byte[]> unzipped(byte[] bundle) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}

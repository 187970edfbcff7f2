// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.language.Language;
import org.tatabbu.original.RenderedText;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Fingerprint;

/** What {@code verifier/Verify.java} accepts, and what it says. */
class VerifyTest {
    @TempDir
    private Path folder;

    @Test
    void aBundleOfEveryKindOfKeyHolds() {
        for (var story : List.of(
                new Story(),
                new Story(Signer.passkey(), Signer.edwardsPasskey()),
                new Story(Signer.edwardsPasskey(), Signer.file(), Signer.passkey()),
                new Story(Signer.file()))) {
            assertThat(Verifier.ask(story.bundle()).fault()).isEmpty();
        }
    }

    @Test
    void logsOfEverySizeProveTheirEntries() {
        for (int more = 0; more < 20; more++) {
            var story = new Story();
            for (int i = 0; i < more; i++) {
                story.order.add(i % 3 == 0 ? 0 : story.order.size(), "other");
            }
            assertThat(Verifier.ask(story.bundle()).fault()).isEmpty();
        }
    }

    @Test
    void aMandateMayEndAfterTheAct() {
        var story = new Story();
        story.order.add("end 1");

        assertThat(Verifier.ask(story.bundle()).fault()).isEmpty();
    }

    @Test
    void eachQuorumOfAPolicyIsCountedAsItIsWritten() {
        for (var enough : List.of("any", "1", "2", "all")) {
            var story = new Story();
            story.policy = "# who sees the log\n\n" + story.policy(enough).replace(" ", " \t ");
            assertThat(Verifier.ask(story.bundle()).fault()).isEmpty();
        }
        var unwitnessed = new Story();
        unwitnessed.policy = unwitnessed.policy("all").replace("quorum parties", "quorum none");
        unwitnessed.cosigners.clear();
        assertThat(Verifier.ask(unwitnessed.bundle()).steps()).contains(List.of("no-quorum", "0"));
    }

    @Test
    void itSaysWhichFingerprintsTheReaderHasYetToCompare() {
        var story = new Story();
        var east = Scribe.fingerprint(story.sides.getFirst().authority);
        var west = Scribe.fingerprint(story.sides.get(1).authority);
        var known = new Verifier.Known(new LinkedHashMap<>(Map.of("الشرق", east)), new byte[0], new byte[0]);

        assertThat(Verifier.ask(story.bundle(), known).steps())
                .contains(List.of("party-told", "Eastland", Scribe.code(east), east))
                .contains(List.of("party-key", "Westland", Scribe.code(west), west));
    }

    @Test
    void theShortCodesAreThoseThatTheProgramShows() {
        for (int i = 0; i < 20; i++) {
            assertThat(Verifier.ask(new Story().bundle()).steps())
                    .filteredOn(step -> step.getFirst().equals("party-key"))
                    .hasSize(2)
                    .allSatisfy(
                            step -> assertThat(step.get(2)).isEqualTo(new Fingerprint(new Digest(step.get(3))).code()));
        }
    }

    @Test
    void aDecisionIsOneWhereItsRecordSaysSo() {
        var story = new Story();
        story.record.put("kind", "decision");
        story.act.put("kind", "decision");

        assertThat(Verifier.ask(story.bundle()).fault()).isEmpty();
    }

    @Test
    void aKeptCheckpointOfTheSameSizeIsCompared() {
        var story = new Story();
        var bundle = story.bundle();
        var kept = story.checkpoint().getBytes(UTF_8);
        var known = new Verifier.Known(Map.of(), story.policy.getBytes(UTF_8), kept);
        assertThat(Verifier.ask(bundle, known).steps()).contains(List.of("kept", "9"), List.of("own-policy"));

        story.log.entries.add("one more".getBytes(UTF_8));
        var later = new Verifier.Known(Map.of(), new byte[0], story.checkpoint().getBytes(UTF_8));
        assertThat(Verifier.ask(bundle, later).steps()).contains(List.of("kept-open", "10"));
    }

    @Test
    void startedAsAProgramItSpeaksThreeLanguagesAndExitsWithItsVerdict() throws Exception {
        var story = new Story();
        var bundle = Files.write(folder.resolve("bundle.zip"), story.bundle());
        var policy = Files.writeString(folder.resolve("policy.txt"), story.policy);
        var east = Scribe.fingerprint(story.sides.getFirst().authority);

        var english = run(
                "--lang",
                "en",
                "--authority",
                "Eastland=" + east.substring(0, 20) + " " + east.substring(20),
                "--policy",
                policy.toString());
        assertThat(english).startsWith("0\n✓ The bundle has its 20 files").contains("All of this holds.\nCompare each");
        assertThat(run("--lang", "ar")).startsWith("0\n").contains("كل ما سبق صحيح.", "الخلاصات رقم 3/2026");
        assertThat(run("--lang", "fr", "--authority", "L’Est=" + "0".repeat(64)))
                .startsWith("1\n✗ La clé de L’Est n’a pas l’empreinte que vous avez donnée, mais\n  " + east);

        story.log.entries.add("one more".getBytes(UTF_8));
        var later = Files.writeString(folder.resolve("later"), story.checkpoint());
        assertThat(run("--lang", "en", "--checkpoint", later.toString()))
                .startsWith("0\n")
                .contains("\n– Not compared")
                .doesNotContain("✓ Not compared");

        Files.write(bundle, new byte[100]);
        assertThat(run("--lang", "en")).startsWith("1\n✗ The file is not a bundle, or a byte of it was changed.");
        assertThat(run("--what")).startsWith("2\njava Verify.java bundle.zip");
    }

    /** What a hostile host puts into a bundle is told, and steers no terminal. */
    @Test
    void nothingOfABundleSteersTheTerminalOrTurnsALine() throws Exception {
        var signature = new Story();
        var log = new Story();
        log.log.origin = "committee.example/\u009b31mlog\u202e";
        log.policy = log.policy("all");
        var party = new Story();
        party.record.put(
                "parties",
                List.of(
                        Map.of("id", party.sides.getFirst().id, "name", names("Eastland\n\n✓ All of this holds.")),
                        Map.of("id", party.sides.get(1).id, "name", names("{0}¶{1}"))));
        party.reading = (record, language) ->
                new String(RenderedText.of(record, Language.of(language).orElseThrow()), UTF_8);
        var files = signature.files();
        files.replaceAll((name, bytes) -> name.endsWith(".tlog-proof")
                ? Scribe.join(bytes, "— \u001b]0;owned\u0007\u2028\u200f AAAAAAAA\n".getBytes(UTF_8))
                : bytes);

        assertThat(told(Scribe.zip(files))).contains("\\u{1b}]0;owned\\u{7}\\u{2028}\\u{200f}");
        assertThat(told(log.bundle())).contains("\\u{9b}31mlog\\u{202e}");
        assertThat(told(party.bundle()))
                .startsWith("0\n")
                .contains("Eastland\\u{a}\\u{a}✓ All of this holds. made its key known", "{0}¶{1} made its key known");
    }

    private static Map<String, String> names(String name) {
        return Story.names(name, name, name);
    }

    /** What it says of a bundle in English, in which nothing but its own line ends may be a control. */
    private String told(byte[] bundle) throws Exception {
        Files.write(folder.resolve("bundle.zip"), bundle);
        var said = run("--lang", "en");
        assertThat(said).matches("(?s)[01]\n(✓ |✗ ).*").doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}&&[^\n]]");
        return said;
    }

    private String run(String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                Verifier.SOURCE.toString(),
                folder.resolve("bundle.zip").toString()));
        command.addAll(List.of(options));
        var child = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(child.getInputStream().readAllBytes(), UTF_8);
        return child.waitFor() + "\n" + said;
    }
}

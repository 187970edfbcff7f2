// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/verifying.md and docs/formats.md show is what the verifier says and what a bundle has. */
class VerifyingPaperTest {
    private static final Path VERIFYING = Path.of("docs", "verifying.md");
    private static final Path FORMATS = Path.of("docs", "formats.md");
    private static final Pattern INDENTED = Pattern.compile("(?m)(?:^    .*\\n(?:\\n(?=    ))*)+");
    private static final Pattern OPTION = Pattern.compile("--[a-z]+");

    /** What is another in each story: digests, codes, keys of notes. */
    private static final List<Pattern> OTHERS = List.of(
            Pattern.compile("\\b[0-9a-f]{64}\\b"),
            Pattern.compile("\\b([0-9a-f]{4} ){8}[0-9]{2}\\b"),
            Pattern.compile("\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}"));

    @TempDir
    private Path folder;

    /** The indented parts of a paper, without their indentation; an empty line does not end one. */
    private static List<String> shown(Path paper) throws IOException {
        return INDENTED.matcher(Files.readString(paper))
                .results()
                .map(part -> part.group().replaceAll("(?m)^    ", "").strip() + "\n")
                .toList();
    }

    private static String shown(Path paper, String start) throws IOException {
        return shown(paper).stream()
                .filter(part -> part.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(paper + " shows nothing that begins with " + start));
    }

    private static String masked(String said) {
        for (var other : OTHERS) {
            said = other.matcher(said).replaceAll("#");
        }
        return said;
    }

    private String run(List<String> options) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                Verifier.SOURCE.toAbsolutePath().toString()));
        command.addAll(options);
        var child = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(child.getInputStream().readAllBytes(), UTF_8);
        return child.waitFor() + "\n" + said;
    }

    @Test
    void theCommandThatIsShownGivesTheAnswerThatIsShown() throws Exception {
        var story = new Story();
        Files.write(folder.resolve("bundle.zip"), story.bundle());
        var west = Scribe.code(Scribe.fingerprint(story.sides.get(1).authority));

        var command = shown(VERIFYING, "java Verify.java bundle.zip --authority");
        assertThat(command).matches("java Verify\\.java bundle\\.zip --authority \"Westland=[0-9a-f ]+\"\n");
        var answer = run(List.of("bundle.zip", "--authority", "Westland=" + west, "--lang", "en"));

        assertThat(masked(answer)).isEqualTo(masked("0\n" + shown(VERIFYING, "✓ ")));
    }

    @Test
    void theCodesThatAreShownAreThoseOfTheFingerprintsThatAreShown() throws IOException {
        var answer = shown(VERIFYING, "✓ ");
        var prints = OTHERS.getFirst()
                .matcher(answer)
                .results()
                .map(MatchResult::group)
                .skip(1)
                .toList();
        assertThat(prints).hasSize(2);
        assertThat(OTHERS.get(1).matcher(answer).results().map(MatchResult::group))
                .isEqualTo(prints.stream().map(Scribe::code).toList());
        assertThat(shown(VERIFYING, "java Verify.java bundle.zip --authority"))
                .contains("\"Westland=" + Scribe.code(prints.getLast()) + "\"");
    }

    @Test
    void aChangedBundleGetsTheAnswerThatIsShown() throws Exception {
        var bundle = new Story().bundle();
        bundle[bundle.length / 2] ^= 1;
        Files.write(folder.resolve("bundle.zip"), bundle);

        assertThat(run(List.of("bundle.zip", "--lang", "en"))).isEqualTo("1\n" + shown(VERIFYING, "✗ "));
    }

    @Test
    void everyOptionIsOnThePaperAndEveryOneThereIsAnOption() throws Exception {
        var usage = run(List.of());

        assertThat(usage).startsWith("2\n");
        assertThat(options(Files.readString(VERIFYING))).isEqualTo(options(usage));
    }

    private static Set<String> options(String text) {
        return OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theFilesOfABundleAreThoseOfThePaperInItsOrder() throws IOException {
        var story = new Story();
        story.order.add("end 0");
        var places = shown(FORMATS, "record.json")
                .lines()
                .map(line -> line.replaceAll("\\s.*", ""))
                .flatMap(name -> name.endsWith("|.tlog-proof")
                        ? Stream.of(name.replace("|.tlog-proof", ""), name.replace(".json|", ""))
                        : Stream.of(name))
                .map(name -> name.replaceAll("<[a-z]+>", "#"))
                .toList();

        var order = story.files().keySet().stream()
                .map(name -> name.replaceAll("[0-9a-f-]{36}", "#").replaceAll("(?<=[/.])(ar|fr|en)(?=\\.txt)", "#"))
                .distinct()
                .toList();
        assertThat(order).isEqualTo(places);
    }

    @Test
    void theMembersOfEachStatementAreThoseOfThePaper() throws IOException {
        var story = new Story();
        story.files();
        var side = story.sides.getFirst();
        var paper = Files.readString(FORMATS);

        for (var one : Map.of("party", side.party, "mandate", side.mandate, "mandate-end", side.end)
                .entrySet()) {
            assertThat(members(paper, one.getKey())).as(one.getKey()).isEqualTo(named(one.getValue()));
        }
        assertThat(members(paper, "adoption")).isEqualTo(named(side.adoption));
    }

    private static Set<String> named(Map<String, Object> statement) {
        var names = new TreeSet<>(statement.keySet());
        names.remove("type");
        return names;
    }

    /** The names in code of a row, without what stands in braces and brackets, and without values. */
    private static Set<String> members(String paper, String kind) {
        var row = paper.lines()
                .filter(line -> line.startsWith("| `" + kind + "` |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row for " + kind));
        return Pattern.compile("`([a-zA-Z]+)`")
                .matcher(row.substring(row.indexOf('|', 2)).replaceAll("\\{[^}]*}|\\([^)]*\\)|`head`/`alternate`", ""))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

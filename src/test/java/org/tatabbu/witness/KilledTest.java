// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.testing.TestDatabase;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Ledger;
import org.tatabbu.transparency.Policy;
import org.tatabbu.transparency.SignedNote;

/**
 * A process that seals is killed, as a machine that loses its power kills it, at every point on the way. How many times at each:
 * {@code -Dtatabbu.kills=20}.
 */
class KilledTest {
    private static final int TIMES = Integer.getInteger("tatabbu.kills", 3);

    @TempDir
    Path folder;

    private TestDatabase database;
    private Ledger ledger;
    private Party east;
    private Party west;
    private Policy policy;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        ledger = Ledger.on(database, folder);
        east = Party.of(folder, ledger.verifier(), "east");
        west = Party.of(folder, ledger.verifier(), "west");
        policy = Party.all(ledger.verifier(), east, west);
        Files.writeString(folder.resolve("policy"), """
                log %s
                witness east %s %s
                witness west %s %s
                group both all east west
                quorum both
                """.formatted(
                        ledger.verifier(), east.key, east.address(), west.key, west.address()));
    }

    @AfterEach
    void close() throws Exception {
        east.close();
        west.close();
    }

    private Process child(String name, String point) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        "org.tatabbu.transparency.Child",
                        database.url(),
                        folder.toString(),
                        folder.resolve("policy").toString(),
                        name,
                        point)
                .redirectError(
                        folder.resolve("errors-" + name.replace('/', '-')).toFile())
                .start();
    }

    /** As this process has it, however its classes came. */
    static String classPath() {
        return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    /** What it said until that point, or its end. */
    private static List<String> said(Process child, String until) throws IOException {
        var lines = new ArrayList<String>();
        var reader = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.equals(until)) {
                break;
            }
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEFORE_COMMIT",
                "COMMITTED",
                "INTEGRATED",
                "SIGNED",
                "ONE_WITNESS",
                "BOTH_WITNESSES",
                "PUBLISHED"
            })
    void nothingThatWasSaidIsLostAndNobodySeesTwoHistories(String point) throws Exception {
        var acknowledged = new ArrayList<String>();
        Optional<SignedNote> kept = Optional.empty();
        for (int time = 1; time <= TIMES; time++) {
            var name = point + "/" + time;
            var child = child(name, point);
            var lines = said(child, "AT " + point);
            assertThat(lines).as(name).endsWith("AT " + point);
            // SIGKILL: nothing of it runs any more.
            child.destroyForcibly();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(128 + 9);
            lines.stream()
                    .filter(line -> line.startsWith("COMMITTED "))
                    .forEach(line -> acknowledged.add(line.substring("COMMITTED ".length())));

            ledger.announced.clear();
            ledger.seal(policy);

            assertThat(ledger.announced).as("sealed by a mere restart: " + name).hasSize(1);
            assertThat(ledger.entries())
                    .containsAll(acknowledged)
                    .doesNotHaveDuplicates()
                    .noneMatch(entry -> entry.endsWith("uncommitted"));
            assertThat(new Auditor(policy).audit(ledger::read, ledger.published(), kept))
                    .isInstanceOf(Finding.Holds.class);
            for (var party : List.of(east, west)) {
                assertThat(party.remembers().text())
                        .isEqualTo(ledger.published().text());
            }
            kept = Optional.of(ledger.published());
        }
        assertThat(acknowledged).hasSize(3 * TIMES);
        assertThat(Checkpoint.of(ledger.published()).size()).isEqualTo(3L * TIMES);
    }

    @Test
    void twoProcessesThatSealAtTheSameTimeMakeOneHistory() throws Exception {
        var first = child("first", "NOWHERE");
        var second = child("second", "NOWHERE");
        var lines = new ArrayList<>(said(first, "DONE"));
        lines.addAll(said(second, "DONE"));
        ledger.seal(policy);

        assertThat(lines).filteredOn("DONE"::equals).hasSize(2);
        assertThat(lines).noneMatch(line -> line.startsWith("STOPPED"));
        assertThat(ledger.entries()).hasSize(6).doesNotHaveDuplicates();
        assertThat(ledger.entries().stream().filter(entry -> entry.startsWith("first")))
                .containsExactly("first/0", "first/1", "first/2");
        assertThat(new Auditor(policy).audit(ledger::read, ledger.published(), Optional.empty()))
                .isInstanceOf(Finding.Holds.class);
    }
}

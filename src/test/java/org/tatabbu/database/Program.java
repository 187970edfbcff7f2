// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.tatabbu.Application;

/** The program as a process of its own, as its operator sees it. */
public record Program(Process process, Path output, Path errors) implements AutoCloseable {

    private static final int SECONDS = 60;

    static Program started(Path folder, String language, String... arguments) throws IOException {
        return started(folder, language, List.of(), arguments);
    }

    /** With these options of the machine it runs on. */
    public static Program started(Path folder, String language, List<String> options, String... arguments)
            throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=" + language,
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName()));
        command.addAll(1, options);
        command.addAll(List.of(arguments));
        ProcessBuilder program =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        program.environment().put("SERVER_PORT", "0");
        return new Program(program.start(), output, errors);
    }

    /** Waits until it answers; the port. */
    public int port() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS); System.nanoTime() < end; ) {
            var said = Pattern.compile("http://localhost:(\\d+)/").matcher(Files.readString(output));
            if (said.find()) {
                return Integer.parseInt(said.group(1));
            }
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as(() -> "it ends early: " + errors)
                    .isFalse();
        }
        throw new AssertionError("It did not answer within " + SECONDS + " s");
    }

    /** Waits for the end; the one line it leaves to its operator. */
    String refusal() throws IOException, InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readAllLines(errors)).hasSize(1);
        return Files.readString(errors).strip();
    }

    /** The number of the PostgreSQL process, once that has taken the place of {@code former}. */
    long postgres(Path data, long former) throws IOException, InterruptedException {
        Path file = data.resolve("postgres").resolve("postmaster.pid");
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS); System.nanoTime() < end; ) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 7 && lines.get(7).startsWith("ready") && Long.parseLong(lines.getFirst()) != former) {
                return Long.parseLong(lines.getFirst());
            }
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("it ends early")
                    .isFalse();
        }
        throw new AssertionError("PostgreSQL was not ready within " + SECONDS + " s");
    }

    /** Whether a process, ours or not, ends soon. */
    static boolean ends(long pid) {
        return ProcessHandle.of(pid)
                .map(handle ->
                        handle.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join())
                .filter(ProcessHandle::isAlive)
                .isEmpty();
    }

    @Override
    public void close() {
        process.destroy();
        assertThat(ends(process.pid())).isTrue();
    }
}

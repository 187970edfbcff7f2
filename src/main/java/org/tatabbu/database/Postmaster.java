// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The PostgreSQL process over a {@link DataFolder}: it starts with the program and stops with it. */
final class Postmaster implements AutoCloseable {

    private static final Duration STOPS_WITHIN = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 3;

    private final DataFolder folder;
    private final Path programs;
    private int port;

    private Postmaster(DataFolder folder, Path programs) {
        this.folder = folder;
        this.programs = programs;
    }

    static Postmaster started(Path data) throws IOException {
        DataFolder folder = DataFolder.held(data);
        try {
            refuseOtherVersion(folder);
            Postmaster postmaster = new Postmaster(folder, Binaries.unpackedUnder(folder.binaries()));
            if (Files.notExists(folder.cluster())) {
                NewCluster.in(folder, postmaster);
            }
            postmaster.endOrphan();
            postmaster.start();
            return postmaster;
        } catch (IOException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    DatabaseAddress owner() throws IOException {
        return address(NewCluster.OWNER);
    }

    DatabaseAddress application() throws IOException {
        return address(NewCluster.APPLICATION);
    }

    private DatabaseAddress address(String role) throws IOException {
        String password = Files.readString(NewCluster.password(folder.cluster()));
        return new DatabaseAddress(
                "127.0.0.1:" + port, NewCluster.DATABASE, "?sslmode=disable&gssEncMode=disable", role, password);
    }

    private static void refuseOtherVersion(DataFolder folder) throws IOException {
        Path file = folder.cluster().resolve("PG_VERSION");
        if (Files.notExists(file)) {
            return;
        }
        String theirs = Files.readString(file).strip();
        String ours = Integer.toString(Binaries.POSTGRESQL);
        if (Integer.parseInt(theirs) > Binaries.POSTGRESQL) {
            throw new CannotStart(
                    words -> words.folderOfNewerVersion(folder.cluster().toString(), theirs, ours));
        }
        if (Integer.parseInt(theirs) < Binaries.POSTGRESQL) {
            throw new CannotStart(
                    words -> words.folderOfOlderVersion(folder.cluster().toString(), theirs, ours));
        }
    }

    /**
     * Ends a postmaster that outlived a killed program. The number in {@code postmaster.pid} may by now belong to
     * anybody, so only a process that runs our own copy of PostgreSQL is signalled; otherwise the file is stale.
     */
    private void endOrphan() throws IOException {
        Optional<ProcessHandle> process = pidFile(0).map(Long::valueOf).flatMap(ProcessHandle::of);
        if (process.isEmpty()) {
            return;
        }
        Path ours = folder.binaries().toRealPath();
        if (process.get()
                .info()
                .command()
                .filter(command -> Path.of(command).startsWith(ours))
                .isPresent()) {
            stop();
        } else {
            Files.deleteIfExists(pidFile());
        }
    }

    /** A port is free when asked for and may be taken a moment later, hence the attempts. */
    private void start() throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            port = freePort();
            // Whole seconds: that is how postmaster.pid counts.
            long since = Instant.now().getEpochSecond();
            Process control = run(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-t",
                    "600",
                    "-D",
                    folder.cluster().toString(),
                    "-l",
                    folder.log().toString(),
                    "-o",
                    "-p " + port);
            if (within(Duration.ofMinutes(10), () -> isReady(since) || !control.isAlive()) && isReady(since)) {
                return;
            }
        }
        throw failed("pg_ctl start");
    }

    /** pg_ctl itself looks only ten times a second; postmaster.pid says the same sooner. */
    private boolean isReady(long since) {
        return pidFile(3).equals(Optional.of(Integer.toString(port)))
                && pidFile(2)
                        .filter(seconds -> Long.parseLong(seconds) >= since)
                        .isPresent()
                && pidFile(7).equals(Optional.of("ready"));
    }

    /** Fast stop: connections are cut, what was committed is on disk, the next start needs no recovery. */
    private void stop() throws IOException {
        run("pg_ctl", "stop", "-W", "-m", "fast", "-D", folder.cluster().toString());
        if (!within(STOPS_WITHIN, () -> Files.notExists(pidFile()))) {
            throw failed("pg_ctl stop");
        }
    }

    private Path pidFile() {
        return folder.cluster().resolve("postmaster.pid");
    }

    private Optional<String> pidFile(int line) {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            return line < lines.size()
                    ? Optional.of(lines.get(line).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static boolean within(Duration bound, BooleanSupplier condition) throws IOException {
        long end = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(3);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while PostgreSQL was starting or stopping");
            }
        }
        return true;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts one of PostgreSQL's programs; what it says goes to the log. */
    Process run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (new UnixSystem().getUid() == 0) {
            // PostgreSQL refuses to be root; in a user namespace of its own it is nobody, yet may read its files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
    }

    void runToEnd(String program, String... arguments) throws IOException {
        Process process = run(program, arguments);
        process.getOutputStream().close();
        await(process, program);
    }

    void await(Process process, String program) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw failed(program);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(program);
        }
    }

    private RuntimeException failed(String program) throws IOException {
        if (new UnixSystem().getUid() == 0 && !namespacesAreAllowed()) {
            return new CannotStart(DatabaseWords::noRootHere);
        }
        return new IllegalStateException(program + " failed: " + folder.log() + " says why");
    }

    private static boolean namespacesAreAllowed() throws IOException {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The lock goes last: who takes the folder next finds no PostgreSQL in it. */
    @Override
    public void close() throws IOException {
        try {
            stop();
        } finally {
            folder.close();
        }
    }
}

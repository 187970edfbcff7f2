// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.tatabbu.transparency.SigningKey;
import org.tatabbu.transparency.VerifierKey;

/** The command {@code witness}, for the machine of one party: it remembers the log and cosigns what goes on from there. */
public final class WitnessCommand {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int CALLED_WRONGLY = 2;

    private static final String CALL = "witness --key FILE --state FOLDER --log KEY [--log KEY …] [--listen HOST:PORT]";
    private static final String NEW_KEY = "witness --new-key NAME FILE";
    private static final String AT_HOME = "127.0.0.1:4840";

    private final Console console;
    private final WitnessWords words;

    WitnessCommand(Console console, WitnessWords words) {
        this.console = console;
        this.words = words;
    }

    /** The exit status of {@code witness …}, its first argument being {@code witness}; while it listens, there is none. */
    public static int run(String[] arguments) {
        return new WitnessCommand(Console.ofThisProcess(), WitnessWords.ofTheMachine())
                .run(Arrays.asList(arguments).subList(1, arguments.length), new CountDownLatch(1));
    }

    /** @param end when it is to stop listening */
    int run(List<String> arguments, CountDownLatch end) {
        if (arguments.size() == 3 && arguments.getFirst().equals("--new-key")) {
            return newKey(arguments.get(1), arguments.get(2));
        }
        var options = Options.read(arguments, Set.of("--key", "--state", "--listen", "--log"), "--log")
                .filter(given -> given.has("--key", "--state", "--log"));
        if (options.isEmpty()) {
            console.err().println(words.howToWitness(CALL, NEW_KEY, "/log/vkey"));
            return CALLED_WRONGLY;
        }
        return serve(options.get(), end);
    }

    private int newKey(String name, String file) {
        try {
            var key = SigningKey.newWitness(name);
            key.write(Path.of(file));
            console.out().println(words.keyMade(file, key.verifier().toString()));
            return DONE;
        } catch (FileAlreadyExistsException there) {
            console.err().println(words.fileThere(file));
            return REFUSED;
        } catch (IOException | InvalidPathException failure) {
            console.err().println(words.notReadable(file, reason(failure)));
            return REFUSED;
        } catch (IllegalArgumentException notAName) {
            console.err().println(words.howToWitness(CALL, NEW_KEY, "/log/vkey"));
            return CALLED_WRONGLY;
        }
    }

    private int serve(Options options, CountDownLatch end) {
        var file = options.one("--key").orElseThrow();
        var key = key(file);
        var logs = logs(options.all("--log"));
        if (key.isEmpty() || logs.isEmpty()) {
            return REFUSED;
        }
        var folder = options.one("--state").orElseThrow();
        Memory memory;
        try {
            memory = Memory.in(Path.of(folder));
        } catch (Memory.InUse held) {
            console.err().println(words.stateInUse(folder));
            return REFUSED;
        } catch (IOException | InvalidPathException failure) {
            console.err().println(words.notReadable(folder, reason(failure)));
            return REFUSED;
        }
        var listen = options.one("--listen").orElse(AT_HOME);
        var witness = new Witness(key.get(), logs.get(), memory);
        try (var server = new WitnessServer(
                address(listen),
                witness,
                key.get().verifier(),
                InstantSource.system(),
                line -> console.out().println(line))) {
            console.out()
                    .println(words.listens(
                            key.get().verifier().name(),
                            server.address().toString(),
                            key.get().verifier().toString()));
            end.await();
            return DONE;
        } catch (IOException | IllegalArgumentException failure) {
            console.err().println(words.cannotListen(listen, reason(failure)));
            return REFUSED;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return DONE;
        }
    }

    private Optional<SigningKey> key(String file) {
        try {
            return Optional.of(SigningKey.read(Path.of(file)))
                    .filter(key -> key.verifier().cosigns())
                    .or(() -> {
                        console.err().println(words.notAKey(file));
                        return Optional.empty();
                    });
        } catch (IOException failure) {
            console.err().println(words.notReadable(file, reason(failure)));
        } catch (IllegalArgumentException notAKey) {
            console.err().println(words.notAKey(file));
        }
        return Optional.empty();
    }

    /** Each is a key, or a file that holds one. */
    private Optional<List<VerifierKey>> logs(List<String> given) {
        var logs = new ArrayList<VerifierKey>();
        for (var one : given) {
            try {
                var text = isFile(one)
                        ? Files.readString(Path.of(one), StandardCharsets.UTF_8).strip()
                        : one;
                var key = VerifierKey.parse(text);
                if (key.cosigns()) {
                    throw new IllegalArgumentException(one);
                }
                logs.add(key);
            } catch (IOException failure) {
                console.err().println(words.notReadable(one, reason(failure)));
                return Optional.empty();
            } catch (IllegalArgumentException notAKey) {
                console.err().println(words.notAKey(one));
                return Optional.empty();
            }
        }
        return Optional.of(logs);
    }

    private static boolean isFile(String given) {
        try {
            return Files.isRegularFile(Path.of(given));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return new InetSocketAddress(
                colon < 0 ? hostAndPort : hostAndPort.substring(0, colon),
                Integer.parseInt(hostAndPort.substring(colon + 1)));
    }

    private static String reason(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.Application;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Hash;
import org.tatabbu.transparency.Merkle;
import org.tatabbu.transparency.SignedNote;
import org.tatabbu.transparency.SigningKey;

/** The witness of a party loses its power while it answers. How many times: {@code -Dtatabbu.kills=20}. */
class WitnessKilledTest {
    private static final int TIMES = Integer.getInteger("tatabbu.kills", 3);
    private static final String ORIGIN = "example.org/log";
    private static final SigningKey LOG = SigningKey.newLog(ORIGIN);
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/");
    private static final List<Hash> LEAVES = leaves("entry ");
    private static final List<Hash> OTHERS = leaves("other ");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void aPartyHasItsKeyAndTheLogs() throws IOException {
        SigningKey.newWitness("witness.example/w1").write(folder.resolve("w.key"));
        Files.writeString(folder.resolve("log.vkey"), LOG.verifier() + "\n");
    }

    private static List<Hash> leaves(String name) {
        return IntStream.range(0, 8 * TIMES)
                .mapToObj(i -> Merkle.leaf((name + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static SignedNote tree(List<Hash> leaves, int size) {
        return new Checkpoint(ORIGIN, size, Merkle.root(leaves.subList(0, size))).signed(LOG);
    }

    private Process witness() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        KilledTest.classPath(),
                        Application.class.getName(),
                        "witness",
                        "--key",
                        folder.resolve("w.key").toString(),
                        "--state",
                        folder.resolve("state").toString(),
                        "--listen",
                        "127.0.0.1:0",
                        "--log",
                        folder.resolve("log.vkey").toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private String address(BufferedReader said) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.find()) {
                return found.group();
            }
        }
        throw new AssertionError("It never listened: " + Files.readString(folder.resolve("errors")));
    }

    private static HttpRequest asked(String address, List<Hash> leaves, int old, int size) {
        var body = new StringBuilder("old " + old + "\n");
        Merkle.consistency(old, size, Merkle.over(leaves))
                .forEach(hash -> body.append(hash.base64()).append('\n'));
        body.append('\n').append(tree(leaves, size));
        return HttpRequest.newBuilder(URI.create(address + "add-checkpoint"))
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private int remembered() throws IOException {
        try (var memory = Memory.in(folder.resolve("state"))) {
            var last = memory.last(ORIGIN).orElseThrow();
            var size = (int) Checkpoint.of(last).size();
            assertThat(last.text()).isEqualTo(tree(LEAVES, size).text());
            return size;
        }
    }

    private HttpResponse<String> answer(HttpRequest asked) throws Exception {
        return client.send(asked, BodyHandlers.ofString());
    }

    @Test
    void whatItAnsweredBeforeItWasKilledItRemembers() throws Exception {
        int size = 0;
        for (int time = 1; time <= TIMES; time++) {
            var child = witness();
            try (var said = child.inputReader()) {
                var address = address(said);
                if (size > 0) {
                    assertThat(answer(asked(address, OTHERS, size, size)).statusCode())
                            .isEqualTo(409);
                }
                for (int step = 0; step <= time % 3; step++, size++) {
                    assertThat(answer(asked(address, LEAVES, size, size + 1)).statusCode())
                            .isEqualTo(200);
                }
                var underWay = client.sendAsync(asked(address, LEAVES, size, size + 2), BodyHandlers.ofString());
                // SIGKILL: nothing of it runs any more, wherever it was with the last question.
                child.destroyForcibly();
                assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(child.exitValue()).isEqualTo(128 + 9);

                boolean answered = answered(underWay::join);
                assertThat(remembered()).isIn(answered ? List.of(size + 2) : List.of(size, size + 2));
                size = remembered();
            }
        }
        assertThat(size).isGreaterThanOrEqualTo(TIMES);
    }

    private static boolean answered(Supplier<HttpResponse<String>> question) {
        try {
            return question.get().statusCode() == 200;
        } catch (CompletionException gone) {
            return false;
        }
    }
}

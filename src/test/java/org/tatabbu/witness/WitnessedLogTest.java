// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.testing.TestDatabase;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Ledger;
import org.tatabbu.transparency.LogRefused;
import org.tatabbu.transparency.Policy;
import org.tatabbu.transparency.Sealed;
import org.tatabbu.transparency.SigningKey;

/** A log between two parties, each with its witness. */
class WitnessedLogTest {
    @TempDir
    Path folder;

    private Ledger ledger;
    private Party east;
    private Party west;
    private Policy policy;

    @BeforeEach
    void open() throws Exception {
        ledger = Ledger.on(TestDatabase.fresh(), folder);
        east = Party.of(folder, ledger.verifier(), "east");
        west = Party.of(folder, ledger.verifier(), "west");
        policy = Party.all(ledger.verifier(), east, west);
    }

    @AfterEach
    void close() throws Exception {
        east.close();
        west.close();
    }

    @Test
    void whatBothHaveSeenIsSealed() throws Exception {
        ledger.append("one", "two");
        ledger.seal(policy);

        assertThat(policy.accepts(ledger.published())).isTrue();
        assertThat(policy.cosigners(ledger.published())).hasSize(2);
        assertThat(east.remembers().text()).isEqualTo(ledger.published().text());
        assertThat(ledger.announced).containsExactly(new Sealed(2, Ledger.NOON));
    }

    @Test
    void whileOneIsAwayNothingIsSealedAndThenItIs() throws Exception {
        var sealing = ledger.start(policy);
        west.leaves();
        ledger.append("one");
        sealing.round(Ledger.NOON);
        assertThat(ledger.hasPublished()).isFalse();
        assertThat(ledger.announced).isEmpty();
        assertThat(sealing.stopped()).isEmpty();

        west.returns();
        sealing.round(Ledger.NOON);
        assertThat(ledger.hasPublished()).as("it is asked again after a pause").isFalse();
        ledger.append("two");
        sealing.round(Ledger.NOON.plus(Duration.ofSeconds(2)));

        assertThat(Checkpoint.of(ledger.published()).size()).isEqualTo(2);
        assertThat(ledger.announced).hasSize(1);
    }

    @Test
    void aRestoredBackUpIsToldFromTheWitnessesAndSignsNothingMore() throws Exception {
        ledger.append("one", "two");
        ledger.seal(policy);
        // Not even the file beside the key is left.
        var restored = ledger.twin(TestDatabase.fresh(), Files.createDirectory(folder.resolve("restored")));
        restored.append("one");
        var sealing = restored.start(policy);
        sealing.round(Ledger.NOON);
        assertThat(sealing.stopped().orElseThrow().reason()).isEqualTo(LogRefused.Reason.ROLLED_BACK);
        assertThat(sealing.stopped().orElseThrow().size()).isEqualTo(2);

        restored.append("three");
        var again = restored.start(policy);
        again.round(Ledger.NOON);
        assertThat(again.stopped().orElseThrow().reason()).isEqualTo(LogRefused.Reason.ROLLED_BACK);
        assertThat(Checkpoint.of(restored.signed()).size())
                .as("it asks before it signs")
                .isEqualTo(1);
        assertThat(restored.hasPublished()).isFalse();
    }

    @Test
    void aRestoredBackUpSignsNothingWhileItsWitnessesAreAway() throws Exception {
        ledger.append("one");
        ledger.seal(policy);
        ledger.append("two");
        east.leaves();
        west.leaves();
        // As a back-up of the whole folder and database would start: nothing in it knows of a larger tree.
        var restored = ledger.start(policy);
        restored.round(Ledger.NOON);
        restored.round(Ledger.NOON.plus(Duration.ofHours(1)));
        assertThat(Checkpoint.of(ledger.signed()).size()).isEqualTo(1);
        assertThat(restored.stopped()).isEmpty();

        east.returns();
        west.returns();
        restored.round(Ledger.NOON.plus(Duration.ofHours(2)));
        assertThat(Checkpoint.of(ledger.published()).size()).isEqualTo(2);
    }

    @Test
    void aRestoredBackUpSignsNothingWhileSomethingElseAnswersForItsWitness() throws Exception {
        ledger.append("one");
        ledger.seal(Party.all(ledger.verifier(), east));
        ledger.append("two");
        try (var stranger =
                Party.of(folder, SigningKey.newLog("example.org/other").verifier(), "stranger")) {
            ledger.start(Party.all(ledger.verifier(), stranger)).round(Ledger.NOON);
        }
        assertThat(Checkpoint.of(ledger.signed()).size()).isEqualTo(1);
    }

    @Test
    void anotherHistoryIsRefusedByTheWitnessesAndToldAsThat() throws Exception {
        ledger.append("one", "two");
        ledger.seal(policy);
        var fork = ledger.twin(TestDatabase.fresh(), Files.createDirectory(folder.resolve("fork")));
        fork.append("one", "other", "three");

        var sealing = fork.start(policy);
        sealing.round(Ledger.NOON);

        assertThat(sealing.stopped().orElseThrow().reason()).isEqualTo(LogRefused.Reason.OTHER_HISTORY);
        assertThat(fork.hasPublished()).isFalse();
        assertThat(fork.announced).hasOnlyElementsOfType(LogRefused.class);
    }

    @Test
    void anotherTreeOfTheSameSizeIsRefusedToo() throws Exception {
        ledger.append("one", "two");
        ledger.seal(policy);
        var fork = ledger.twin(TestDatabase.fresh(), Files.createDirectory(folder.resolve("fork")));
        fork.append("one", "other");

        var sealing = fork.start(policy);
        sealing.round(Ledger.NOON);

        assertThat(sealing.stopped().orElseThrow().reason()).isEqualTo(LogRefused.Reason.OTHER_HISTORY);
    }

    @Test
    void aWitnessThatDoesNotKnowTheLogIsToldOfAndAskedAgain() throws Exception {
        try (var stranger =
                Party.of(folder, SigningKey.newLog("example.org/other").verifier(), "stranger")) {
            var sealing = ledger.start(Party.all(ledger.verifier(), east, stranger));
            ledger.append("one");
            sealing.round(Ledger.NOON);

            assertThat(ledger.hasPublished()).isFalse();
            assertThat(sealing.stopped()).isEmpty();
            assertThat(ledger.announced)
                    .singleElement()
                    .extracting(told -> ((LogRefused) told).reason())
                    .isEqualTo(LogRefused.Reason.NOT_KNOWN);
        }
    }

    @Test
    void aWitnessThatWasAwayAndThenDoesNotKnowTheLogIsToldOfOnce() throws Exception {
        try (var stranger =
                Party.of(folder, SigningKey.newLog("example.org/other").verifier(), "stranger")) {
            var sealing = ledger.start(Party.all(ledger.verifier(), east, stranger));
            stranger.leaves();
            ledger.append("one");
            sealing.round(Ledger.NOON);
            assertThat(ledger.announced).isEmpty();

            stranger.returns();
            sealing.round(Ledger.NOON.plus(Duration.ofMinutes(10)));
            sealing.round(Ledger.NOON.plus(Duration.ofMinutes(20)));
            assertThat(ledger.announced)
                    .singleElement()
                    .extracting(told -> ((LogRefused) told).reason())
                    .isEqualTo(LogRefused.Reason.NOT_KNOWN);
        }
    }

    @Test
    void aWitnessThatWasAddedSealsTheSameTreeOnceMore() throws Exception {
        ledger.append("one", "two");
        ledger.seal(Party.all(ledger.verifier(), east));
        assertThat(policy.accepts(ledger.published())).isFalse();

        ledger.seal(policy);

        assertThat(policy.accepts(ledger.published())).isTrue();
        assertThat(Checkpoint.of(ledger.published()).size()).isEqualTo(2);
    }

    @Test
    void aWitnessThatIsNoLongerNamedIsNotPassedOn() throws Exception {
        ledger.append("one", "two");
        ledger.seal(policy);
        var fewer = Party.all(ledger.verifier(), west);
        ledger.seal(fewer);

        assertThat(ledger.published().signatures()).hasSize(2);
        assertThat(fewer.accepts(ledger.published())).isTrue();
        ledger.seal(policy);
        assertThat(ledger.published().signatures()).hasSize(3);
        assertThat(policy.accepts(ledger.published())).isTrue();
    }

    @Test
    void aWitnessThatForgotIsAskedFromWhereItIs() throws Exception {
        ledger.append("one", "two");
        ledger.seal(policy);
        try (var anew = Party.of(folder.resolve("anew"), ledger.verifier(), "east")) {
            ledger.append("three");
            ledger.seal(Party.all(ledger.verifier(), anew, west));

            assertThat(Checkpoint.of(anew.remembers()).size()).isEqualTo(3);
            assertThat(Checkpoint.of(ledger.published()).size()).isEqualTo(3);
        }
    }

    /** Each of these answers only once both were asked. */
    @Test
    void allAreAskedAtOnce() throws Exception {
        var both = new CyclicBarrier(2);
        var first = waiting(east, both);
        var second = waiting(west, both);
        try {
            var text = new String(policy.bytes(), UTF_8)
                    .replace(east.key.toString(), east.key + " http://localhost:" + port(first))
                    .replace(west.key.toString(), west.key + " http://localhost:" + port(second));
            ledger.append("one");
            ledger.seal(Policy.parse(text.getBytes(UTF_8)));
            assertThat(policy.cosigners(ledger.published())).hasSize(2);
        } finally {
            first.stop(0);
            second.stop(0);
        }
    }

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }

    private static HttpServer waiting(Party witness, CyclicBarrier both) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                both.await(5, TimeUnit.SECONDS);
                var answer = witness.asked(asked);
                exchange.sendResponseHeaders(answer.statusCode(), 0);
                exchange.getResponseBody().write(answer.body().getBytes(UTF_8));
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                exchange.sendResponseHeaders(503, -1);
            }
        });
        server.setExecutor(Thread::startVirtualThread);
        server.start();
        return server;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;
import org.tatabbu.testing.TestDatabase;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Ledger;
import org.tatabbu.transparency.SignedNote;
import org.tatabbu.transparency.SigningKey;
import org.tatabbu.transparency.Tile;

/** The commands as a party's engineer calls them. */
class CommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = Ledger.on(TestDatabase.fresh(), folder);
        ledger.append("one", "two", "three");
        ledger.seal(ledger.unwitnessed());
        Files.write(folder.resolve("policy"), ledger.unwitnessed().bytes());
        fetched();
    }

    /** Copies the log into a folder, as a mirror has it. */
    private void fetched() throws Exception {
        var log = folder.resolve("log");
        Files.createDirectories(log);
        Files.write(log.resolve("checkpoint"), ledger.read("checkpoint"));
        for (var tile : Tile.entriesOf(Checkpoint.of(ledger.published()).size())) {
            var file = log.resolve(tile.path());
            Files.createDirectories(file.getParent());
            Files.write(file, ledger.read(tile.path()));
        }
    }

    private Console console() {
        return new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private int audit(Language language) {
        return new AuditCommand(console(), Words.of(WitnessWords.class, language))
                .run(List.of(
                        "--log", folder.resolve("log").toString(),
                        "--policy", folder.resolve("policy").toString(),
                        "--checkpoint", folder.resolve("kept").toString()));
    }

    private WitnessCommand witness() {
        return new WitnessCommand(console(), Words.of(WitnessWords.class, Language.EN));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anAuditKeepsTheCheckpointAndHoldsTheNextAgainstIt() throws Exception {
        assertThat(audit(Language.EN)).isZero();
        assertThat(said()).contains("all 3 entries", "No earlier checkpoint");
        assertThat(SignedNote.parse(Files.readAllBytes(folder.resolve("kept")))).isEqualTo(ledger.published());

        ledger.append("four");
        ledger.seal(ledger.unwitnessed());
        fetched();
        out.reset();
        assertThat(audit(Language.EN)).isZero();
        assertThat(said()).contains("all 4 entries", "goes on from the checkpoint you kept");
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotHoldIsSaidInPlainWordsAndTheKeptCheckpointStays(Language language) throws Exception {
        audit(language);
        var kept = Files.readAllBytes(folder.resolve("kept"));
        var entries = folder.resolve("log").resolve(Tile.ofEntries(0, 3).path());
        var bytes = Files.readAllBytes(entries);
        bytes[3] ^= 1;
        Files.write(entries, bytes);
        out.reset();

        assertThat(audit(language)).isEqualTo(1);
        assertThat(said())
                .contains(
                        switch (language) {
                            case AR -> "غُيّر التاريخ";
                            case FR -> "L’histoire a été modifiée";
                            case EN -> "The history was changed";
                        });
        assertThat(Files.readAllBytes(folder.resolve("kept"))).isEqualTo(kept);
    }

    @Test
    void aLogThatCannotBeReadIsNotSaidToHold() throws Exception {
        Files.delete(folder.resolve("log").resolve(Tile.ofEntries(0, 3).path()));

        assertThat(audit(Language.EN)).isEqualTo(1);
        assertThat(said()).contains("cannot be read");
    }

    @Test
    void aCommandCalledWronglySaysHow() {
        assertThat(new AuditCommand(console(), Words.of(WitnessWords.class, Language.EN)).run(List.of("--log", "x")))
                .isEqualTo(2);
        assertThat(witness().run(List.of("--key"), new CountDownLatch(0))).isEqualTo(2);
        assertThat(witness()
                        .run(List.of("--new-key", "a name", folder.resolve("k").toString()), new CountDownLatch(0)))
                .isEqualTo(2);
        assertThat(said()).contains("Use: audit", "Use: witness");
    }

    @Test
    void aNewKeyIsMadeOnceAndItsPublicHalfSaid() throws Exception {
        var file = folder.resolve("w.key");
        var call = List.of("--new-key", "witness.example/w1", file.toString());

        assertThat(witness().run(call, new CountDownLatch(0))).isZero();
        assertThat(said()).contains(SigningKey.read(file).verifier().toString()).doesNotContain("PRIVATE");
        assertThat(witness().run(call, new CountDownLatch(0))).isEqualTo(1);
        assertThat(said()).contains("stays as it is");
    }

    @Test
    void aWitnessListensUntilItIsTold() throws Exception {
        var file = folder.resolve("w.key");
        SigningKey.newWitness("witness.example/w1").write(file);
        Files.writeString(folder.resolve("log.vkey"), ledger.verifier() + "\n");
        var end = new CountDownLatch(1);
        var heard = new CountDownLatch(1);
        var line = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                if (toString(StandardCharsets.UTF_8).contains("Its key")) {
                    heard.countDown();
                }
            }
        };
        var running = new FutureTask<>(() -> new WitnessCommand(
                        new Console(
                                new PrintStream(line, true, StandardCharsets.UTF_8),
                                console().err()),
                        Words.of(WitnessWords.class, Language.EN))
                .run(
                        List.of(
                                "--key", file.toString(),
                                "--state", folder.resolve("state").toString(),
                                "--listen", "127.0.0.1:0",
                                "--log", folder.resolve("log.vkey").toString()),
                        end));
        Thread.ofVirtual().start(running);
        heard.await();
        var address = Pattern.compile("http://\\S+/").matcher(line.toString(StandardCharsets.UTF_8));
        assertThat(address.find()).isTrue();

        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address.group() + "add-checkpoint"))
                                .POST(HttpRequest.BodyPublishers.ofString("old 0\n\n" + ledger.published()))
                                .build(),
                        BodyHandlers.ofString());
        end.countDown();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(running.get()).isZero();
    }

    @Test
    void aWitnessWithoutAKeyOfItsOwnDoesNotStart() {
        assertThat(witness()
                        .run(
                                List.of(
                                        "--key", folder.resolve("log.key").toString(),
                                        "--state", folder.resolve("state").toString(),
                                        "--log", ledger.verifier().toString()),
                                new CountDownLatch(0)))
                .isEqualTo(1);
        assertThat(said()).contains("does not hold a key for this use");
    }

    @Test
    void theLanguageIsTheOneThatTheShellAsksFor() {
        assertThat(WitnessWords.language(Map.of("LANG", "ar_TN.UTF-8"), Locale.ROOT)).isEqualTo(Language.AR);
        assertThat(WitnessWords.language(Map.of("LANG", "ar_TN", "LC_ALL", "fr"), Locale.ROOT)).isEqualTo(Language.FR);
        assertThat(WitnessWords.language(Map.of("LANG", "C.UTF-8"), Locale.FRANCE)).isEqualTo(Language.FR);
        assertThat(WitnessWords.language(Map.of(), Locale.JAPAN)).isEqualTo(Language.EN);
    }
}

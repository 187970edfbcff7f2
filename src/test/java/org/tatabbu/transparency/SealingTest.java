// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

class SealingTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        ledger = Ledger.on(database, folder);
    }

    @Test
    void whatWasHandedInIsProvedUnderThePublishedCheckpoint() throws Exception {
        var ids = ledger.append("one", "two", "three");
        ledger.seal(ledger.unwitnessed());

        var note = ledger.published();
        assertThat(Checkpoint.of(note).size()).isEqualTo(3);
        assertThat(ledger.entries()).containsExactly("one", "two", "three");
        assertThat(ledger.announced).contains(new Sealed(3, Ledger.NOON));
        var index = ledger.store().index(ids.get(1)).orElseThrow();
        var proof = new LogProof(index, Merkle.inclusion(index, 3, new StoredTree(ledger.store())), note);
        assertThat(proof.verify(Ledger.bytes("two"), ledger.unwitnessed())).isEqualTo(LogProof.Verdict.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 1023, 1024, 1025, 2500})
    void everySizeHasTheTreeOfItsEntries(int size) throws Exception {
        var entries = IntStream.range(0, size).mapToObj(Integer::toString).toList();
        ledger.transactions()
                .executeWithoutResult(status -> entries.forEach(
                        entry -> ledger.store().add(EntryId.random(), Ledger.bytes(entry), Ledger.NOON)));
        ledger.seal(ledger.unwitnessed());
        ledger.append("more");
        ledger.seal(ledger.unwitnessed());

        var all = new ArrayList<>(
                entries.stream().map(entry -> Merkle.leaf(Ledger.bytes(entry))).toList());
        all.add(Merkle.leaf(Ledger.bytes("more")));
        assertThat(Checkpoint.of(ledger.published()).root()).isEqualTo(Merkle.root(all));
        assertThat(new Scrub(ledger.store(), ledger.verifier()).difference(Ledger.NOON))
                .isEmpty();
        assertThat(Merkle.consistency(size, size + 1, new StoredTree(ledger.store())))
                .isEqualTo(Merkle.consistency(size, size + 1, Merkle.over(all)));
        assertThat(Merkle.inclusion(size / 2, size + 1, new StoredTree(ledger.store())))
                .isEqualTo(Merkle.inclusion(size / 2, size + 1, Merkle.over(all)));
    }

    @Test
    void whatWasRolledBackIsNotInTheLog() throws Exception {
        ledger.transactions().executeWithoutResult(status -> {
            ledger.store().add(EntryId.random(), Ledger.bytes("never"), Ledger.NOON);
            status.setRollbackOnly();
        });
        ledger.append("always");
        ledger.seal(ledger.unwitnessed());

        assertThat(ledger.entries()).containsExactly("always");
    }

    @Test
    void whatIsNotCommittedYetComesLaterAndHoldsNobodyUp() throws Exception {
        ledger.transactions().executeWithoutResult(status -> {
            ledger.store().add(EntryId.random(), Ledger.bytes("slow"), Ledger.NOON);
            try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
                other.submit((Callable<Boolean>) () -> {
                            ledger.append("quick");
                            ledger.seal(ledger.unwitnessed());
                            return true;
                        })
                        .get();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        ledger.seal(ledger.unwitnessed());

        assertThat(ledger.entries()).containsExactly("quick", "slow");
    }

    @Test
    void manyWhoHandInAndTwoWhoIntegrateMakeOneHistory() throws Exception {
        var refused = new ArrayList<Integrator.Outcome>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Object>>();
            for (int person = 0; person < 8; person++) {
                int who = person;
                tasks.add(() -> {
                    for (int i = 0; i < 25; i++) {
                        ledger.append(who + ":" + i);
                    }
                    return who;
                });
            }
            for (int i = 0; i < 2; i++) {
                tasks.add(() -> {
                    var integrator = ledger.integrator(step -> {});
                    while (ledger.store().count() < 200) {
                        if (integrator.integrate(Ledger.NOON) instanceof Integrator.Outcome.Refused wrong) {
                            refused.add(wrong);
                            return wrong;
                        }
                    }
                    return true;
                });
            }
            for (var done : people.invokeAll(tasks)) {
                done.get();
            }
        }
        ledger.seal(ledger.unwitnessed());

        assertThat(refused).isEmpty();
        assertThat(ledger.entries()).hasSize(200).doesNotHaveDuplicates();
        for (int who = 0; who < 8; who++) {
            var mine = who + ":";
            assertThat(ledger.entries().stream().filter(entry -> entry.startsWith(mine)))
                    .isEqualTo(IntStream.range(0, 25).mapToObj(i -> mine + i).toList());
        }
        assertThat(new Scrub(ledger.store(), ledger.verifier()).difference(Ledger.NOON))
                .isEmpty();
    }

    @Test
    void theRoleOfTheProgramAddsAndReadsAndNothingElse() throws Exception {
        ledger.append("one");
        ledger.seal(ledger.unwitnessed());
        var client = database.client();

        for (var table :
                List.of("submission", "entry", "node", "checkpoint", "cosignature", "publication", "refusal")) {
            for (var statement : List.of("delete from transparency.%s", "truncate transparency.%s cascade")) {
                assertThatThrownBy(() -> client.sql(statement.formatted(table)).update())
                        .as(statement, table)
                        .isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("permission denied");
            }
        }
        assertThatThrownBy(() ->
                        client.sql("update transparency.submission set at = at").update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transparency.submission set bytes = 'other' where nth = 2",
                "update transparency.node set hash = sha256('other') where level = 0 and position = 1",
                "delete from transparency.node where level = 0 and position = 2",
                "update transparency.checkpoint set note = replace(note, 'example', 'examples')",
                "delete from transparency.entry where position = 2",
                "update transparency.entry set position = 7 where position = 2",
                """
                update transparency.entry set position = -position + 2 + 100 where position in (0, 2);
                update transparency.entry set position = position - 100 where position >= 100
                """
            })
    void whatIsNotAsItWasSignedStopsTheLogBeforeItSignsAgain(String attack) throws Exception {
        ledger.append("one", "two", "three");
        ledger.seal(ledger.unwitnessed());
        var before = ledger.store().lastSigned();
        for (var statement : attack.split(";", -1)) {
            JdbcClient.create(database.owner()).sql(statement).update();
        }
        ledger.append("four");

        var sealing = ledger.start(ledger.unwitnessed());
        sealing.round(Ledger.NOON);

        assertThat(sealing.stopped().orElseThrow().reason()).isEqualTo(LogRefused.Reason.ALTERED);
        assertThat(ledger.store().lastSigned().map(note -> Checkpoint.of(note).size()))
                .isEqualTo(before.map(note -> Checkpoint.of(note).size()));
        assertThat(ledger.announced).anyMatch(LogRefused.class::isInstance);
        assertThat(ledger.store().refusals(1).getFirst().meaning(org.tatabbu.language.Language.EN))
                .contains("stopped signing");
    }

    @Test
    void anEntryThatWasTakenOutOfTheQueueIsMissed() throws Exception {
        ledger.append("one", "two");
        JdbcClient.create(database.owner())
                .sql("delete from transparency.waiting where nth = 2")
                .update();

        var sealing = ledger.start(ledger.unwitnessed());
        sealing.round(Ledger.NOON);

        assertThat(sealing.stopped().orElseThrow().reason()).isEqualTo(LogRefused.Reason.ALTERED);
    }

    @Test
    void anOlderCopyOfTheDatabaseSignsNothing() throws Exception {
        ledger.append("one");
        ledger.seal(ledger.unwitnessed());
        var restored = Ledger.on(TestDatabase.fresh(), folder);
        restored.append("another");

        var sealing = restored.start(restored.unwitnessed());
        sealing.round(Ledger.NOON);

        assertThat(sealing.stopped().orElseThrow().reason()).isEqualTo(LogRefused.Reason.ROLLED_BACK);
        assertThat(restored.store().lastSigned()).isEmpty();
        assertThat(restored.store().count()).isZero();
    }

    @Test
    void aDatabaseOfAnotherKeySignsNothing() throws Exception {
        ledger.append("one");
        ledger.seal(ledger.unwitnessed());
        var stranger = Ledger.on(database, Files.createDirectory(folder.resolve("other")));
        stranger.append("two");

        var sealing = stranger.start(stranger.unwitnessed());
        sealing.round(Ledger.NOON);

        assertThat(sealing.stopped().orElseThrow().reason()).isEqualTo(LogRefused.Reason.ALTERED);
        assertThat(Checkpoint.of(stranger.store().lastSigned().orElseThrow()).size())
                .isEqualTo(1);
    }

    @Test
    void aRestartAnnouncesAgainWhatWasSealed() throws Exception {
        ledger.append("one");
        ledger.seal(ledger.unwitnessed());
        ledger.announced.clear();

        ledger.seal(ledger.unwitnessed());

        assertThat(ledger.announced).containsExactly(new Sealed(1, Ledger.NOON));
    }

    @Test
    void aCosignatureThatItsWitnessNeverGaveIsFound() throws Exception {
        ledger.append("one", "two");
        ledger.seal(ledger.unwitnessed());
        var witness = SigningKey.newWitness("example.org/witness");
        var given = Cosignature.sign(Checkpoint.of(ledger.published()), witness, Ledger.NOON);
        ledger.store().keep(2, witness.verifier(), given, Ledger.NOON);
        var scrub = new Scrub(ledger.store(), ledger.verifier());
        assertThat(scrub.difference(Ledger.NOON)).isEmpty();

        var other = new Checkpoint(Ledger.ORIGIN, 2, Merkle.EMPTY);
        JdbcClient.create(database.owner())
                .sql("update transparency.cosignature set line = :line")
                .param("line", Cosignature.sign(other, witness, Ledger.NOON).line())
                .update();

        assertThat(scrub.difference(Ledger.NOON).orElseThrow().who()).isEqualTo("transparency.cosignature");
    }

    @Test
    void everyDayEverythingIsHashedAgain() throws Exception {
        ledger.append("one", "two");
        var sealing = ledger.start(ledger.unwitnessed());
        sealing.round(Ledger.NOON);
        JdbcClient.create(database.owner())
                .sql("update transparency.submission set bytes = 'other' where nth = 1")
                .update();

        sealing.round(Ledger.NOON.plus(Duration.ofHours(23)));
        assertThat(sealing.stopped()).isEmpty();
        sealing.round(Ledger.NOON.plus(Duration.ofHours(24)));
        assertThat(sealing.stopped().orElseThrow().reason()).isEqualTo(LogRefused.Reason.ALTERED);
    }

    @Test
    void aLogThatStoppedIsNotHealthy() throws Exception {
        ledger.append("one");
        var sealing = ledger.start(ledger.unwitnessed(), step -> {});
        sealing.round(Ledger.NOON);
        var health = new LogBeans().logHealth(sealing);
        assertThat(health.health()).extracting(Health::getStatus).isEqualTo(Status.UP);

        JdbcClient.create(database.owner())
                .sql("update transparency.submission set bytes = 'other'")
                .update();
        sealing.round(Ledger.NOON.plus(Duration.ofHours(24)));
        assertThat(health.health()).extracting(Health::getStatus).isEqualTo(Status.DOWN);
    }

    @Test
    void whoeverFailsToListenIsToldAgain() throws Exception {
        ledger.append("one");
        var heard = new ArrayList<Object>();
        var sealing = ledger.start(ledger.unwitnessed(), step -> {}, event -> {
            heard.add(event);
            if (heard.size() == 1) {
                throw new IllegalStateException("Not now");
            }
        });

        assertThatThrownBy(() -> sealing.round(Ledger.NOON)).hasMessage("Not now");
        sealing.round(Ledger.NOON);
        sealing.round(Ledger.NOON);

        assertThat(heard).containsExactly(new Sealed(1, Ledger.NOON), new Sealed(1, Ledger.NOON));
    }

    @Test
    void whoeverFailsToHearOfAnAlarmIsToldAgain() throws Exception {
        ledger.append("one");
        var heard = new ArrayList<Object>();
        var sealing = ledger.start(ledger.unwitnessed(), step -> {}, event -> {
            heard.add(event);
            if (heard.size() == 2) {
                throw new IllegalStateException("Not now");
            }
        });
        sealing.round(Ledger.NOON);
        JdbcClient.create(database.owner())
                .sql("update transparency.submission set bytes = 'other'")
                .update();
        var tomorrow = Ledger.NOON.plus(Duration.ofHours(24));

        assertThatThrownBy(() -> sealing.round(tomorrow)).hasMessage("Not now");
        sealing.round(tomorrow);
        sealing.round(tomorrow);

        assertThat(heard)
                .filteredOn(LogRefused.class::isInstance)
                .extracting(told -> ((LogRefused) told).reason())
                .containsExactly(LogRefused.Reason.ALTERED, LogRefused.Reason.ALTERED);
    }
}

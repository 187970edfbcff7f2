// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Cosignature;
import org.tatabbu.transparency.Ledger;
import org.tatabbu.transparency.Policy;
import org.tatabbu.transparency.SignedNote;
import org.tatabbu.transparency.SigningKey;

/**
 * A database administrator may change whatever is stored. Each party has only the last checkpoint that it kept, one of 5 entries
 * and one of 7, and the policy, which asks for the witnesses of both.
 */
class AuditorTest {
    private static final List<String> ENTRIES =
            List.of("act 1 at 2026-01-05", "act 2", "act 3", "act 4", "act 5", "act 6", "act 7");

    @TempDir
    Path folder;

    private TestDatabase database;
    private Ledger ledger;
    private Party east;
    private Party west;
    private Policy policy;
    private SignedNote keptByEast;
    private SignedNote keptByWest;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        ledger = Ledger.on(database, folder);
        east = Party.of(folder, ledger.verifier(), "east");
        west = Party.of(folder, ledger.verifier(), "west");
        policy = Party.all(ledger.verifier(), east, west);
        ledger.append(ENTRIES.subList(0, 5).toArray(String[]::new));
        ledger.seal(policy);
        keptByEast = ledger.published();
        ledger.append(ENTRIES.subList(5, 7).toArray(String[]::new));
        ledger.seal(policy);
        keptByWest = ledger.published();
    }

    @AfterEach
    void close() throws Exception {
        east.close();
        west.close();
    }

    private void administrator(String... statements) {
        for (var statement : statements) {
            JdbcClient.create(database.owner()).sql(statement).update();
        }
    }

    private Finding audited(Ledger log, Policy by, SignedNote kept) throws Exception {
        return new Auditor(by).audit(log::read, SignedNote.parse(log.read("checkpoint")), Optional.of(kept));
    }

    private List<Finding> foundByEachParty() throws Exception {
        return List.of(audited(ledger, policy, keptByEast), audited(ledger, policy, keptByWest));
    }

    @Test
    void whatNobodyTouchedHoldsForEachParty() throws Exception {
        assertThat(foundByEachParty()).allSatisfy(finding -> {
            assertThat(finding).isInstanceOf(Finding.Holds.class);
            assertThat(((Finding.Holds) finding).cosigners())
                    .extracting(Cosignature.By::witness)
                    .containsExactly(east.key, west.key);
            assertThat(((Finding.Holds) finding).checkpoint().size()).isEqualTo(7);
        });
    }

    @Test
    void anEntryThatWasChangedIsFoundOut() throws Exception {
        administrator("update transparency.submission set bytes = 'act 2 otherwise' where nth = 2");

        assertThat(foundByEachParty()).containsExactly(new Finding.OtherHistory(5), new Finding.OtherHistory(7));
    }

    @Test
    void anEntryChangedAfterACheckpointWasKeptIsFoundOutToo() throws Exception {
        administrator("update transparency.submission set bytes = 'act 6 otherwise' where nth = 6");

        assertThat(foundByEachParty()).containsExactly(new Finding.OtherEntries(7), new Finding.OtherHistory(7));
    }

    @Test
    void anEntryThatWasBackDatedIsFoundOut() throws Exception {
        administrator("update transparency.submission set bytes = 'act 1 at 2025-12-31' where nth = 1");

        assertThat(foundByEachParty()).noneMatch(Finding::holds);
    }

    @Test
    void anEntryThatWasDeletedIsFoundOut() throws Exception {
        administrator(
                "delete from transparency.entry where position = 2",
                "update transparency.entry set position = position + 100 where position > 2",
                "update transparency.entry set position = position - 101 where position > 100",
                "insert into transparency.entry values (6, 3)");

        assertThat(foundByEachParty()).noneMatch(Finding::holds);
    }

    @Test
    void anEntryThatWasInsertedIsFoundOut() throws Exception {
        administrator(
                "insert into transparency.submission (id, bytes, at) values (gen_random_uuid(), 'act 1b', now())",
                "update transparency.entry set position = position + 100 where position >= 1",
                "update transparency.entry set position = position - 99 where position > 100",
                "insert into transparency.entry select 1, max(nth) from transparency.submission");

        assertThat(foundByEachParty()).noneMatch(Finding::holds);
    }

    @Test
    void entriesThatWereReorderedAreFoundOut() throws Exception {
        administrator(
                "update transparency.entry set position = 100 where position = 1",
                "update transparency.entry set position = 1 where position = 3",
                "update transparency.entry set position = 3 where position = 100");

        assertThat(ledger.entries()).startsWith("act 1 at 2026-01-05", "act 4", "act 3", "act 2");
        assertThat(foundByEachParty()).noneMatch(Finding::holds);
    }

    @Test
    void signaturesThatWereSwappedAreFoundOut() throws Exception {
        var swapped = Checkpoint.of(keptByWest).text() + "\n" + lines(keptByWest, 0) + lines(keptByEast, 1)
                + lines(keptByEast, 2);
        administrator(
                "insert into transparency.publication (size, note, at) values (7, '%s', now())".formatted(swapped));

        assertThat(foundByEachParty())
                .containsExactly(new Finding.NotWitnessed(List.of()), new Finding.NotWitnessed(List.of()));
    }

    private static String lines(SignedNote note, int which) {
        return note.signatures().get(which).line() + "\n";
    }

    @Test
    void aCheckpointOfAnotherSignerIsFoundOut() throws Exception {
        var forged = Checkpoint.of(keptByWest).signed(SigningKey.newLog("example.org/log"));
        administrator(
                "insert into transparency.publication (size, note, at) values (7, '%s', now())".formatted(forged));

        assertThat(foundByEachParty()).containsExactly(new Finding.NotSigned(), new Finding.NotSigned());
    }

    @Test
    void aLogThatWasCutShortIsFoundOut() throws Exception {
        administrator(
                "delete from transparency.publication where size = 7",
                "delete from transparency.entry where position >= 5");

        assertThat(audited(ledger, policy, keptByWest)).isEqualTo(new Finding.Shorter(5, 7));
        assertThat(audited(ledger, policy, keptByEast))
                .as("this party never saw more")
                .isInstanceOf(Finding.Holds.class);
    }

    @Test
    void aHostThatForksItsOwnLogFindsNoWitness() throws Exception {
        var fork = ledger.twin(TestDatabase.fresh(), Files.createDirectory(folder.resolve("fork")));
        fork.append("act 1 at 2026-01-05", "act 2 otherwise", "act 3", "act 4", "act 5", "act 6", "act 7", "act 8");
        fork.seal(policy);

        assertThat(fork.hasPublished()).isFalse();
        for (var kept : List.of(keptByEast, keptByWest)) {
            assertThat(new Auditor(policy).audit(fork::read, fork.signed(), Optional.of(kept)))
                    .isEqualTo(new Finding.NotWitnessed(List.of()));
        }
    }

    @Test
    void aForkThatOneWitnessWentAlongWithIsFoundOutByBothParties() throws Exception {
        var fork = ledger.twin(TestDatabase.fresh(), Files.createDirectory(folder.resolve("fork")));
        fork.append("act 1 at 2026-01-05", "act 2 otherwise", "act 3", "act 4", "act 5", "act 6", "act 7", "act 8");
        try (var forgetful = Party.of(folder.resolve("forgetful"), ledger.verifier(), "east")) {
            fork.seal(Party.all(ledger.verifier(), forgetful));
        }
        var itsSecret = SigningKey.read(folder.resolve("east").resolve("witness.key"));
        var note = fork.signed().with(List.of(Cosignature.sign(Checkpoint.of(fork.signed()), itsSecret, Ledger.NOON)));

        for (var kept : List.of(keptByEast, keptByWest)) {
            var finding = new Auditor(policy).audit(fork::read, note, Optional.of(kept));
            assertThat(finding).isInstanceOf(Finding.NotWitnessed.class);
            assertThat(((Finding.NotWitnessed) finding).cosigners()).hasSize(1);
        }
    }

    @Test
    void aForkThatEveryWitnessWentAlongWithIsFoundOutByWhoeverKeptACheckpoint() throws Exception {
        var fork = ledger.twin(TestDatabase.fresh(), Files.createDirectory(folder.resolve("fork")));
        fork.append("act 1 at 2026-01-05", "act 2 otherwise", "act 3", "act 4", "act 5", "act 6", "act 7", "act 8");
        fork.seal(fork.unwitnessed());
        var tree = Checkpoint.of(fork.signed());
        var both = Stream.of("east", "west")
                .map(name -> Cosignature.sign(tree, secret(name), Ledger.NOON))
                .toList();
        var note = fork.signed().with(both);

        assertThat(policy.accepts(note)).isTrue();
        assertThat(new Auditor(policy).audit(fork::read, note, Optional.of(keptByEast)))
                .isEqualTo(new Finding.OtherHistory(5));
        assertThat(new Auditor(policy).audit(fork::read, note, Optional.of(keptByWest)))
                .isEqualTo(new Finding.OtherHistory(7));
        assertThat(new Auditor(policy).audit(fork::read, note, Optional.empty()))
                .as("without a checkpoint of one's own nothing is known of before")
                .isInstanceOf(Finding.Holds.class);
    }

    private SigningKey secret(String name) {
        try {
            return SigningKey.read(folder.resolve(name).resolve("witness.key"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}

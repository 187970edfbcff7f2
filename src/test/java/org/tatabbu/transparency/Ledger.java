// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.testing.TestDatabase;

/** A log on a database, without the program around it. */
public final class Ledger {
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final String ORIGIN = "example.org/log";

    public final List<Object> announced = new ArrayList<>();
    private final TransactionTemplate transactions;
    private final LogStore store;
    private final Path keyFile;
    private final SigningKey key;

    private Ledger(DataSource data, Path folder) throws Exception {
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(data));
        this.store = new LogStore(JdbcClient.create(data));
        this.keyFile = folder.resolve("log.key");
        if (!java.nio.file.Files.exists(keyFile)) {
            SigningKey.newLog(ORIGIN).write(keyFile);
        }
        this.key = SigningKey.read(keyFile);
    }

    public static Ledger on(TestDatabase database, Path folder) throws Exception {
        return new Ledger(database.dataSource(), folder);
    }

    public VerifierKey verifier() {
        return key.verifier();
    }

    public Policy unwitnessed() {
        return Policy.unwitnessed(key.verifier());
    }

    /** Hands these in, one transaction each. */
    public List<EntryId> append(String... entries) {
        var ids = new ArrayList<EntryId>();
        for (var entry : entries) {
            transactions.executeWithoutResult(status -> {
                var id = EntryId.random();
                store.add(id, bytes(entry), NOON);
                ids.add(id);
            });
        }
        return ids;
    }

    public static byte[] bytes(String entry) {
        return entry.getBytes(StandardCharsets.UTF_8);
    }

    /** A new start of what seals. */
    public Running start(Policy policy) {
        return new Running(start(policy, step -> {}));
    }

    /** What seals, from one start to its end. */
    public static final class Running {
        private final Sealing sealing;

        private Running(Sealing sealing) {
            this.sealing = sealing;
        }

        public void round(Instant at) throws InterruptedException {
            sealing.round(at);
        }

        public Optional<LogRefused> stopped() {
            return sealing.stopped();
        }
    }

    Sealing start(Policy policy, Consumer<Integrator.Step> steps) {
        return start(policy, steps, announced::add);
    }

    Sealing start(Policy policy, Consumer<Integrator.Step> steps, Consumer<Object> announce) {
        return new Sealing(
                store,
                integrator(steps),
                new Scrub(store, key.verifier()),
                new Witnesses(),
                policy,
                Duration.ofDays(1),
                announce,
                steps);
    }

    Integrator integrator(Consumer<Integrator.Step> steps) {
        return new Integrator(store, transactions, key, new HighWater(keyFile), steps);
    }

    /** Takes everything as far as it goes. */
    public void seal(Policy policy) throws InterruptedException {
        start(policy).round(NOON);
    }

    LogStore store() {
        return store;
    }

    TransactionTemplate transactions() {
        return transactions;
    }

    public SignedNote published() {
        return store.published().orElseThrow();
    }

    public boolean hasPublished() {
        return store.published().isPresent();
    }

    public List<String> entries() {
        return store.entries(0, 10_000).stream()
                .map(entry -> new String(entry.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What the log serves at that path below its address. */
    public byte[] read(String path) {
        return path.equals("checkpoint")
                ? published().bytes()
                : Tile.at(path).flatMap(tile -> LogPages.bytes(store, tile)).orElseThrow();
    }

    /** Another log with the same name and key: what a host could make who has both. */
    public Ledger twin(TestDatabase elsewhere, Path folder) throws Exception {
        java.nio.file.Files.copy(keyFile, folder.resolve("log.key"));
        return new Ledger(elsewhere.dataSource(), folder);
    }

    /** What is signed last, whether or not anybody else has seen it. */
    public SignedNote signed() {
        return store.lastSigned().orElseThrow();
    }
}

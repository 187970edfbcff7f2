// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.database.Migrations;

/** Entries a second, durable, integrated and signed, beside plain commits of one row; started by bench/log.sh. */
final class AppendBench {
    private static final int THREADS = 8;
    private static final int ROWS = 4_000;

    private final JdbcClient client;
    private final TransactionTemplate transactions;
    private final LogStore store;
    private final Integrator integrator;
    private final byte[] entry = new byte[1024];

    private AppendBench(DataSource pool, Path folder) throws Exception {
        client = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
        store = new LogStore(client);
        var key = SigningKey.newLog("bench");
        integrator = new Integrator(store, transactions, key, new HighWater(folder.resolve("log.key")), step -> {});
        Arrays.fill(entry, (byte) 'x');
    }

    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench");
        try (var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            var url = server.getJdbcUrl("postgres", "postgres");
            Migrations.ofEveryRoom().bring(new DriverManagerDataSource(url, "postgres", ""), "postgres");
            try (var pool = new HikariDataSource()) {
                pool.setJdbcUrl(url);
                pool.setUsername("postgres");
                pool.setMaximumPoolSize(10);
                new AppendBench(pool, folder).run(pairs);
            }
        }
    }

    private void run(int pairs) throws Exception {
        client.sql(
                        "create table bare (id bigint generated always as identity primary key, bytes bytea, at timestamptz)")
                .update();
        bare();
        ours();
        var bare = new double[pairs];
        var ours = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            bare[pair] = bare();
            ours[pair] = ours();
            System.out.printf(Locale.ROOT, "pair %d: bare %.0f/s, log %.0f/s%n", pair + 1, bare[pair], ours[pair]);
        }
        double ratio = median(ours) / median(bare);
        System.out.printf(
                Locale.ROOT,
                "append, median of %d: bare %.0f/s, log %.0f/s, ratio %.2f (at least 0.5)%n",
                pairs,
                median(bare),
                median(ours),
                ratio);
        System.exit(ratio >= 0.5 ? 0 : 1);
    }

    private double bare() throws Exception {
        return rate(
                () -> transactions.executeWithoutResult(
                        status -> client.sql("insert into bare (bytes, at) values (:bytes, now())")
                                .param("bytes", entry)
                                .update()),
                () -> true);
    }

    private double ours() throws Exception {
        long before = store.count();
        return rate(
                () -> transactions.executeWithoutResult(status -> store.add(EntryId.random(), entry, Instant.now())),
                () -> {
                    while (store.count() < before + ROWS) {
                        integrator.integrate(Instant.now());
                    }
                    return true;
                });
    }

    /** Rows a second, until everybody has done their part. */
    private static double rate(Runnable one, Callable<Boolean> beside) throws Exception {
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new ArrayList<Callable<Boolean>>();
            for (int thread = 0; thread < THREADS; thread++) {
                parts.add(() -> {
                    for (int row = 0; row < ROWS / THREADS; row++) {
                        one.run();
                    }
                    return true;
                });
            }
            parts.add(beside);
            for (var part : threads.invokeAll(parts)) {
                part.get();
            }
        }
        return ROWS / ((System.nanoTime() - began) / 1e9);
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

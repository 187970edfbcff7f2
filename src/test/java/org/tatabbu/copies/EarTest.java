// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.copies.StockTest.copy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.testing.TestDatabase;

/** Two processes on one database, each with a stock of its own. */
class EarTest {
    private static final String HERE = "/ar/news/first-meeting";
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Stock one = new Stock(1_000_000, Ticker.systemTicker());
    private final Stock other = new Stock(1_000_000, Ticker.systemTicker());
    private final List<Ear> ears = List.of(new Ear(DATABASE.dataSource(), one), new Ear(DATABASE.dataSource(), other));
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(DATABASE.url(), TestDatabase.APPLICATION, "");
    private final Copies copies = new Copies(new CopiesStore(JdbcClient.create(source)), one);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));

    @BeforeEach
    void listen() throws Exception {
        ears.forEach(Ear::start);
        stock();
    }

    @AfterEach
    void leave() {
        ears.forEach(Ear::stop);
    }

    private void stock() throws Exception {
        for (var stock : List.of(one, other)) {
            within(Duration.ofSeconds(20), () -> kept(stock));
        }
    }

    /** Makes the page until it stays: what is made while the ear is not open is not kept. */
    private static boolean kept(Stock stock) {
        try {
            stock.made(HERE, nothing -> copy("/news/first-meeting", 10));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return stock.at(HERE).isPresent();
    }

    private static void within(Duration most, BooleanSupplier so) {
        long until = System.nanoTime() + most.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    /** Whoever is silent for a moment hands out nothing and drops nothing: what was dropped does not come back. */
    private static void stays(Stock stock) {
        within(Duration.ofSeconds(20), () -> stock.at(HERE).isPresent());
    }

    @Test
    void aChangeReachesEveryProcessWithinASecondOfItsCommit() {
        transaction.executeWithoutResult(status -> {
            copies.changed("/news/first-meeting");
            stays(one);
            stays(other);
        });
        assertThat(one.at(HERE)).as("at once where it was made").isEmpty();
        within(A_SECOND, () -> other.at(HERE).isEmpty());
    }

    @Test
    void aChangeThatIsTakenBackReachesNobody() throws Exception {
        transaction.executeWithoutResult(status -> {
            copies.changed();
            status.setRollbackOnly();
        });
        stays(one);
        // What is told afterwards arrives after whatever was told before.
        other.made("/ar", nothing -> copy("", 10));
        transaction.executeWithoutResult(status -> copies.changed(""));
        within(Duration.ofSeconds(20), () -> other.hears() && other.at("/ar").isEmpty() && other.hears());
        stays(other);
    }

    @Test
    void aLineThatBreaksIsLaidAnewAndWhatWasKeptIsOld() throws Exception {
        JdbcClient.create(DATABASE.superuser())
                .sql(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where query ilike 'listen%' or query = 'select 1'")
                .query((row, n) -> row.getInt(1))
                .single();
        within(
                Duration.ofSeconds(3),
                () -> one.at(HERE).isEmpty() && other.at(HERE).isEmpty());
        stock();
        transaction.executeWithoutResult(status -> copies.changed());
        within(A_SECOND, () -> other.at(HERE).isEmpty());
    }
}

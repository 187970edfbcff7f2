// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.testing.OnFreshDatabase;
import org.tatabbu.testing.Stage;

/** Both parties at once, over fewer connections than askers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tatabbu.database.connections=4")
@OnFreshDatabase
class SharedPoolTest {
    private static final int REQUESTS = 10_000;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    HikariDataSource pool;

    @Autowired
    Audit audit;

    @Autowired
    PrivateCircle circle;

    /** What one request saw: rows of its own party, of another, and what the connection still said afterwards. */
    private record Seen(long own, long foreign, String left) {}

    private static final class Thrown extends RuntimeException {}

    @Test
    void tenThousandInterleavedRequestsSeeTheirOwnAlone() throws Exception {
        assertThat(pool.getMaximumPoolSize()).isEqualTo(4);
        var answers = new ArrayList<Future<Seen>>();
        try (var threads = Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            for (int i = 0; i < REQUESTS; i++) {
                var party = i % 2 == 0 ? Walls.EAST : Walls.WEST;
                int ending = i % 10;
                answers.add(threads.submit((Callable<Seen>) () -> request(party, ending)));
            }
        }
        long own = 0;
        for (var answer : answers) {
            var seen = answer.get();
            assertThat(seen.foreign()).isZero();
            assertThat(seen.left()).isEmpty();
            own += seen.own();
        }
        assertThat(own)
                .as("rows of their own, so that seeing nothing is no proof")
                .isGreaterThan(REQUESTS / 2);
    }

    /** Of ten requests five write, of which one is rolled back and one ends in an exception. */
    private Seen request(UUID party, int ending) {
        var seen = new Seen[1];
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                circle.enter(party);
                if (ending < 5) {
                    var change = Change.own("note.written", null, party, UUID.randomUUID(), "note", "", "x");
                    audit.note(change, Stage.NOON);
                }
                seen[0] = look(party);
                if (ending == 3) {
                    status.setRollbackOnly();
                } else if (ending == 4) {
                    throw new Thrown();
                }
            });
        } catch (Thrown expected) {
            assertThat(ending).isEqualTo(4);
        }
        return new Seen(seen[0].own(), seen[0].foreign(), setting());
    }

    private Seen look(UUID party) {
        return jdbc.sql("""
                        select count(*) filter (where party = :party) as own, count(*) filter (where party <> :party) as theirs, '' as rest
                        from (select party from audit.change where party is not null limit 50) as rows_seen
                        """)
                .param("party", party)
                .query((row, number) -> new Seen(row.getLong(1), row.getLong(2), row.getString(3)))
                .single();
    }

    private String setting() {
        return jdbc.sql("select coalesce(current_setting('tatabbu.party', true), '')")
                .query(String.class)
                .single();
    }

    /** Why the circle is entered for a transaction alone: a setting of the session is there for the next one. */
    @Test
    void aSettingOfTheSessionWouldLeak() throws Exception {
        try (var before = pool.getConnection();
                var statement = before.createStatement()) {
            statement.execute("set tatabbu.party = '" + Walls.EAST + "'");
        }
        var held = new ArrayList<java.sql.Connection>();
        var settings = new ArrayList<String>();
        try {
            for (int i = 0; i < 4; i++) {
                var connection = pool.getConnection();
                held.add(connection);
                var one = JdbcClient.create(
                        new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
                settings.add(one.sql("select coalesce(current_setting('tatabbu.party', true), '')")
                        .query(String.class)
                        .single());
                one.sql("reset tatabbu.party").update();
            }
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
        assertThat(settings).contains(Walls.EAST.toString());
    }

    @Test
    void aTransactionEntersOneCircleOnly() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    circle.enter(Walls.EAST);
                    circle.enter(Walls.WEST);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> circle.enter(Walls.EAST)).isInstanceOf(IllegalStateException.class);
        assertThat(List.of(setting())).containsExactly("");
    }
}

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
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
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
    private static final UUID NOBODY = new UUID(0, 0);

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

    @AfterEach
    void freshConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** What one request saw: rows of its own party, of another, and what the connection still said afterwards. */
    private record Seen(long own, long foreign, String left) {}

    private record Sum(long own, long foreign, long left) {}

    private interface Request {
        Seen of(int number);
    }

    private static final class Thrown extends RuntimeException {}

    private static Sum interleaved(int requests, Request request) throws Exception {
        var answers = new ArrayList<Future<Seen>>();
        try (var threads = Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            for (int i = 0; i < requests; i++) {
                int number = i;
                answers.add(threads.submit((Callable<Seen>) () -> request.of(number)));
            }
        }
        var sum = new Sum(0, 0, 0);
        for (var answer : answers) {
            var seen = answer.get();
            sum = new Sum(
                    sum.own() + seen.own(),
                    sum.foreign() + seen.foreign(),
                    sum.left() + (seen.left().isEmpty() ? 0 : 1));
        }
        return sum;
    }

    private static UUID party(int number) {
        return number % 2 == 0 ? Walls.EAST : Walls.WEST;
    }

    @Test
    void tenThousandInterleavedRequestsSeeTheirOwnAlone() throws Exception {
        assertThat(pool.getMaximumPoolSize()).isEqualTo(4);
        var sum = interleaved(REQUESTS, number -> request(party(number), number / 2 % 10, circle::enter));
        assertThat(sum.foreign()).isZero();
        assertThat(sum.left()).isZero();
        assertThat(sum.own())
                .as("rows of their own, so that seeing nothing is no proof")
                .isGreaterThan(REQUESTS / 2);
    }

    /** Why the circle is entered for a transaction alone: a setting of the session is there for the next one. */
    @Test
    void aCircleEnteredForTheSessionIsTold() throws Exception {
        var sum = interleaved(
                400,
                number -> request(
                        party(number),
                        number / 2 % 10,
                        party -> jdbc.sql("select set_config('tatabbu.party', :party, false)")
                                .param("party", party.toString())
                                .query(String.class)
                                .single()));
        assertThat(sum.foreign()).isPositive();
        assertThat(sum.left()).isPositive();
    }

    /**
     * Of ten requests five write, of which one is rolled back and one ends in an exception; the last enters no circle,
     * and every row of a party is foreign to it.
     */
    private Seen request(UUID party, int ending, Consumer<UUID> entering) {
        var seen = new Seen[1];
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                if (ending == 9) {
                    seen[0] = look(NOBODY);
                    return;
                }
                entering.accept(party);
                if (ending < 5) {
                    audit.note(Change.own("note.written", null, party, UUID.randomUUID(), "note", "", "x"), Stage.NOON);
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

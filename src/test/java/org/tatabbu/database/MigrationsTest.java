// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

class MigrationsTest {

    private final TestDatabase database = TestDatabase.unmigrated();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @Test
    void eachRoomHasItsSchemaWithItsOwnHistory() throws SQLException {
        bring("planted");

        assertThat(versions("orchard")).isEqualTo("1");
        assertThat(versions("harbour")).isEqualTo("1");
    }

    @Test
    void onlyWhatIsMissingIsApplied() throws SQLException {
        bring("planted");
        bring("planted");
        bring("grown");

        assertThat(versions("orchard")).isEqualTo("1,2");
        assertThat(versions("harbour")).isEqualTo("1");
    }

    @Test
    void ourChecksumsAreThoseOfFlyway() throws SQLException {
        bring("grown");
        assertThat(owner.sql("select checksum from orchard.flyway_schema_history order by version::int")
                        .query(Integer.class)
                        .list())
                .isEqualTo(Migrations.under("database/grown").checksums("orchard").values().stream()
                        .toList());
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() throws SQLException {
        bring("grown");

        assertThatThrownBy(() -> bring("planted"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("newer version of Tatabbu (schema orchard is at 2, this program knows 1)");
    }

    @Test
    void aChangedMigrationStopsTheProgram() throws SQLException {
        bring("planted");

        assertThatThrownBy(() -> bring("changed")).isInstanceOf(FlywayValidateException.class);
    }

    @Test
    void aLostSchemaIsMadeAgain() throws SQLException {
        bring("planted");
        owner.sql("drop schema harbour cascade").update();

        bring("planted");

        assertThat(versions("harbour")).isEqualTo("1");
    }

    @Test
    void theApplicationWorksInEachSchemaButOwnsNothing() throws SQLException {
        bring("planted");
        JdbcClient application = database.client();

        assertThat(application.sql("insert into harbour.ships values ('Tanit')").update())
                .isOne();
        assertThat(application
                        .sql("insert into harbour.logbook values ('left')")
                        .update())
                .isOne();
        assertThatThrownBy(() -> application.sql("delete from harbour.logbook").update())
                .as("a migration may take back what the application gets")
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> application.sql("truncate harbour.ships").update())
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> application
                        .sql("select * from harbour.flyway_schema_history")
                        .query()
                        .listOfRows())
                .isInstanceOf(BadSqlGrammarException.class);
    }

    @Test
    void programsThatStartAtOnceMigrateOnce() {
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(program -> CompletableFuture.runAsync(() -> {
                            try {
                                bring("grown");
                            } catch (SQLException failure) {
                                throw new IllegalStateException(failure);
                            }
                        }))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        assertThat(versions("orchard")).isEqualTo("1,2");
    }

    private void bring(String folder) throws SQLException {
        DataSource source = database.owner();
        Migrations.under("database/" + folder).bring(source, TestDatabase.APPLICATION);
    }

    private String versions(String room) {
        return owner.sql(
                        "select string_agg(version, ',' order by version::int) from %s.flyway_schema_history where success"
                                .formatted(room))
                .query(String.class)
                .single();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

class DatabaseTest {

    @Test
    void whatIsBroughtAlongIsDurableUtf8AndEnteredWithoutPowers(@TempDir Path folder) throws Exception {
        try (Database database = opened(Map.of("tatabbu.data", folder.toString()))) {
            JdbcClient client = JdbcClient.create(database.pool());

            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(client.sql("show " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(client.sql("show server_encoding").query(String.class).single())
                    .isEqualTo("UTF8");
            assertThat(client.sql("show listen_addresses").query(String.class).single())
                    .isEqualTo("127.0.0.1");
            assertThat(client.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(NewCluster.password(folder.resolve("postgres")))))
                .isEqualTo("rw-------");
    }

    @Test
    void aRoleThatPassesByRowLevelSecurityIsRefused() {
        assertThatThrownBy(() -> opened(Map.of(
                        "tatabbu.database.url", TestDatabase.fresh().url(), "tatabbu.database.user", "postgres")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("The database role postgres passes by row-level security");
    }

    @Test
    void aRefusedRoleAndAMissingDatabaseAreTold() {
        String url = TestDatabase.fresh().url();
        assertThatThrownBy(() -> opened(Map.of("tatabbu.database.url", url, "tatabbu.database.user", "stranger")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("refuses the role stranger");
        assertThatThrownBy(() -> opened(Map.of("tatabbu.database.url", url + "_gone")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("has no database named");
    }

    @Test
    void anOldServerIsRefused() throws Exception {
        try (OldServer server = OldServer.started("15.4")) {
            assertThatThrownBy(() -> opened(Map.of("tatabbu.database.url", server.url())))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is PostgreSQL 15, and Tatabbu needs PostgreSQL 16 or newer");
        }
    }

    @Test
    void bothFormsOfAnAddressAreUnderstood() {
        DatabaseAddress expected =
                new DatabaseAddress("db.example.org:5433", "joint", "?sslmode=require", "me", "s/e+c ret");

        assertThat(DatabaseAddress.of(
                        "postgresql://me:s%2Fe+c%20ret@db.example.org:5433/joint?sslmode=require", null, null))
                .isEqualTo(expected);
        assertThat(DatabaseAddress.of("jdbc:postgresql://db.example.org:5433/joint?sslmode=require", "me", "s/e+c ret"))
                .isEqualTo(expected)
                .hasToString("me@db.example.org:5433/joint");
        assertThatThrownBy(() -> DatabaseAddress.of("mysql://me:secret@db/joint", null, null))
                .isInstanceOf(CannotStart.class)
                .hasMessageNotContaining("secret");
    }

    private static Database opened(Map<String, Object> properties) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return Database.opened(environment);
    }
}

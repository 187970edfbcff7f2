// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tatabbu.database.Migrations;

/**
 * A fresh, migrated and empty database for each caller, on one PostgreSQL for all tests of this process. Like the
 * program, tests enter as a role that owns nothing; {@link #owner()} is for what only the owner may.
 *
 * <p>A store is tested with {@code new MinutesStore(TestDatabase.fresh().client())}; a Spring context with
 * {@link OnFreshDatabase}.
 */
public record TestDatabase(String url) {

    public static final String OWNER = "tatabbu_owner";
    public static final String APPLICATION = "tatabbu";

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static TestDatabase fresh() {
        return copyOf("migrated");
    }

    /** With its roles, but without a single schema: for tests of the migrations themselves. */
    public static TestDatabase unmigrated() {
        return copyOf("template1");
    }

    public DataSource dataSource() {
        return new DriverManagerDataSource(url, APPLICATION, "");
    }

    public DataSource owner() {
        return new DriverManagerDataSource(url, OWNER, "");
    }

    /** The server's own role, which no wall holds: for planting what the others must not see. */
    public DataSource superuser() {
        return new DriverManagerDataSource(url, "postgres", "");
    }

    public JdbcClient client() {
        return JdbcClient.create(dataSource());
    }

    private static TestDatabase copyOf(String template) {
        String name = "fresh_" + COUNT.incrementAndGet();
        Shared.execute("create database %s template %s owner %s strategy file_copy".formatted(name, template, OWNER));
        return Shared.named(name);
    }

    /** Started by the first test that needs it. Its data is not worth a flush to the disk: it ends with the process. */
    private static final class Shared {

        private static final EmbeddedPostgres SERVER = started();

        static {
            execute("create role " + OWNER + " login");
            execute("create role " + APPLICATION + " login");
            execute("create database migrated owner " + OWNER);
            try {
                Migrations.ofEveryRoom().bring(named("migrated").owner(), APPLICATION);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        static TestDatabase named(String database) {
            return new TestDatabase("jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database);
        }

        static void execute(String sql) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static EmbeddedPostgres started() {
            try {
                Path folder =
                        Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setDataDirectory(
                                Files.createTempDirectory(folder, "data").toFile())
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** A migrated database and the connections to it; nobody sees it before it is migrated. */
final class Database implements AutoCloseable {

    private static final int OLDEST_POSTGRESQL = 16;

    private final HikariDataSource pool;
    private final @Nullable Postmaster postmaster;

    private Database(HikariDataSource pool, @Nullable Postmaster postmaster) {
        this.pool = pool;
        this.postmaster = postmaster;
    }

    static Database opened(Environment environment) throws IOException, SQLException {
        int connections = environment.getProperty("tatabbu.database.connections", Integer.class, 10);
        String url = environment.getProperty("tatabbu.database.url", "");
        return url.isBlank()
                ? broughtAlong(Path.of(environment.getProperty("tatabbu.data", "var")), connections)
                : elsewhere(url, environment, connections);
    }

    private static Database broughtAlong(Path data, int connections) throws IOException, SQLException {
        Postmaster postmaster = Postmaster.started(data);
        try {
            Migrations.ofEveryRoom()
                    .bring(
                            postmaster.owner().dataSource(),
                            postmaster.application().user());
            return new Database(pool(postmaster.application(), connections), postmaster);
        } catch (IOException | SQLException | RuntimeException failure) {
            postmaster.close();
            throw failure;
        }
    }

    private static Database elsewhere(String url, Environment environment, int connections) throws SQLException {
        DatabaseAddress application = DatabaseAddress.of(
                url,
                environment.getProperty("tatabbu.database.user"),
                environment.getProperty("tatabbu.database.password"));
        DatabaseAddress owner = application.as(
                environment.getProperty("tatabbu.database.owner.user"),
                environment.getProperty("tatabbu.database.owner.password"));
        try (Connection connection = application.connection();
                Statement statement = connection.createStatement()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_POSTGRESQL) {
                throw new CannotStart(words -> words.serverTooOld(
                        application.servers(), Integer.toString(version), Integer.toString(OLDEST_POSTGRESQL)));
            }
            refuseThePowerful(statement, application.user());
        }
        owner.connection().close();
        Migrations.ofEveryRoom().bring(owner.dataSource(), application.user());
        return new Database(pool(application, connections), null);
    }

    /** A role that passes by row-level security would show each party the private room of the other. */
    private static void refuseThePowerful(Statement statement, String role) throws SQLException {
        try (ResultSet powers =
                statement.executeQuery("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            if (powers.next() && powers.getBoolean(1)) {
                throw new CannotStart(words -> words.roleTooPowerful(role));
            }
        }
    }

    private static HikariDataSource pool(DatabaseAddress address, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.addDataSourceProperty("ApplicationName", "tatabbu");
        config.setMaximumPoolSize(connections);
        // Ten connections at once would compete with the start of the program for the processor.
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Idempotent: both Spring and the end of the program may ask. */
    @Override
    public synchronized void close() throws IOException {
        if (pool.isClosed()) {
            return;
        }
        pool.close();
        if (postmaster != null) {
            postmaster.close();
        }
    }
}

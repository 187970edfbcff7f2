// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
            migrate(postmaster.owner(), postmaster.application());
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
        try (Connection connection = application.connection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_POSTGRESQL) {
                throw new CannotStart(words -> words.serverTooOld(
                        application.servers(), Integer.toString(version), Integer.toString(OLDEST_POSTGRESQL)));
            }
            TwoRoles.refuseThePowerful(connection, application.user());
            TwoRoles roles = TwoRoles.of(
                    application,
                    environment.getProperty("tatabbu.database.owner.user"),
                    environment.getProperty("tatabbu.database.owner.password"));
            roles.refuseAMember(connection);
            // Before the migrations, which would otherwise stumble over what another role owns.
            roles.refuseAnOwning(connection);
            migrate(roles.owner(), application);
        }
        return new Database(pool(application, connections), null);
    }

    private static void migrate(DatabaseAddress owner, DatabaseAddress application) throws SQLException {
        try (Connection connection = owner.connection()) {
            Migrations.ofEveryRoom().bring(owner.dataSource(), application.user());
            PrivateTables.refuseUnguarded(connection, application.user());
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

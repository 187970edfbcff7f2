// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Listens, on a connection of its own, for what any process changes. It asks the database each second whether it is still
 * there: as long as it has no answer the stock hands out nothing, so a deaf process is slower and never wrong.
 */
final class Ear implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final DataSource database;
    private final Stock stock;
    private volatile boolean running;

    Ear(DataSource database, Stock stock) {
        this.database = database;
        this.stock = stock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("copies").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (var connection = database.getConnection()) {
                CopiesStore.listen(connection);
                // What was told before we listened was told to nobody.
                stock.dropAll();
                hear(connection);
            } catch (SQLException lost) {
                stock.deaf();
                if (running) {
                    LOG.warn(CopiesWords.ofTheMachine().deaf(), lost);
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        var line = connection.unwrap(PGConnection.class);
        while (running) {
            CopiesStore.ask(connection);
            stock.heard();
            for (var told : line.getNotifications((int) BREATH.toMillis())) {
                if (told.getParameter().equals(Copies.ALL)) {
                    stock.dropAll();
                } else {
                    stock.drop(told.getParameter());
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BREATH);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

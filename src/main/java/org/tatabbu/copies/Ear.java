// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Listens, on a connection of its own, for what any process changes. It asks the database again and
 * again whether it is still there: without an answer the stock hands out nothing, so a deaf process is slower and never wrong.
 */
final class Ear implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
    private static final Duration BREATH = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final DataSource database;
    private final Stock stock;
    private volatile CountDownLatch over = new CountDownLatch(0);

    Ear(DataSource database, Stock stock) {
        this.database = database;
        this.stock = stock;
    }

    @Override
    public void start() {
        over = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("copies").start(this::listen);
    }

    @Override
    public void stop() {
        over.countDown();
    }

    @Override
    public boolean isRunning() {
        return over.getCount() > 0;
    }

    private void listen() {
        while (isRunning()) {
            try (var connection = database.getConnection()) {
                CopiesStore.listen(connection);
                // What was told before we listened was told to nobody.
                stock.dropAll();
                hear(connection);
            } catch (SQLException | RuntimeException lost) {
                boolean heardBefore = stock.deaf();
                if (isRunning() && heardBefore) {
                    LOG.warn(CopiesWords.ofTheMachine().deaf(), lost);
                }
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        var line = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            long asked = stock.now();
            CopiesStore.ask(connection);
            take(line.getNotifications());
            stock.heard(asked);
            take(line.getNotifications((int) BREATH.toMillis()));
        }
    }

    private void take(PGNotification @Nullable [] tidings) {
        if (tidings == null) {
            return;
        }
        for (var told : tidings) {
            if (told.getParameter().equals(Copies.ALL)) {
                stock.dropAll();
            } else {
                stock.drop(told.getParameter());
            }
        }
    }

    // Whoever closes the program does not wait for us to try again.
    private void pause() {
        try {
            over.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the database while Spring still reads its configuration; the bean waits for it. */
public final class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private @Nullable FutureTask<Database> opening;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        FutureTask<Database> task = new FutureTask<>(() -> Database.opened(context.getEnvironment()));
        opening = task;
        context.getBeanFactory().registerSingleton("earlyDatabase", this);
        Thread.ofPlatform().name("database").daemon().start(task);
        // For a start that fails before the bean exists: these run after every context is closed.
        SpringApplication.getShutdownHandlers().add(this::close);
    }

    Database database() throws Exception {
        if (opening == null) {
            throw new IllegalStateException("not initialized");
        }
        try {
            return opening.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }

    private void close() {
        Database opened;
        try {
            opened = database();
        } catch (Exception neverOpened) {
            // There is nothing to close, and the bean reported why.
            return;
        }
        try {
            opened.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

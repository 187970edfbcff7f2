// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tatabbu.testing.OnFreshDatabase;

/** The program on a port of its own with both stories told, on a fresh database, with a data folder of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"tatabbu.sample=true", "server.shutdown=immediate"})
@ContextConfiguration(initializers = {OnFreshDatabase.Initializer.class, Told.Folder.class})
@Import(Stage.class)
@interface Told {

    final class Folder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var all = Files.createDirectories(Path.of("target", "journeys"));
                TestPropertyValues.of("tatabbu.data=" + Files.createTempDirectory(all, "data"))
                        .applyTo(context);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

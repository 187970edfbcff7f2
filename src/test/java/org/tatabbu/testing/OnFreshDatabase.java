// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.tatabbu.identity.CheapPasswords;

/**
 * Beside {@code @SpringBootTest} or {@code @ApplicationModuleTest}: the context stands on a fresh database of its own.
 * Spring keeps equal contexts for several test classes, and they then share that database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnFreshDatabase.Initializer.class)
public @interface OnFreshDatabase {

    final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "tatabbu.database.url=" + TestDatabase.fresh().url(),
                            "tatabbu.database.user=" + TestDatabase.APPLICATION,
                            "tatabbu.database.owner.user=" + TestDatabase.OWNER,
                            // A log's key remembers its database, and signs for no younger one.
                            "tatabbu.log.key=target/keys/" + UUID.randomUUID() + ".key")
                    .applyTo(context);
            CheapPasswords.into((GenericApplicationContext) context);
        }
    }
}

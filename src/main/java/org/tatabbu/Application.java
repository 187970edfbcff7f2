// SPDX-License-Identifier: Apache-2.0
package org.tatabbu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.tatabbu.database.EarlyDatabase;
import org.tatabbu.statement.KeyCommand;
import org.tatabbu.witness.AuditCommand;
import org.tatabbu.witness.WitnessCommand;
import org.tatabbu.wordpress.ImportCommand;

/* Nobody reads observations here, and they wrap every filter of every request. */
@EnableScheduling
@SpringBootApplication(exclude = {UserDetailsServiceAutoConfiguration.class, ObservationAutoConfiguration.class})
public class Application {
    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "key" -> System.exit(KeyCommand.run(arguments));
            case "witness" -> System.exit(WitnessCommand.run(arguments));
            case "import-wordpress" -> System.exit(ImportCommand.run(arguments, Application::once));
            case "audit" -> System.exit(AuditCommand.run(arguments));
            default -> serve(arguments);
        }
    }

    private static void serve(String[] arguments) {
        program().run(arguments);
    }

    private static SpringApplication program() {
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(new EarlyDatabase());
        return application;
    }

    /** Starts, works and is done before anybody is told that it is there. */
    private static int once(String[] settings, ToIntFunction<ApplicationContext> work) {
        var status = new AtomicInteger(1);
        var application = program();
        application.addListeners((ApplicationListener<ApplicationStartedEvent>) started -> {
            status.set(work.applyAsInt(started.getApplicationContext()));
            throw new SpringApplication.AbandonedRunException(started.getApplicationContext());
        });
        try {
            application.run(settings);
        } catch (SpringApplication.AbandonedRunException done) {
            return status.get();
        }
        return status.get();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.tatabbu.database.EarlyDatabase;
import org.tatabbu.statement.KeyCommand;
import org.tatabbu.witness.AuditCommand;
import org.tatabbu.witness.WitnessCommand;

@EnableScheduling
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Application {
    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "key" -> System.exit(KeyCommand.run(arguments));
            case "witness" -> System.exit(WitnessCommand.run(arguments));
            case "audit" -> System.exit(AuditCommand.run(arguments));
            default -> serve(arguments);
        }
    }

    private static void serve(String[] arguments) {
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(new EarlyDatabase());
        application.run(arguments);
    }
}

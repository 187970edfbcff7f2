// SPDX-License-Identifier: Apache-2.0
package org.tatabbu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.tatabbu.database.EarlyDatabase;

@SpringBootApplication
public class Application {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(new EarlyDatabase());
        application.run(arguments);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.audit.Audit;
import org.tatabbu.database.PrivateCircle;

/** The trace of a database, for tests of a room that stand without the program around them. */
public final class Noting {
    private Noting() {}

    public static Audit on(JdbcClient sql) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> sql);
        context.register(PrivateCircle.class);
        context.scan("org.tatabbu.audit");
        context.refresh();
        return context.getBean(Audit.class);
    }
}

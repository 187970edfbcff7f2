// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CopiesStore {
    private final JdbcClient sql;

    CopiesStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Told to every process that listens, when the transaction commits and not before. */
    void tell(String path) {
        sql.sql("""
                select pg_notify('copies', :path)
                """).param("path", path).query((row, number) -> true).list();
    }

    static void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen copies");
        }
    }

    /** An answer proves that the other end is there. */
    static void ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }
}

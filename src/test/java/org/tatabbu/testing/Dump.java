// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a copy of a database would hold, table by table, as text: what pg_dump writes, by the command that it uses. */
public final class Dump {
    private Dump() {}

    public static Map<String, String> of(TestDatabase database) {
        var source = database.superuser();
        var tables = JdbcClient.create(source)
                .sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                        where schemaname !~ '^pg_' and schemaname <> 'information_schema'
                        """)
                .query((row, n) -> row.getString(1))
                .list();
        var dump = new TreeMap<String, String>();
        try (var connection = source.getConnection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables) {
                var rows = new StringWriter();
                copy.copyOut("copy (select * from " + table + ") to stdout", rows);
                dump.put(table, rows.toString());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dump;
    }
}

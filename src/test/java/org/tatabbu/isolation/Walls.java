// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tatabbu.testing.TestDatabase;

/** Asks each role, in each circle, for each verb, of every private table: what of another party does it reach? */
final class Walls {
    static final UUID EAST = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID WEST = UUID.fromString("22222222-2222-4222-8222-222222222222");

    private static final UUID THIRD = UUID.fromString("33333333-3333-4333-8333-333333333333");

    private final TestDatabase database;
    private final JdbcClient superuser;
    private final List<String> findings = new ArrayList<>();

    private Walls(TestDatabase database) {
        this.database = database;
        this.superuser = JdbcClient.create(database.superuser());
    }

    /** The tables whose rows belong to one party, by the catalogue. */
    static List<String> privateTables(TestDatabase database) {
        return JdbcClient.create(database.superuser())
                .sql("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                          and (c.relrowsecurity or obj_description(c.oid, 'pg_class') like 'private:%')
                        order by 1
                        """)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Nothing where every wall holds. The tables are named, so that a wall that is gone altogether is still asked for. */
    static List<String> breachesOf(TestDatabase database, List<String> tables) throws SQLException {
        var walls = new Walls(database);
        for (var table : tables) {
            walls.plant(table, EAST);
            walls.plant(table, WEST);
        }
        for (var role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            for (var circle : new @Nullable String[] {null, "", EAST.toString(), WEST.toString(), "malformed"}) {
                for (var table : tables) {
                    walls.ask(role, circle, table);
                }
            }
        }
        return walls.findings;
    }

    private void ask(String role, @Nullable String circle, String table) throws SQLException {
        var source = role.equals(TestDatabase.OWNER) ? database.owner() : database.dataSource();
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            var who = role + " in circle " + circle + " on " + table;
            var foreign = circle == null || circle.isEmpty() || circle.equals("malformed")
                    ? "party is not null"
                    : "party <> '" + circle + "'";
            count(connection, circle, who + ": select", "select count(*) from " + table + " where " + foreign);
            for (var view : viewsOver(table)) {
                count(connection, circle, who + ": " + view, "select count(*) from " + view + " where " + foreign);
            }
            changed(connection, circle, who + ": update", "update " + table + " set party = party where " + foreign);
            changed(connection, circle, who + ": delete", "delete from " + table + " where " + foreign);
            changed(connection, circle, who + ": insert", insert(table, THIRD));
        }
    }

    private List<String> viewsOver(String table) {
        return superuser
                .sql("""
                        select distinct r.ev_class::regclass::text from pg_depend d join pg_rewrite r on r.oid = d.objid
                        where d.classid = 'pg_rewrite'::regclass and d.refobjid = cast(:table as regclass)
                        """)
                .param("table", table)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void count(Connection connection, @Nullable String circle, String what, String sql) throws SQLException {
        report(
                what,
                outcome(
                        connection,
                        circle,
                        client -> client.sql(sql).query(Integer.class).single()));
    }

    private void changed(Connection connection, @Nullable String circle, String what, String sql) throws SQLException {
        report(what, outcome(connection, circle, client -> client.sql(sql).update()));
    }

    private void report(String what, int rows) {
        if (rows > 0) {
            findings.add(what + " reached " + rows);
        }
    }

    private interface Asking {
        int of(JdbcClient client);
    }

    /** A refusal reaches nothing. One that is neither of rights, policies nor the malformed circle is an error of this test. */
    private static int outcome(Connection connection, @Nullable String circle, Asking asking) throws SQLException {
        var client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        try {
            if (circle != null) {
                client.sql("select set_config('tatabbu.party', :party, true)")
                        .param("party", circle)
                        .query(String.class)
                        .single();
            }
            return asking.of(client);
        } catch (org.springframework.dao.DataAccessException refused) {
            var state = refused.getRootCause() instanceof SQLException cause ? cause.getSQLState() : "";
            if (List.of("42501", "22P02").contains(state)) {
                return 0;
            }
            if (state.equals("23503") || state.equals("23514")) {
                // A constraint spoke before or after the policy: the row did not get in, nor out.
                return 0;
            }
            throw refused;
        } finally {
            connection.rollback();
        }
    }

    /** A row of this party, past every wall, foreign keys and triggers aside. */
    private void plant(String table, UUID party) throws SQLException {
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(insert(table, party));
        }
    }

    private record Column(String name, String type) {}

    /** Every column that must be filled, with a value that its type and its checks let in. */
    private String insert(String table, UUID party) {
        var columns =
                superuser.sql("""
                        select attname as name, format_type(atttypid, null) as type from pg_attribute
                        where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
                          and attidentity = '' and (attnotnull or attname = 'party')
                        order by attnum
                        """).param("table", table).query(Column.class).list();
        return "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        columns.stream()
                                .map(column -> column.name().equals("party") ? "'" + party + "'" : value(table, column))
                                .collect(Collectors.joining(", ")));
    }

    private String value(String table, Column column) {
        return switch (column.type().toLowerCase(Locale.ROOT)) {
            case "uuid" -> "gen_random_uuid()";
            case "text" -> "'" + text(table, column.name()) + "'";
            case "integer", "bigint", "smallint", "numeric" -> "1";
            case "boolean" -> "false";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "sha256('x')";
            case "date" -> "date '2023-01-17'";
            case "timestamp with time zone" -> "timestamptz '2023-01-17 12:00Z'";
            case "tsvector" -> "''::tsvector";
            case "text[]" -> "'{}'";
            default -> throw new AssertionError("Say here how to fill " + table + "." + column);
        };
    }

    /** The first word that a check lists, sixty-four hexadecimal digits where one asks for a digest, else a letter. */
    private String text(String table, String column) {
        var check = superuser
                .sql("""
                        select coalesce(string_agg(pg_get_constraintdef(k.oid), ' '), '') from pg_constraint k
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                        where k.contype = 'c' and k.conrelid = cast(:table as regclass) and a.attname = :column
                        """)
                .param("table", table)
                .param("column", column)
                .query(String.class)
                .single();
        if (check.contains("{64}")) {
            return "a".repeat(64);
        }
        var word = java.util.regex.Pattern.compile("ARRAY\\['([^']+)'").matcher(check);
        return word.find() ? word.group(1) : "x";
    }
}

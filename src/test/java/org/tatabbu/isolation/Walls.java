// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tatabbu.testing.TestDatabase;

/** Asks each role, in each circle, for each verb, of every private table: what of another party does it reach? */
final class Walls {
    static final UUID EAST = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID WEST = UUID.fromString("22222222-2222-4222-8222-222222222222");

    private static final UUID THIRD = UUID.fromString("33333333-3333-4333-8333-333333333333");

    /** What runs with its owner's rights and was read with that in mind: each answers for one secret at a time. */
    private static final Set<String> REVIEWED = Set.of("invitation.behind(bytea)");

    private final JdbcClient superuser;
    private final Entering entering;
    private final List<String> findings = new ArrayList<>();

    private Walls(JdbcClient superuser, Entering entering) {
        this.superuser = superuser;
        this.entering = entering;
    }

    /** How one becomes a role for one question, after which nothing of it is left. */
    private interface Entering {
        int as(String role, Asking asking) throws SQLException;
    }

    private interface Asking {
        int of(JdbcClient client);
    }

    /** The tables whose rows belong to one party, by the catalogue. */
    static List<String> privateTables(JdbcClient superuser) {
        return superuser.sql("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                          and (c.relrowsecurity or obj_description(c.oid, 'pg_class') like 'private:%')
                        order by 1
                        """).query((row, n) -> row.getString(1)).list();
    }

    /** Asked by roles that sign in themselves, under every constraint and trigger. */
    static List<String> breachesOf(TestDatabase database, List<String> tables) throws SQLException {
        try (var connection = database.superuser().getConnection()) {
            plant(connection, tables);
        }
        var superuser = JdbcClient.create(database.superuser());
        return new Walls(superuser, (role, asking) -> {
                    var source = role.equals(TestDatabase.OWNER) ? database.owner() : database.dataSource();
                    try (var connection = source.getConnection()) {
                        connection.setAutoCommit(false);
                        return asking.of(client(connection));
                    }
                })
                .of(tables);
    }

    /**
     * Asked within the transaction of a superuser, in which a fault may have been planted before. Foreign keys and triggers
     * rest meanwhile, and checks are gone: what they would refuse must not hide what a policy lets through.
     */
    static List<String> breachesWithin(Connection connection, List<String> tables) throws SQLException {
        var superuser = client(connection);
        plant(connection, tables);
        superuser
                .sql("select set_config('session_replication_role', 'replica', true)")
                .query(String.class)
                .single();
        tables.forEach(table -> dropChecks(superuser, table));
        return new Walls(superuser, (role, asking) -> {
                    var before = connection.setSavepoint();
                    try {
                        superuser.sql("set local role " + role).update();
                        return asking.of(superuser);
                    } finally {
                        connection.rollback(before);
                    }
                })
                .of(tables);
    }

    /** Nothing where every wall holds. The tables are named, so that a wall that is gone altogether is still asked for. */
    private List<String> of(List<String> tables) throws SQLException {
        for (var role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            for (var table : tables) {
                for (var circle : new @Nullable String[] {null, "", EAST.toString(), WEST.toString(), "malformed"}) {
                    ask(role, circle, table);
                }
            }
        }
        for (var table : tables) {
            keepsItsOwn(table);
            standsAgainst("disable row level security", "alter table " + table + " disable row level security");
            standsAgainst("truncate", "truncate " + table + " cascade");
        }
        functions();
        return findings;
    }

    private void ask(String role, @Nullable String circle, String table) throws SQLException {
        boolean inside = circle != null && !circle.isEmpty() && !circle.equals("malformed");
        var who = role + " in circle " + circle + " on " + table;
        var foreign = inside ? "party <> '" + circle + "'" : "party is not null";
        reach(role, circle, who + ": select", count(table, foreign));
        for (var view : viewsOver(table)) {
            reach(role, circle, who + ": " + view, count(view, foreign));
        }
        reach(role, circle, who + ": update", changed("update " + table + " set party = party where " + foreign));
        reach(role, circle, who + ": delete", changed("delete from " + table + " where " + foreign));
        reach(role, circle, who + ": insert", changed(Rows.insert(superuser, table, THIRD)));
        if (inside) {
            var away = "update " + table + " set party = '" + THIRD + "' where party = '" + circle + "'";
            reach(role, circle, who + ": update away", changed(away));
        }
    }

    private static Asking count(String relation, String rows) {
        return client -> client.sql("select count(*) from " + relation + " where " + rows)
                .query(Integer.class)
                .single();
    }

    private static Asking changed(String sql) {
        return client -> client.sql(sql).update();
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

    private void reach(String role, @Nullable String circle, String what, Asking asking) throws SQLException {
        int rows = entering.as(role, client -> outcome(client, circle, asking));
        if (rows > 0) {
            findings.add(what + " reached " + rows);
        }
    }

    /** A wall that shuts its own party out is a fault too: rows that nobody sees prove nothing. */
    private void keepsItsOwn(String table) throws SQLException {
        var east = EAST.toString();
        var read = count(table, "party = '" + east + "'");
        var written = changed(Rows.insert(superuser, table, EAST));
        own("select", table, client -> outcome(client, east, read));
        own("insert", table, client -> outcome(client, east, written));
    }

    private void own(String verb, String table, Asking asking) throws SQLException {
        boolean may = superuser
                .sql("select has_table_privilege(:role, :table, :verb)")
                .param("role", TestDatabase.APPLICATION)
                .param("table", table)
                .param("verb", verb)
                .query(Boolean.class)
                .single();
        if (may && entering.as(TestDatabase.APPLICATION, asking) == 0) {
            findings.add("a party's own " + verb + " on " + table + " reached nothing");
        }
    }

    private void standsAgainst(String power, String sql) throws SQLException {
        int done = entering.as(TestDatabase.APPLICATION, client -> {
            var refused = refusal(() -> client.sql(sql).update());
            return refused == null ? 1 : 0;
        });
        if (done > 0) {
            findings.add(TestDatabase.APPLICATION + " may " + power + ": " + sql);
        }
    }

    /** What runs with the rights of whoever made it walks through every wall. */
    private void functions() {
        superuser.sql("""
                        select p.oid::regprocedure::text as name, has_function_privilege('public', p.oid, 'execute') as open
                        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                        """).query(row -> {
            if (row.getBoolean("open")) {
                findings.add("public may call " + row.getString("name"));
            }
            if (!REVIEWED.contains(row.getString("name"))) {
                findings.add("nobody reviewed " + row.getString("name"));
            }
        });
    }

    /** A policy speaks before a constraint does: what a constraint refuses, the policy has let through. */
    private static int outcome(JdbcClient client, @Nullable String circle, Asking asking) {
        var rows = new int[1];
        var refused = refusal(() -> {
            if (circle != null) {
                client.sql("select set_config('tatabbu.party', :party, true)")
                        .param("party", circle)
                        .query(String.class)
                        .single();
            }
            rows[0] = asking.of(client);
        });
        return refused != null && refused.startsWith("23") ? 1 : rows[0];
    }

    /** Nothing, or why not: for want of rights, for a malformed circle or by a constraint. Else the test itself is wrong. */
    private static @Nullable String refusal(Runnable asking) {
        try {
            asking.run();
            return null;
        } catch (DataAccessException refused) {
            var state = refused.getRootCause() instanceof SQLException cause ? cause.getSQLState() : "";
            if (state.equals("42501") || state.equals("22P02") || state.startsWith("23")) {
                return state;
            }
            throw refused;
        }
    }

    private static void dropChecks(JdbcClient superuser, String table) {
        superuser
                .sql("select conname from pg_constraint where contype = 'c' and conrelid = cast(:table as regclass)")
                .param("table", table)
                .query(String.class)
                .list()
                .forEach(name -> superuser
                        .sql("alter table %s drop constraint \"%s\"".formatted(table, name))
                        .update());
    }

    /** A row of either party in each table, past every wall, foreign key and trigger. */
    static void plant(Connection connection, List<String> tables) throws SQLException {
        var superuser = client(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var table : tables) {
                statement.execute(Rows.insert(superuser, table, EAST));
                statement.execute(Rows.insert(superuser, table, WEST));
            }
            statement.execute("set session_replication_role = origin");
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}

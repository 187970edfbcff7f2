// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

/** One way in which a wall is lost, planted in one private table or in one policy of it. */
record Fault(Kind kind, String where, String sql) {

    enum Kind {
        POLICY_DROPPED,
        POLICY_TURNED_ROUND,
        POLICY_OPEN_TO_ALL,
        CHECK_OPEN_TO_ALL,
        SECOND_POLICY_THAT_OPENS,
        SECURITY_OFF,
        NOT_FORCED_ON_THE_OWNER,
        PLAIN_VIEW,
        STORED_VIEW,
        FUNCTION_OPEN_TO_PUBLIC,
        TRUNCATE_GRANTED,
        CONNECTED_AS_OWNER,
        APPLICATION_BECOMES_OWNER,
        ROLE_PASSES_BY_SECURITY,
        ROLE_IS_SUPERUSER;

        /** A policy is lost one by one, the rest table by table. */
        boolean ofPolicies() {
            return switch (this) {
                case POLICY_DROPPED, POLICY_TURNED_ROUND, POLICY_OPEN_TO_ALL, CHECK_OPEN_TO_ALL -> true;
                default -> false;
            };
        }
    }

    /** A policy as the catalogue has it: it shows rows, lets rows in, or both. */
    record Policy(String name, boolean shows, boolean letsIn) {
        boolean suffers(Kind kind) {
            return switch (kind) {
                case POLICY_OPEN_TO_ALL -> shows;
                case CHECK_OPEN_TO_ALL -> letsIn;
                default -> true;
            };
        }
    }

    private static final String OWN = "nullif(current_setting('tatabbu.party', true), '')::uuid";

    /** Every fault that these tables could suffer. */
    static Stream<Fault> of(JdbcClient superuser, List<String> tables) {
        return tables.stream().flatMap(table -> {
            var faults = new ArrayList<Fault>();
            var policies = policies(superuser, table);
            for (var kind : Kind.values()) {
                if (kind.ofPolicies()) {
                    policies.stream()
                            .filter(policy -> policy.suffers(kind))
                            .forEach(policy -> faults.add(
                                    new Fault(kind, policy.name() + " on " + table, inPolicy(kind, policy, table))));
                } else {
                    faults.add(new Fault(kind, table, inTable(kind, table)));
                }
            }
            return faults.stream();
        });
    }

    static List<Policy> policies(JdbcClient superuser, String table) {
        return superuser
                .sql("""
                        select quote_ident(polname) as name, polqual is not null as shows, polcmd in ('*', 'a', 'w') as lets_in
                        from pg_policy where polrelid = cast(:table as regclass) order by 1
                        """)
                .param("table", table)
                .query((row, n) -> new Policy(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                .list();
    }

    private static String inPolicy(Kind kind, Policy policy, String table) {
        var turned = "(party is distinct from " + OWN + ")";
        var altered = "alter policy " + policy.name() + " on " + table;
        return switch (kind) {
            case POLICY_DROPPED -> "drop policy " + policy.name() + " on " + table;
            case POLICY_TURNED_ROUND ->
                altered + (policy.shows() ? " using " + turned : "") + (policy.letsIn() ? " with check " + turned : "");
            case POLICY_OPEN_TO_ALL -> altered + " using (true)";
            case CHECK_OPEN_TO_ALL -> altered + " with check (true)";
            default -> throw new AssertionError(kind);
        };
    }

    private static String inTable(Kind kind, String table) {
        var schema = table.substring(0, table.indexOf('.'));
        var role = TestDatabase.APPLICATION;
        return switch (kind) {
            case SECOND_POLICY_THAT_OPENS -> "create policy second on " + table + " using (true)";
            case SECURITY_OFF -> "alter table " + table + " disable row level security";
            case NOT_FORCED_ON_THE_OWNER -> "alter table " + table + " no force row level security";
            case PLAIN_VIEW ->
                "create view %1$s.seen as select * from %2$s; grant select on %1$s.seen to %3$s"
                        .formatted(schema, table, role);
            case STORED_VIEW ->
                "create materialized view %1$s.seen as select * from %2$s; grant select on %1$s.seen to %3$s"
                        .formatted(schema, table, role);
            case FUNCTION_OPEN_TO_PUBLIC -> """
                create function %s.seen() returns setof %s language sql stable security definer
                  set search_path = pg_catalog, pg_temp as 'select * from %s'
                """.formatted(schema, table, table);
            case TRUNCATE_GRANTED -> "grant truncate on all tables in schema " + schema + " to " + role;
            case CONNECTED_AS_OWNER -> "alter table " + table + " owner to " + role;
            case APPLICATION_BECOMES_OWNER -> "grant " + TestDatabase.OWNER + " to " + role;
            case ROLE_PASSES_BY_SECURITY -> "alter role " + role + " bypassrls";
            case ROLE_IS_SUPERUSER -> "alter role " + role + " superuser";
            default -> throw new AssertionError(kind);
        };
    }

    /** As a report names it. */
    @Override
    public String toString() {
        return kind + ": " + where;
    }
}

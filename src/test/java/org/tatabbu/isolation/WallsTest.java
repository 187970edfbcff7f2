// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

class WallsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JdbcClient SUPERUSER = JdbcClient.create(DATABASE.superuser());
    private static final List<String> TABLES = Walls.privateTables(SUPERUSER);

    @Test
    void noRoleReachesARowOfAnotherParty() throws Exception {
        assertThat(TABLES)
                .as("private tables")
                .contains("audit.change", "brief.note", "brief.version", "documents.own_paper");

        assertThat(Walls.breachesOf(TestDatabase.fresh(), TABLES)).isEmpty();
    }

    @Test
    void noConstraintAndNoTriggerStandsInForAWall() throws Exception {
        try (var connection = DATABASE.superuser().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(Walls.breachesWithin(connection, TABLES)).isEmpty();
            connection.rollback();
        }
    }

    @Test
    void whatARoomKeepsForOnePartyIsSecured() {
        var open = SUPERUSER.sql("""
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind in ('r', 'p') and a.attname = 'party' and not a.attisdropped and not c.relrowsecurity
                  and (c.relnamespace::regnamespace::text in ('brief', 'invitation')
                    or c.relname like 'own\\_%' or c.oid = 'audit.change'::regclass)
                  and has_table_privilege('tatabbu', c.oid, 'select')
                """).query(String.class).list();

        assertThat(open)
                .as("Enable and force row-level security, and write a policy.")
                .isEmpty();
    }

    static Stream<Fault> faults() {
        return Fault.of(SUPERUSER, TABLES);
    }

    /** Each fault is planted in each private table, in a transaction that is taken back; the walls must tell. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultInAWallIsTold(Fault fault) throws Exception {
        try (var connection = DATABASE.superuser().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var table = List.of(fault.where().substring(fault.where().lastIndexOf(' ') + 1));
            if (fault.kind() == Fault.Kind.STORED_VIEW) {
                Walls.plant(connection, table);
            }
            statement.execute(fault.sql());
            assertThat(Walls.breachesWithin(connection, table)).as(fault.sql()).isNotEmpty();
            connection.rollback();
        }
    }

    @Test
    void everyFaultIsPlantedInEveryTable() {
        var planted = faults().collect(Collectors.groupingBy(Fault::kind, Collectors.toList()));
        assertThat(planted.keySet()).isEqualTo(EnumSet.allOf(Fault.Kind.class));
        for (var kind : Fault.Kind.values()) {
            if (!kind.ofPolicies()) {
                assertThat(planted.get(kind))
                        .as("%s", kind)
                        .extracting(Fault::where)
                        .containsExactlyElementsOf(TABLES);
            }
        }
        var policies = SUPERUSER
                .sql("""
                select polname || ' on ' || polrelid::regclass, polqual is not null,
                  polwithcheck is not null or polcmd in ('*', 'a', 'w')
                from pg_policy
                """)
                .query((row, n) -> new Fault.Policy(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                .list();
        assertThat(policies).hasSizeGreaterThanOrEqualTo(TABLES.size());
        for (var kind : Arrays.stream(Fault.Kind.values())
                .filter(Fault.Kind::ofPolicies)
                .toList()) {
            assertThat(planted.get(kind))
                    .as("%s", kind)
                    .extracting(Fault::where)
                    .containsExactlyInAnyOrderElementsOf(policies.stream()
                            .filter(policy -> policy.suffers(kind))
                            .map(Fault.Policy::name)
                            .toList());
        }
    }

    @Test
    void aFunctionThatPassesTheWallsIsToldWhereItIsOpen() throws Exception {
        try (var connection = DATABASE.superuser().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("grant execute on function invitation.behind(bytea) to public");
            assertThat(Walls.breachesWithin(connection, List.of()))
                    .containsExactly("public may call invitation.behind(bytea)");
            connection.rollback();
        }
    }
}

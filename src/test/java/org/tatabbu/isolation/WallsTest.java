// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

class WallsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final List<String> tables = Walls.privateTables(database);

    @Test
    void noRoleReachesARowOfAnotherParty() throws Exception {
        assertThat(tables).as("private tables").contains("audit.change");

        assertThat(Walls.breachesOf(database, tables)).isEmpty();
    }

    @Test
    void whatARoomKeepsForOnePartyIsSecured() {
        var open = JdbcClient.create(database.superuser())
                .sql("""
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind in ('r', 'p') and a.attname = 'party' and not a.attisdropped and not c.relrowsecurity
                  and (c.relnamespace::regnamespace::text in ('brief', 'invitation')
                    or c.relname like 'own\\_%' or c.oid = 'audit.change'::regclass)
                  and has_table_privilege('tatabbu', c.oid, 'select')
                """)
                .query(String.class)
                .list();

        assertThat(open)
                .as("Enable and force row-level security, and write a policy.")
                .isEmpty();
    }

    /** Each fault is planted in a database of its own; the walls must tell. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the policy opened to all          | drop policy own_and_joint on audit.change; create policy own_and_joint on audit.change for select using (true)
            the policy turned round           | drop policy own_and_joint on audit.change; create policy own_and_joint on audit.change for select using (party is distinct from nullif(current_setting('tatabbu.party', true), '')::uuid)
            a second policy that opens        | create policy open on audit.change for select using (true)
            security taken off                | alter table audit.change disable row level security
            security not forced on the owner  | alter table audit.change no force row level security
            the check opened to all           | drop policy added on audit.change; create policy added on audit.change for insert with check (true)
            a view that asks as its owner     | create view audit.past as select * from audit.change; alter view audit.past owner to postgres; grant select on audit.past to tatabbu
            a role that passes by security    | alter role tatabbu bypassrls
            a role that is a superuser        | alter role tatabbu superuser
            deletes allowed without a circle  | grant delete on audit.change to tatabbu; create policy gone on audit.change for delete using (true); drop policy own_and_joint on audit.change; create policy own_and_joint on audit.change for select using (true)
            """)
    void aFaultInAWallIsTold(String name, String fault) throws Exception {
        var superuser = JdbcClient.create(database.superuser());
        superuser.sql(fault).update();
        try {
            assertThat(Walls.breachesOf(database, tables)).as(name).isNotEmpty();
        } finally {
            // Roles are the server's, not this database's.
            superuser.sql("alter role tatabbu nosuperuser nobypassrls").update();
        }
    }
}

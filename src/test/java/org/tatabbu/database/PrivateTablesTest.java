// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

class PrivateTablesTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void everyWallOfAMigratedDatabaseStands() throws Exception {
        assertThat(breaches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table audit.change disable row level security                                                 | enable row level security
            alter table audit.change no force row level security                                                | force row level security
            drop policy own_and_joint on audit.change                                                          | create policy … for select
            drop policy added on audit.change                                                                  | create policy … for insert
            grant delete on audit.change to tatabbu                                                             | create policy … for delete
            create policy open on audit.change for select using (true)                                          | policy open
            create policy open on audit.change for insert with check (true)                                     | policy open
            create unique index telling on audit.change (committee, at)                                         | unique index telling
            create view audit.past as select * from audit.change                                                | view audit.past
            grant truncate on audit.change to tatabbu                                                           | revoke truncate
            grant references on audit.change to tatabbu                                                         | revoke references
            grant trigger on audit.change to tatabbu                                                            | revoke trigger
            """)
    void aMissingWallRefusesTheStart(String fault, String said) throws Exception {
        owner(fault);

        assertThat(breaches())
                .singleElement()
                .asString()
                .startsWith("audit.change: ")
                .contains(said);
        assertThatThrownBy(() -> opened(TestDatabase.APPLICATION, TestDatabase.OWNER))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Private tables of the parties lack a wall")
                .hasMessageContaining(said);
    }

    @Test
    void aViewThatAsksAsItsReaderIsNoBreach() throws Exception {
        owner("create view audit.past with (security_invoker = true) as select * from audit.change");

        assertThat(breaches()).isEmpty();
    }

    @Test
    void oneRoleForBothIsRefusedWithWhatToDo() {
        for (String owner : List.of("", TestDatabase.APPLICATION)) {
            assertThatThrownBy(() -> opened(TestDatabase.APPLICATION, owner))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("TATABBU_DATABASE_OWNER_USER")
                    .hasMessageContaining("create role tatabbu_owner login nosuperuser nobypassrls password '…';");
        }
    }

    @Test
    void aRoleThatMayBecomeTheOwnerIsRefused() throws Exception {
        JdbcClient superuser = JdbcClient.create(database.superuser());
        superuser.sql("create role climber login in role tatabbu_owner").update();

        assertThatThrownBy(() -> opened("climber", TestDatabase.OWNER))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("revoke \"tatabbu_owner\" from \"climber\";");
    }

    @Test
    void aMarkedTableWithoutAnyWallIsTold() throws Exception {
        owner("create table audit.forgotten (party uuid); comment on table audit.forgotten is 'private: of one party'");
        assertThat(breaches()).contains("audit.forgotten: alter table … enable row level security");
    }

    @Test
    void aRoleThatMayBecomeAnotherOwnerIsRefused() throws Exception {
        var superuser = JdbcClient.create(database.superuser());
        superuser
                .sql(
                        "create role third; create role hanger login in role third; create table public.theirs (); alter table public.theirs owner to third")
                .update();

        assertThatThrownBy(() -> opened("hanger", TestDatabase.OWNER))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("revoke \"third\" from \"hanger\";");
    }

    @ParameterizedTest
    @CsvSource({
        "alter schema audit owner to tatabbu",
        "alter table audit.change owner to tatabbu",
        "create function audit.one() returns int language sql return 1; alter function audit.one() owner to tatabbu",
    })
    void aRoleThatOwnsSomethingIsRefused(String gift) {
        JdbcClient.create(database.superuser()).sql(gift).update();

        assertThatThrownBy(() -> opened(TestDatabase.APPLICATION, TestDatabase.OWNER))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("reassign owned by \"tatabbu\" to \"tatabbu_owner\";");
    }

    @Test
    void twoRolesStart() throws Exception {
        try (Database opened = opened(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(opened.pool().isRunning()).isTrue();
        }
    }

    private void owner(String sql) {
        JdbcClient.create(database.owner()).sql(sql).update();
    }

    private List<String> breaches() throws Exception {
        try (var connection = database.owner().getConnection()) {
            return PrivateTables.breaches(connection, TestDatabase.APPLICATION);
        }
    }

    private Database opened(String user, String owner) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "tatabbu.database.url", database.url(),
                                "tatabbu.database.user", user,
                                "tatabbu.database.owner.user", owner)));
        return Database.opened(environment);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tatabbu.testing.JavaTexts;
import org.tatabbu.testing.Rooms;

/**
 * A room's SQL names only the tables of its own schema, and stands in its stores and migrations alone. Seen to fail on a
 * join with another room's table, a table from a piece of text added to a statement, a statement in a door, a migration that
 * references another room's table, one that names no schema, and one outside the rooms.
 */
class SqlStaysHomeTest {
    private static final Set<String> SCHEMAS =
            Rooms.all().stream().map(Rooms.Room::name).collect(toSet());

    /** Rooms that keep nothing themselves, and why they speak SQL all the same; they name no room's table either. */
    private static final Map<String, String> WITHOUT_TABLES =
            Map.of("database", "it makes the roles and schemas of all rooms, and asks the server about itself");

    @Test
    void aStoreNamesOnlyTablesOfItsOwnSchema() {
        int texts = 0;
        var strays = new ArrayList<String>();
        for (var room : Rooms.all()) {
            for (var source : room.sources()) {
                for (var text : JavaTexts.in(source)) {
                    texts++;
                    if (Sql.is(text, SCHEMAS)) {
                        Sql.names(text).stream()
                                .filter(name -> !isAtHome(name, room))
                                .forEach(name -> strays.add(source.getFileName() + ": " + name));
                    }
                }
            }
        }

        assertThat(texts).as("No texts were read in the Java sources.").isGreaterThan(20);
        assertThat(strays)
                .as("Write each table as schema.table, in the text itself, and only those of the room: ask another"
                        + " room through its door.")
                .isEmpty();
    }

    @Test
    void sqlStandsInStoresAlone() {
        var stores = new ArrayList<String>();
        var elsewhere = new ArrayList<String>();
        for (var room : Rooms.all()) {
            for (var source : room.sources()) {
                var file = source.getFileName().toString();
                if (!WITHOUT_TABLES.containsKey(room.name())
                        && JavaTexts.in(source).stream().anyMatch(text -> Sql.is(text, SCHEMAS))) {
                    (file.endsWith("Store.java") ? stores : elsewhere).add(file);
                }
            }
        }

        assertThat(stores)
                .as("No store was seen to hold SQL: the house is not empty, so the reader is blind.")
                .isNotEmpty();
        assertThat(elsewhere)
                .as("Move the SQL of these files into the store of their room.")
                .isEmpty();
    }

    @Test
    void aMigrationMakesAndNamesOnlyTablesOfItsOwnSchema() {
        int migrations = 0;
        var strays = new ArrayList<String>();
        for (var room : Rooms.all()) {
            for (var migration : room.migrations()) {
                migrations++;
                var names = Sql.names(Rooms.text(migration));
                assertThat(names)
                        .as("%s was read, and names nothing: is it SQL?", migration)
                        .isNotEmpty();
                names.stream()
                        .filter(name -> !isAtHome(name, room))
                        .forEach(name -> strays.add(migration + ": " + name));
            }
        }

        assertThat(migrations).as("No migration was read.").isPositive();
        assertThat(strays)
                .as("A migration names its own schema alone, in full, also after REFERENCES: keep the other room's id"
                        + " without a foreign key.")
                .isEmpty();
    }

    @Test
    void everyMigrationBelongsToARoom() {
        var all = Rooms.files(Rooms.RESOURCES.resolve("db/migration"), ".sql");

        assertThat(all).as("No migration was read.").isNotEmpty();
        assertThat(all.stream()
                        .filter(file ->
                                !SCHEMAS.contains(file.getParent().getFileName().toString())))
                .as("Put each migration into db/migration/<room>/.")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1 from a.x                                                             | a.x
            select * from a.x x left join b.y using (id), c.z where id in (select id from d) | a.x b.y c.z d
            select * from (select 1 from a.x) q, b.y                                      | a.x b.y
            select * from a.x, lateral (select 1) l, b.y                                  | a.x b.y
            with recent as (select 1 from a.x) select * from recent join b.y on true      | a.x b.y
            with t(n) as materialized (select 1) select * from t                          | ''
            select extract(year from held_on) from a.x where p is distinct from q         | a.x
            select * from unnest(:ids) with ordinality u(id, n) join a.x on a.x.id = u.id | a.x
            insert into a.x (id, name) select id, name from y                             | a.x y
            insert into a.x values (1) on conflict (id) do update set name = 'from b.y'   | a.x
            update a.x set n = y.n from b.y y where y.id = x.id                           | a.x b.y
            delete from a.x using b.y where x.id = y.id                                   | a.x b.y
            select * from a.x for update skip locked                                      | a.x
            select nextval('a.numbers')                                                   | a.numbers
            select * from %s where id = :id                                               | %s
            create table a.x (id bigint references b.y (id), n int references z)          | a.x b.y z
            create unique index x_n on a.x using gin (n); drop table if exists b.y        | a.x b.y
            create schema if not exists a; create schema b                                | a.* b.*
            create trigger t before update or delete on a.x execute function a.refuse()   | a.x a.refuse
            raise exception 'no' using errcode = 'x'; select 1 from a.x                   | a.x
            truncate a.x -- from b.y                                                      | a.x
            revoke execute on function a.f(bytea) from public                             | a.f
            revoke update, delete on b.y from someone; select 1 from c.z                  | b.y c.z
            revoke select on a.x, b.y from public; grant select on table a.z to public    | a.x b.y a.z
            create view a.v as select 1 from b.y; revoke all on a.v from public           | a.v b.y
            """)
    void tablesAreReadWhereverSqlNamesThem(String sql, String tables) {
        assertThat(Sql.names(sql)).containsExactlyInAnyOrder(tables.isEmpty() ? new String[0] : tables.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select pg_advisory_xact_lock(1)          | true
            ' join minutes.clause on true'           | true
            update x set y = 1                       | true
            No message 'y' in words/page             | false
            An ordinal from 1 to 100, not 7          | false
            This text comes from minutes.            | false
            An update is waiting for your delegation | false
            """)
    void sqlIsToldFromProse(String text, boolean sql) {
        assertThat(Sql.is(text, Set.of("minutes"))).isEqualTo(sql);
    }

    private static boolean isAtHome(String name, Rooms.Room room) {
        return WITHOUT_TABLES.containsKey(room.name())
                ? SCHEMAS.stream().noneMatch(schema -> name.startsWith(schema + "."))
                : name.startsWith(room.name() + ".");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

/** Every table of every schema: whose it is, and what each role may do there. The page in docs and the catalogue agree. */
class TablesTest {
    private static final Path PAGE = Path.of("docs/tables.md");
    private static final Pattern LINE = Pattern.compile("\\| `([a-z_]+\\.[a-z_]+)` \\| ([a-z ]+) \\| ([a-z, ]+) \\|.*");
    private static final Set<String> WHOSE =
            Set.of("one party", "both sides", "one person", "everybody", "moderators", "the program");
    private static final List<String> VERBS = List.of("select", "insert", "update", "delete", "truncate");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JdbcClient SUPERUSER = JdbcClient.create(DATABASE.superuser());

    private record Told(String whose, String may) {}

    private static final String OURS =
            "c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'"
                    + " and c.relname <> 'flyway_schema_history'";

    private static List<String> tables() {
        return SUPERUSER
                .sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where %s order by 1
                        """.formatted(OURS))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Map<String, Told> page() {
        try (var lines = Files.lines(PAGE)) {
            return lines.map(LINE::matcher)
                    .filter(line -> line.matches())
                    .collect(toMap(
                            line -> line.group(1),
                            line -> new Told(line.group(2), line.group(3)),
                            (one, other) -> {
                                throw new IllegalStateException("Twice: " + one + ", " + other);
                            },
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String may(String role, String table) {
        var may = VERBS.stream()
                .filter(verb -> SUPERUSER
                        .sql("select has_table_privilege(:role, :table, :verb)")
                        .param("role", role)
                        .param("table", table)
                        .param("verb", verb)
                        .query(Boolean.class)
                        .single())
                .collect(joining(", "));
        return may.isEmpty() ? "nothing" : may;
    }

    @Test
    void thePageNamesEveryTableAndWhatTheApplicationMayDoThere() {
        var page = page();
        assertThat(page.keySet())
                .as("The tables in %s, and those there are.", PAGE)
                .containsExactlyElementsOf(tables());
        assertThat(page.values()).extracting(Told::whose).isSubsetOf(WHOSE);
        page.forEach((table, told) -> assertThat(told.may())
                .as("What %s may do in %s.", TestDatabase.APPLICATION, table)
                .isEqualTo(may(TestDatabase.APPLICATION, table)));
    }

    @Test
    void whatIsOnePartysHasItsWallAndNothingElseHas() {
        var walled = SUPERUSER.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where %s and c.relrowsecurity and c.relforcerowsecurity order by 1
                        """.formatted(OURS)).query(String.class).list();
        var own = page().entrySet().stream()
                .filter(line -> line.getValue().whose().equals("one party"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(own).containsExactlyElementsOf(walled);
    }

    /** A column that names a party without a wall says, on the page, why both sides may read it. */
    @Test
    void whatNamesAPartyAndIsNotItsOwnSaysWhy() throws IOException {
        var named = SUPERUSER.sql("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname ~ 'party' and not a.attisdropped
                where %s and not c.relrowsecurity order by 1
                """.formatted(OURS)).query(String.class).list();
        var lines = Files.readAllLines(PAGE);

        assertThat(named).isNotEmpty();
        for (var table : named) {
            assertThat(lines.stream().filter(line -> line.startsWith("| `" + table + "` |")))
                    .as("%s names a party: say in %s why it needs no wall.", table, PAGE)
                    .singleElement()
                    .matches(line -> line.split("\\|", -1)[4].strip().length() > 20);
        }
    }

    static Stream<String> everyTable() {
        return tables().stream();
    }

    /** Rights are not only read from the catalogue: each verb is tried by the roles themselves. */
    @ParameterizedTest
    @MethodSource("everyTable")
    void eachVerbIsTriedByEachRole(String table) throws SQLException {
        var told = Objects.requireNonNull(page().get(table)).may();
        var column =
                SUPERUSER.sql("""
                        select quote_ident(attname) from pg_attribute
                        where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
                          and attidentity = '' limit 1
                        """).param("table", table).query(String.class).single();
        var asked = Map.of(
                "select", "select count(*) from " + table,
                "insert", "insert into %s (%s) select null where false".formatted(table, column),
                "update", "update %1$s set %2$s = %2$s where false".formatted(table, column),
                "delete", "delete from " + table + " where false",
                "truncate", "truncate " + table);
        for (var verb : VERBS) {
            boolean may = Arrays.asList(told.split(", ", -1)).contains(verb);
            var sql = Objects.requireNonNull(asked.get(verb));
            assertThat(refused(TestDatabase.APPLICATION, sql))
                    .as("%s by %s in %s", verb, TestDatabase.APPLICATION, table)
                    .isEqualTo(!may);
            assertThat(refused("nobody_of_ours", sql))
                    .as("%s by a role that was given nothing, in %s", verb, table)
                    .isTrue();
        }
    }

    private static boolean refused(String role, String sql) throws SQLException {
        try (var connection = DATABASE.superuser().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (role.equals("nobody_of_ours")) {
                statement.execute("create role nobody_of_ours");
            }
            statement.execute("set local role " + role);
            try {
                statement.execute(sql);
                return false;
            } catch (SQLException e) {
                if (e.getSQLState().equals("42501")) {
                    return true;
                }
                throw e;
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void nobodyElseHasAnyRight() {
        assertThat(SUPERUSER
                        .sql("""
                                select n.nspname || '.' || c.relname || ': ' || acl.grantee::regrole || ' ' || acl.privilege_type
                                from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                                  aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) acl
                                where %s and acl.grantee <> c.relowner and acl.grantee <> cast(:role as regrole)
                                """.formatted(OURS))
                        .param("role", TestDatabase.APPLICATION)
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(SUPERUSER
                        .sql("""
                        select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a
                        join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                        where %s and a.attacl is not null
                        """.formatted(OURS))
                        .query((row, n) -> row.getString(1))
                        .list())
                .as("rights to single columns")
                .isEmpty();
        assertThat(SUPERUSER.sql("""
                                select distinct c.relowner::regrole::text from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace where %s
                                """.formatted(OURS)).query(String.class).list())
                .containsExactly(TestDatabase.OWNER);
    }

    @Test
    void whatMigrationsKeepIsTheOwnersAlone() {
        assertThat(SUPERUSER
                        .sql("select oid::regclass::text from pg_class where relname = 'flyway_schema_history'")
                        .query((row, n) -> row.getString(1))
                        .list())
                .isNotEmpty()
                .allSatisfy(table ->
                        assertThat(may(TestDatabase.APPLICATION, table)).isEqualTo("nothing"));
    }

    /** The faults that the walls must tell, each planted in every private table by {@link WallsTest}. */
    @Test
    void thePageListsEveryFaultThatIsPlanted() throws IOException {
        var page = Files.readString(PAGE);
        for (var kind : Fault.Kind.values()) {
            assertThat(page).contains("| `" + kind + "` |");
        }
        assertThat(Pattern.compile("(?m)^\\| `[A-Z_]+` \\|")
                        .matcher(page)
                        .results()
                        .count())
                .isEqualTo(Fault.Kind.values().length);
    }
}

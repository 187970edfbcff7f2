// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings each room's schema to the version its files describe. Files: {@code db/migration/<room>/V<n>__<what>.sql};
 * each room has its own schema and history. In a migration {@code ${application}} is the role the program works as.
 */
public final class Migrations {

    private static final String HISTORY = "flyway_schema_history";
    private static final Pattern PATH = Pattern.compile("/([a-z]+)/V(\\d+)__\\w+\\.sql$");
    private static final long LOCK = 0x7461746162627531L;

    private final SortedMap<String, SortedMap<Integer, Migration>> rooms;

    private Migrations(SortedMap<String, SortedMap<Integer, Migration>> rooms) {
        this.rooms = rooms;
    }

    public static Migrations ofEveryRoom() {
        return under("db/migration");
    }

    static Migrations under(String folder) {
        SortedMap<String, SortedMap<Integer, Migration>> rooms = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*/*.sql")) {
                Matcher path = PATH.matcher(file.getURL().getPath());
                if (!path.find()) {
                    throw new IllegalStateException(file + " is not named <room>/V<n>__<what>.sql");
                }
                int version = Integer.parseInt(path.group(2));
                if (rooms.computeIfAbsent(path.group(1), room -> new TreeMap<>())
                                .put(version, Migration.read(file))
                        != null) {
                    throw new IllegalStateException(file + " has the version of another file");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Migrations(rooms);
    }

    /** Migrates as {@code owner}, the role that owns the schemas; {@code application} is granted the use of them. */
    public void bring(DataSource owner, String application) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (behind(statement).isEmpty()) {
                return;
            }
            // Several programs may start at once on one database: the first migrates, the others find it done.
            statement.execute("select pg_advisory_lock(%d)".formatted(LOCK));
            for (String room : behind(statement)) {
                prepare(statement, room, application);
                migrate(owner, room, application);
                statement.execute("revoke all on %s.%s from %s".formatted(room, HISTORY, quoted(application)));
            }
        }
    }

    /**
     * Flyway takes 60 to 90 ms for each room to find out that nothing is to do; one query takes 20 ms for twelve rooms. So only the rooms whose
     * history differs in any version, checksum or outcome from the files are handed to it.
     */
    private List<String> behind(Statement statement) throws SQLException {
        SortedMap<String, SortedMap<Integer, Integer>> applied = applied(statement);
        for (String room : rooms.keySet()) {
            int theirs = last(applied.getOrDefault(room, Collections.emptySortedMap()));
            int ours = last(rooms.get(room));
            if (theirs > ours) {
                throw new CannotStart(
                        words -> words.schemaOfNewerVersion(room, Integer.toString(theirs), Integer.toString(ours)));
            }
        }
        return rooms.keySet().stream()
                .filter(room -> !checksums(room).equals(applied.get(room)))
                .toList();
    }

    private SortedMap<String, SortedMap<Integer, Integer>> applied(Statement statement) throws SQLException {
        SortedMap<String, SortedMap<Integer, Integer>> applied = new TreeMap<>();
        try (ResultSet schemas =
                statement.executeQuery("select schemaname from pg_tables where tablename = '%s'".formatted(HISTORY))) {
            while (schemas.next()) {
                if (rooms.containsKey(schemas.getString(1))) {
                    applied.put(schemas.getString(1), new TreeMap<>());
                }
            }
        }
        if (applied.isEmpty()) {
            return applied;
        }
        String histories = applied.keySet().stream().map("""
                        select '%1$s', version::int, case when success then checksum end
                        from %1$s.flyway_schema_history where version is not null
                        """::formatted).collect(Collectors.joining(" union all "));
        try (ResultSet rows = statement.executeQuery(histories)) {
            while (rows.next()) {
                applied.getOrDefault(rows.getString(1), new TreeMap<>()).put(rows.getInt(2), rows.getInt(3));
            }
        }
        return applied;
    }

    SortedMap<Integer, Integer> checksums(String room) {
        SortedMap<Integer, Integer> checksums = new TreeMap<>();
        rooms.getOrDefault(room, Collections.emptySortedMap())
                .forEach((version, migration) -> checksums.put(version, migration.checksum()));
        return checksums;
    }

    private static int last(SortedMap<Integer, ?> versions) {
        return versions.isEmpty() ? 0 : versions.lastKey();
    }

    /** Default privileges come before the first table, so that a migration may take some back (append-only tables). */
    private static void prepare(Statement statement, String room, String application) throws SQLException {
        statement.execute("create schema if not exists " + room);
        statement.execute("""
                grant usage on schema %1$s to %2$s;
                alter default privileges in schema %1$s grant select, insert, update, delete on tables to %2$s;
                alter default privileges in schema %1$s grant usage on sequences to %2$s
                """.formatted(room, quoted(application)));
    }

    private void migrate(DataSource owner, String room, String application) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(room)
                .defaultSchema(room)
                .table(HISTORY)
                .createSchemas(false)
                .resourceProvider(new MigrationFiles(rooms.getOrDefault(room, Collections.emptySortedMap())))
                .javaMigrationClassProvider(List::of)
                .placeholders(Map.of("application", quoted(application)))
                .load()
                .migrate();
    }

    private static String quoted(String role) {
        return '"' + role.replace("\"", "\"\"") + '"';
    }
}

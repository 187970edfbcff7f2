// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a row for any table, as its columns, types and checks ask for. */
final class Rows {
    private Rows() {}

    private record Column(String name, String type) {}

    /** Every column that must be filled, with a value that its type and its checks let in. */
    static String insert(JdbcClient superuser, String table, UUID party) {
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
                                .map(column -> column.name().equals("party")
                                        ? "'" + party + "'"
                                        : value(superuser, table, column))
                                .collect(Collectors.joining(", ")));
    }

    private static String value(JdbcClient superuser, String table, Column column) {
        return switch (column.type().toLowerCase(Locale.ROOT)) {
            case "uuid" -> "gen_random_uuid()";
            case "text" -> "'" + text(superuser, table, column.name()) + "'";
            // A number of its own, so that a second row of the same party is another row.
            case "integer", "bigint", "numeric" -> "(random() * 1000000)::int + 1";
            case "smallint" -> "1";
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
    private static String text(JdbcClient superuser, String table, String column) {
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
        if (check.contains("{64}") || column.equals("digest")) {
            return UUID.randomUUID().toString().replace("-", "").repeat(2);
        }
        var word = Pattern.compile("ARRAY\\['([^']+)'").matcher(check);
        return word.find() ? word.group(1) : "x";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * On a database elsewhere, the role that owns the tables and the role that the program works as are two, and the second
 * has no way to become the first: whoever owns a table may take its walls down.
 */
record TwoRoles(DatabaseAddress owner, DatabaseAddress application) {

    static TwoRoles of(DatabaseAddress application, @Nullable String owner, @Nullable String password) {
        DatabaseAddress other = application.as(owner, password);
        if (owner == null || owner.isBlank() || other.user().equals(application.user())) {
            throw new CannotStart(
                    words -> words.ownerMissing(application.user(), """
                    create role tatabbu_owner login nosuperuser nobypassrls password '…'; \
                    alter database "%s" owner to tatabbu_owner;\
                    """.formatted(application.database())));
        }
        return new TwoRoles(other, application);
    }

    /** A role that passes by row-level security would show each party the private room of the other. */
    static void refuseThePowerful(Connection connection, String role) throws SQLException {
        if (yes(connection, "select rolsuper or rolbypassrls from pg_catalog.pg_roles where rolname = current_user")) {
            throw new CannotStart(words -> words.roleTooPowerful(role));
        }
    }

    void refuseAMember(Connection connection) throws SQLException {
        var stronger = word(connection, """
                select r.rolname from pg_catalog.pg_roles r
                where r.rolname not in (current_user, 'pg_database_owner') and pg_catalog.pg_has_role(current_user, r.oid, 'member')
                  and (r.rolname = ? or r.rolsuper or r.rolbypassrls
                    or exists (select from pg_catalog.pg_database d where d.datname = current_database() and d.datdba = r.oid)
                    or exists (select from pg_catalog.pg_namespace n
                      left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm')
                      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and r.oid in (n.nspowner, c.relowner)))
                order by r.rolname = ? desc, r.rolname limit 1
                """, owner.user(), owner.user());
        if (stronger != null) {
            throw new CannotStart(words -> words.roleBecomesOwner(
                    application.user(), "revoke \"%s\" from \"%s\";".formatted(stronger, application.user())));
        }
    }

    void refuseAnOwning(Connection connection) throws SQLException {
        if (yes(connection, """
                select exists (
                  select from pg_catalog.pg_namespace n join pg_catalog.pg_roles r on r.rolname = current_user
                  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and (n.nspowner = r.oid
                      or exists (select from pg_catalog.pg_class c where c.relnamespace = n.oid and c.relowner = r.oid)
                      or exists (select from pg_catalog.pg_proc p where p.pronamespace = n.oid and p.proowner = r.oid))
                ) or exists (
                  select from pg_catalog.pg_database d
                  where d.datname = current_database() and pg_catalog.pg_get_userbyid(d.datdba) = current_user
                )
                """)) {
            throw new CannotStart(words -> words.roleOwns(
                    application.user(),
                    application.database(),
                    "reassign owned by \"%s\" to \"%s\";".formatted(application.user(), owner.user())));
        }
    }

    private static boolean yes(Connection connection, String question) throws SQLException {
        return "t".equals(word(connection, question));
    }

    private static @Nullable String word(Connection connection, String question, String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() ? answer.getString(1) : null;
            }
        }
    }
}

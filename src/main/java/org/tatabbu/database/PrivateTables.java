// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that only one party may see into, as PostgreSQL's catalogue knows them: those with row-level security,
 * those with a policy, and those whose comment begins with {@code private:}. A policy without security is a wall that was
 * switched off; the mark makes one visible that was never built.
 */
final class PrivateTables {

    /**
     * A command that the role may give needs a policy that asks for the party; every permissive policy must ask, since
     * one that does not opens what the others close. A unique index tells by its refusal that a row exists, hence it
     * begins with the party, or is over one random id.
     */
    private static final String BREACHES = """
            with private as (
              select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                and (c.relrowsecurity or pg_catalog.obj_description(c.oid, 'pg_class') like 'private:%'
                  or exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid))
            ),
            policy as (
              select p.polrelid, p.polname, p.polcmd, p.polpermissive,
                coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '') as qual,
                coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), pg_catalog.pg_get_expr(p.polqual, p.polrelid), '') as added
              from pg_catalog.pg_policy p
            )
            select name, 'alter table … enable row level security' from private where not secured
            union all
            select name, 'alter table … force row level security' from private where not forced
            union all
            select name, 'create policy … for ' || command.word
            from private cross join (values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete')) as command (letter, word)
            where pg_catalog.has_table_privilege(?, oid, command.word)
              and not exists (select from policy where polrelid = oid and polpermissive and polcmd in ('*', command.letter))
            union all
            select name, 'policy ' || polname || ': tatabbu.party'
            from private join policy on polrelid = oid
            where polpermissive
              and ((polcmd <> 'a' and qual not like '%tatabbu.party%') or (polcmd not in ('r', 'd') and added not like '%tatabbu.party%'))
            union all
            select name, 'unique index ' || pg_catalog.quote_ident(i.relname) || ' (party, …)'
            from private join pg_catalog.pg_index x on x.indrelid = oid join pg_catalog.pg_class i on i.oid = x.indexrelid
            left join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
            where x.indisunique and a.attname is distinct from 'party'
              and not (x.indnkeyatts = 1 and a.atttypid is not distinct from 'uuid'::regtype)
            union all
            select distinct name, 'view ' || v.oid::regclass || ' with (security_invoker = true)'
            from private join pg_catalog.pg_depend d on d.refobjid = private.oid and d.classid = 'pg_rewrite'::regclass
            join pg_catalog.pg_rewrite r on r.oid = d.objid join pg_catalog.pg_class v on v.oid = r.ev_class
            where v.relkind in ('v', 'm')
              and not (v.relkind = 'v' and coalesce(v.reloptions::text, '') ~ 'security_invoker=(true|on|1)')
            union all
            select name, 'revoke ' || power || ' on …'
            from private cross join unnest(array['truncate', 'references', 'trigger']) as power
            where pg_catalog.has_table_privilege(?, oid, power)
            order by 1, 2
            """;

    private PrivateTables() {}

    /** Asked after the migrations, and before the first page: a table without its wall would show one side the other. */
    static void refuseUnguarded(Connection connection, String application) throws SQLException {
        List<String> breaches = breaches(connection, application);
        if (!breaches.isEmpty()) {
            throw new CannotStart(words -> words.privateTableUnguarded(String.join("; ", breaches)));
        }
    }

    /** What is missing, each as {@code schema.table: what}; nothing where every wall stands. */
    static List<String> breaches(Connection connection, String application) throws SQLException {
        List<String> breaches = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(BREACHES)) {
            statement.setString(1, application);
            statement.setString(2, application);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    breaches.add(rows.getString(1) + ": " + rows.getString(2));
                }
            }
        }
        return breaches;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditStore {
    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Change change, @Nullable String origin, Instant at) {
        jdbc.sql("""
                insert into audit.change (party, id, at, what, by, acted_for, committee, about, before, after, origin)
                values (:party, :id, :at, :what, :by, :for, :committee, :about, :before, :after, left(:origin, 64))
                """)
                .param("party", change.circle())
                .param("id", UUID.randomUUID())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("what", change.what())
                .param("by", change.by())
                .param("for", change.actedFor())
                .param("committee", change.committee())
                .param("about", change.about())
                .param("before", change.before())
                .param("after", change.after())
                .param("origin", origin, Types.VARCHAR)
                .update();
    }

    // Row-level security adds to every reading here: joint, or of the circle that was entered.
    int count(UUID committee, Wanted wanted) {
        return jdbc.sql("""
                select count(*)
                from audit.change
                where committee = :committee
                  and (:kind = '' or split_part(what, '.', 1) = :kind)
                  and at >= :from and at < :until
                """)
                .param("committee", committee)
                .param("kind", wanted.kind())
                .param("from", wanted.from().atOffset(ZoneOffset.UTC))
                .param("until", wanted.until().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** An address is told to the side it belongs to and to nobody else. */
    List<Entry> entries(UUID committee, @Nullable UUID reader, Wanted wanted, int after, int most) {
        return jdbc.sql("""
                select at, what, by, acted_for, party is not null as own, about, before, after,
                  case when acted_for = :reader then origin end as origin
                from audit.change
                where committee = :committee
                  and (:kind = '' or split_part(what, '.', 1) = :kind)
                  and at >= :from and at < :until
                order by at desc, nth desc
                offset :after limit :most
                """)
                .param("committee", committee)
                .param("reader", reader, Types.OTHER)
                .param("kind", wanted.kind())
                .param("from", wanted.from().atOffset(ZoneOffset.UTC))
                .param("until", wanted.until().atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    /** Row by row as the database gives them: a long trace is never held whole. */
    void each(UUID committee, @Nullable UUID reader, Wanted wanted, Consumer<Entry> taker) {
        jdbc.sql("""
                select at, what, by, acted_for, party is not null as own, about, before, after,
                  case when acted_for = :reader then origin end as origin
                from audit.change
                where committee = :committee
                  and (:kind = '' or split_part(what, '.', 1) = :kind)
                  and at >= :from and at < :until
                order by at desc, nth desc
                """)
                .withFetchSize(AT_A_TIME)
                .param("committee", committee)
                .param("reader", reader, Types.OTHER)
                .param("kind", wanted.kind())
                .param("from", wanted.from().atOffset(ZoneOffset.UTC))
                .param("until", wanted.until().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    taker.accept(entry(row));
                });
    }

    // An account was once noted under two names.
    int countPersonal(UUID account) {
        return jdbc.sql("""
                select count(*)
                from audit.change
                where committee is null and party is null
                  and (by = :account or about in (:account::text, 'account:' || :account::text))
                """).param("account", account).query(Integer.class).single();
    }

    List<Entry> personal(UUID account, int after, int most) {
        return jdbc.sql("""
                select at, what, by, acted_for, true as own, '' as about, before, after, origin
                from audit.change
                where committee is null and party is null
                  and (by = :account or about in (:account::text, 'account:' || :account::text))
                order by at desc, nth desc
                offset :after limit :most
                """)
                .param("account", account)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    int countRegarding(UUID thing) {
        return jdbc.sql("""
                select count(*)
                from audit.change
                where committee is null and party is null and about = :thing::text
                """).param("thing", thing).query(Integer.class).single();
    }

    /** From where somebody acted is nobody else's to know. */
    List<Entry> regarding(UUID thing, int after, int most) {
        return jdbc.sql("""
                select at, what, by, acted_for, true as own, about, before, after, '' as origin
                from audit.change
                where committee is null and party is null and about = :thing::text
                order by at desc, nth desc
                offset :after limit :most
                """)
                .param("thing", thing)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("what"),
                row.getObject("by", UUID.class),
                row.getObject("acted_for", UUID.class),
                row.getBoolean("own"),
                row.getString("about"),
                row.getString("before"),
                row.getString("after"),
                Objects.requireNonNullElse(row.getString("origin"), ""));
    }

    List<String> kinds(UUID committee) {
        return jdbc.sql("""
                select distinct split_part(what, '.', 1) as kind
                from audit.change
                where committee = :committee
                order by kind
                """)
                .param("committee", committee)
                .query((row, n) -> row.getString("kind"))
                .list();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.mail.OneTimeLink;

@Repository
class ProfileStore {
    private final JdbcClient sql;

    ProfileStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Somebody who wants a way back. */
    record Asking(String email, Language language) {}

    /** How often a network address asked, and when it did last. */
    record Asked(int times, @Nullable Instant last) {}

    void add(Asking asking, String address, Instant at) {
        sql.sql("""
                insert into profile.asking (id, email, address, language, at)
                values (:id, :email, :address, :language, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("email", asking.email())
                .param("address", address)
                .param("language", asking.language().tag())
                .param("at", utc(at))
                .update();
    }

    /** Requests of one address that are made together take their turns here. */
    void queue(String address) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:address, 28))")
                .param("address", address)
                .query((row, n) -> n)
                .list();
    }

    Asked asked(String address, Instant since) {
        return sql.sql("""
                select count(*) times, max(at) last
                from profile.asking
                where address = :address and at > :since
                """)
                .param("address", address)
                .param("since", utc(since))
                .query((row, n) -> new Asked(row.getInt("times"), instant(row, "last")))
                .single();
    }

    /** Takes the oldest that waits; several processes never take the same. */
    Optional<Asking> take(Instant at) {
        return sql.sql("""
                update profile.asking
                set answered = :at
                where id = (
                    select id from profile.asking where answered is null order by at limit 1 for update skip locked)
                returning email, language
                """)
                .param("at", utc(at))
                .query((row, n) -> new Asking(
                        row.getString("email"),
                        Language.of(row.getString("language")).orElseThrow()))
                .optional();
    }

    void forget(Instant before) {
        sql.sql("delete from profile.asking where answered is not null and at < :before")
                .param("before", utc(before))
                .update();
        sql.sql("delete from profile.way_back where expires < :before")
                .param("before", utc(before))
                .update();
    }

    int letters(AccountId account, Instant since) {
        return sql.sql("select count(*) from profile.way_back where account = :account and made > :since")
                .param("account", account.id())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    void open(OneTimeLink way, AccountId account, Instant at) {
        sql.sql("""
                insert into profile.way_back (digest, account, made, expires)
                values (:digest, :account, :made, :expires)
                """)
                .param("digest", way.token().digest())
                .param("account", account.id())
                .param("made", utc(at))
                .param("expires", utc(way.expires()))
                .update();
    }

    Optional<AccountId> whose(OneTimeLink.Token way, Instant at) {
        return sql.sql("""
                select account
                from profile.way_back
                where digest = :digest and ended is null and expires > :at
                """)
                .param("digest", way.digest())
                .param("at", utc(at))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Whether it was open until now: of two who come together, one finds it ended. */
    boolean spend(OneTimeLink.Token way, Instant at) {
        return sql.sql("""
                update profile.way_back
                set ended = :at
                where digest = :digest and ended is null and expires > :at
                """).param("digest", way.digest()).param("at", utc(at)).update() == 1;
    }

    void close(AccountId account, Instant at) {
        sql.sql("update profile.way_back set ended = :at where account = :account and ended is null")
                .param("account", account.id())
                .param("at", utc(at))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

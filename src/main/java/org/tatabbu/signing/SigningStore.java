// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.identity.AccountId;

@Repository
class SigningStore {
    private final JdbcClient sql;

    SigningStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A key as its table has it. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way through: nobody compares two of these.
    record KeyRow(
            UUID id, AccountId account, String name, byte[] credential, byte[] cose, String origin, Instant made) {}

    void add(Ticket ticket) {
        sql.sql("""
                insert into signing.ticket
                  (digest, account, kind, challenge, type, statement, record, credential, subject, who, back, made, expires)
                values
                  (:digest, :account, :kind, :challenge, :type, :statement, :record, :credential, :subject, :who, :back,
                   :made, :expires)
                """)
                .param("digest", ticket.digest())
                .param("account", ticket.account().id())
                .param("kind", ticket.kind().name())
                .param("challenge", ticket.challenge())
                .param("type", ticket.type())
                .param("statement", ticket.statement())
                .param("record", ticket.record())
                .param("credential", ticket.credential())
                .param("subject", ticket.subject())
                .param("who", ticket.who())
                .param("back", ticket.back())
                .param("made", utc(ticket.made()))
                .param("expires", utc(ticket.expires()))
                .update();
    }

    Optional<Ticket> ticket(byte[] digest) {
        return sql.sql("select * from signing.ticket where digest = :digest")
                .param("digest", digest)
                .query((row, n) -> ticket(row))
                .optional();
    }

    /** The ticket, which nobody else uses until this transaction ends. */
    Optional<Ticket> hold(byte[] digest) {
        return sql.sql("select * from signing.ticket where digest = :digest for update")
                .param("digest", digest)
                .query((row, n) -> ticket(row))
                .optional();
    }

    void use(byte[] digest, String said, Instant at) {
        sql.sql("update signing.ticket set used = :at, said = :said where digest = :digest")
                .param("at", utc(at))
                .param("said", said)
                .param("digest", digest)
                .update();
    }

    /** What has expired long ago is of no use to anybody. */
    void forget(Instant before) {
        sql.sql("delete from signing.ticket where expires < :before")
                .param("before", utc(before))
                .update();
    }

    /** Keeps a key. False where a key of that id is here already. */
    boolean add(KeyRow key) {
        return sql.sql("""
                insert into signing.key (id, account, name, credential, cose, origin, made)
                values (:id, :account, :name, :credential, :cose, :origin, :made)
                on conflict (credential) do nothing
                """)
                        .param("id", key.id())
                        .param("account", key.account().id())
                        .param("name", key.name())
                        .param("credential", key.credential())
                        .param("cose", key.cose())
                        .param("origin", key.origin())
                        .param("made", utc(key.made()))
                        .update()
                == 1;
    }

    List<KeyRow> keys(AccountId account) {
        return sql.sql("select * from signing.key where account = :account and removed is null order by made")
                .param("account", account.id())
                .query((row, n) -> key(row))
                .list();
    }

    boolean remove(UUID id, AccountId account, Instant at) {
        return sql.sql("""
                update signing.key set removed = :at
                where id = :id and account = :account and removed is null
                """)
                        .param("at", utc(at))
                        .param("id", id)
                        .param("account", account.id())
                        .update()
                == 1;
    }

    private static KeyRow key(ResultSet row) throws SQLException {
        return new KeyRow(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                row.getBytes("credential"),
                row.getBytes("cose"),
                row.getString("origin"),
                instant(row, "made"));
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime used = row.getObject("used", OffsetDateTime.class);
        @Nullable String said = row.getString("said");
        return new Ticket(
                row.getBytes("digest"),
                new AccountId(row.getObject("account", UUID.class)),
                Ticket.Kind.valueOf(row.getString("kind")),
                row.getBytes("challenge"),
                row.getString("type"),
                row.getBytes("statement"),
                row.getBytes("record"),
                row.getBytes("credential"),
                row.getObject("subject", UUID.class),
                row.getString("who"),
                row.getString("back"),
                instant(row, "made"),
                instant(row, "expires"),
                used == null ? null : used.toInstant(),
                said == null ? "" : said);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

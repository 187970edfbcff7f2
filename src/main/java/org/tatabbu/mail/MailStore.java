// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.database.OutsideKey;
import org.tatabbu.language.Language;

@Repository
class MailStore {
    private static final String RECIPIENT = "recipient";
    private static final String BODY = "body";

    private final JdbcClient jdbc;
    private final OutsideKey key;

    @Autowired
    MailStore(JdbcClient jdbc, @Value("${tatabbu.data:var}") Path data) {
        this(jdbc, new OutsideKey(data, "letters"));
    }

    MailStore(JdbcClient jdbc, OutsideKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    void add(Letter letter, Instant at) {
        add(letter, false, at);
    }

    /** @param fleeting whether its recipient is sealed while it waits, and forgotten as soon as it is settled */
    void add(Letter letter, boolean fleeting, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into mail.letter (id, recipient, language, subject, body, queued, fleeting, sealed)
                values (:id, :recipient, :language, :subject, :body, :queued, :fleeting, :fleeting)
                """)
                .param("fleeting", fleeting)
                .param("id", id)
                .param(RECIPIENT, fleeting ? sealed(id, RECIPIENT, letter.to()) : letter.to())
                .param("language", letter.language().tag())
                .param("subject", letter.subject())
                .param(BODY, fleeting ? sealed(id, BODY, letter.body()) : letter.body())
                .param("queued", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes up one letter that is due; until the claim ends it is due for nobody else. */
    Optional<QueuedLetter> claim(Instant at, Instant claimEnds) {
        return jdbc.sql("""
                update mail.letter set attempts = attempts + 1, next_try = :ends
                where id = (
                  select id from mail.letter
                  where delivered is null and abandoned is null and queued <= :at and (next_try is null or next_try <= :at)
                  order by next_try nulls first, queued limit 1 for update skip locked)
                returning id, recipient, language, subject, body, queued, attempts, sealed
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ends", claimEnds.atOffset(ZoneOffset.UTC))
                .query((row, n) -> letter(row))
                .optional();
    }

    void delivered(UUID id, Instant at) {
        jdbc.sql("""
                update mail.letter
                set delivered = :at, body = null, recipient = case when fleeting then '' else recipient end
                where id = :id
                """).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    void putOff(UUID id, Instant until) {
        jdbc.sql("update mail.letter set next_try = :until where id = :id and delivered is null")
                .param("id", id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void abandon(UUID id, Instant at) {
        jdbc.sql("""
                update mail.letter
                set abandoned = :at, body = null, recipient = case when fleeting then '' else recipient end
                where id = :id and delivered is null
                """).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private String sealed(UUID id, String column, String text) {
        return key.seal(OutsideKey.place(id, column), text);
    }

    private QueuedLetter letter(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var to = text(row, id, RECIPIENT);
        var body = text(row, id, BODY);
        return new QueuedLetter(
                id,
                to.isEmpty() || body.isEmpty()
                        ? null
                        : new Letter(
                                to.get(),
                                Language.of(row.getString("language")).orElse(Language.AR),
                                row.getString("subject"),
                                body.get()),
                row.getObject("queued", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private Optional<String> text(ResultSet row, UUID id, String column) throws SQLException {
        var kept = row.getString(column);
        return row.getBoolean("sealed") ? key.open(OutsideKey.place(id, column), kept) : Optional.of(kept);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.language.Language;

@Repository
class MailStore {
    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Letter letter, Instant at) {
        add(letter, false, at);
    }

    /** @param fleeting whether its recipient is forgotten as soon as it is settled */
    void add(Letter letter, boolean fleeting, Instant at) {
        jdbc.sql("""
                insert into mail.letter (id, recipient, language, subject, body, queued, fleeting)
                values (:id, :recipient, :language, :subject, :body, :queued, :fleeting)
                """)
                .param("fleeting", fleeting)
                .param("id", UUID.randomUUID())
                .param("recipient", letter.to())
                .param("language", letter.language().tag())
                .param("subject", letter.subject())
                .param("body", letter.body())
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
                returning id, recipient, language, subject, body, queued, attempts
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

    private static QueuedLetter letter(ResultSet row) throws SQLException {
        return new QueuedLetter(
                row.getObject("id", UUID.class),
                new Letter(
                        row.getString("recipient"),
                        Language.of(row.getString("language")).orElse(Language.AR),
                        row.getString("subject"),
                        row.getString("body")),
                row.getObject("queued", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}

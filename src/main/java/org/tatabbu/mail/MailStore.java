// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailStore {
    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Letter letter, Instant at) {
        jdbc.sql("""
                insert into mail.letter (id, recipient, language, subject, body, queued)
                values (:id, :recipient, :language, :subject, :body, :queued)
                """)
                .param("id", UUID.randomUUID())
                .param("recipient", letter.to())
                .param("language", letter.language().tag())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("queued", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

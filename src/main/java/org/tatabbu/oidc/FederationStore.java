// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.identity.AccountId;

@Repository
class FederationStore {
    private final JdbcClient jdbc;

    FederationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountId> account(String issuer, String subject) {
        return jdbc.sql("select account from oidc.link where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Those of an account, each under its issuer's name. */
    List<LinksPage.Link> links(AccountId account) {
        return jdbc.sql("select issuer, linked from oidc.link where account = :account order by linked, issuer")
                .param("account", account.id())
                .query((row, n) -> new LinksPage.Link(
                        row.getString("issuer"),
                        row.getString("issuer"),
                        row.getObject("linked", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean unlink(String issuer, AccountId account) {
        return jdbc.sql("delete from oidc.link where issuer = :issuer and account = :account")
                        .param("issuer", issuer)
                        .param("account", account.id())
                        .update()
                == 1;
    }

    /** Whether the account is now this subject's; not where it has been another subject's of the same provider. */
    boolean link(String issuer, String subject, AccountId account, Instant at) {
        return jdbc.sql("""
                        insert into oidc.link (issuer, subject, account, linked)
                        values (:issuer, :subject, :account, :linked)
                        on conflict do nothing
                        """)
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .param("account", account.id())
                        .param("linked", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}

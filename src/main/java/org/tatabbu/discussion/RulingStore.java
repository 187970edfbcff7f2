// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.identity.AccountId;

/** What moderators ruled, which only grows. */
@Repository
class RulingStore {
    private final JdbcClient sql;

    RulingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(CommentId comment, Verdict was, Decision decision, AccountId by, Instant at) {
        sql.sql("""
                insert into discussion.ruling (comment, moderator, at, was, became, reason, note)
                values (:comment, :moderator, :at, :was, :became, :reason, :note)
                """)
                .param("comment", comment.id())
                .param("moderator", by.id())
                .param("at", CommentStore.moment(at))
                .param("was", was.key())
                .param("became", decision.verdict().key())
                .param("reason", decision.reason())
                .param("note", decision.note())
                .update();
    }

    /** The latest first. */
    List<Ruling.Past> of(CommentId comment) {
        return sql.sql("""
                select moderator, at, was, became, reason, note
                from discussion.ruling
                where comment = :comment
                order by number desc
                """)
                .param("comment", comment.id())
                .query((row, number) -> new Ruling.Past(
                        new AccountId(row.getObject("moderator", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        CommentStore.state(row.getString("was")),
                        CommentStore.state(row.getString("became")),
                        row.getString("reason"),
                        row.getString("note")))
                .list();
    }

    /** How the comment stood before its last ruling, if that ruling is this account's. */
    Optional<Verdict> undoneBy(CommentId comment, AccountId account) {
        return of(comment).stream()
                .findFirst()
                .filter(last -> last.by().equals(account))
                .map(Ruling.Past::was);
    }
}

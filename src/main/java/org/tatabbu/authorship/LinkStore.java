// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.authorship;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.discussion.CommentId;
import org.tatabbu.mail.OneTimeLink;

@Repository
class LinkStore {
    private final JdbcClient sql;

    LinkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of two who ask for the same at once, one waits for the other. */
    void queue(List<CommentId> comments) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:first, 0))")
                .param("first", "authorship " + comments.getFirst().id())
                .query((row, n) -> true)
                .single();
    }

    /** Whether a link to any of these was asked for since then. */
    boolean asked(List<CommentId> comments, Instant since) {
        return sql.sql("select exists (select from authorship.link where comments && :comments and asked > :since)")
                .param("comments", ids(comments))
                .param("since", utc(since))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    void add(OneTimeLink link, List<CommentId> comments, Instant at) {
        sql.sql("delete from authorship.link where expires < :at")
                .param("at", utc(at))
                .update();
        sql.sql("""
                insert into authorship.link (digest, comments, asked, expires)
                values (:digest, :comments, :at, :expires)
                """)
                .param("digest", link.token().digest())
                .param("comments", ids(comments))
                .param("at", utc(at))
                .param("expires", utc(link.expires()))
                .update();
    }

    Optional<List<CommentId>> at(OneTimeLink.Token token, Instant at) {
        return sql.sql("select comments from authorship.link where digest = :digest and expires > :at")
                .param("digest", token.digest())
                .param("at", utc(at))
                .query((row, n) -> Arrays.stream(
                                (UUID[]) row.getArray("comments").getArray())
                        .map(CommentId::new)
                        .toList())
                .optional();
    }

    /** Uses it up; false where somebody has. */
    boolean use(OneTimeLink.Token token, Instant at) {
        return sql.sql("delete from authorship.link where digest = :digest and expires > :at")
                        .param("digest", token.digest())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    private static UUID[] ids(List<CommentId> comments) {
        return comments.stream().map(CommentId::id).toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

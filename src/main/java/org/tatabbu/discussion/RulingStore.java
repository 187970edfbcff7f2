// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.identity.AccountId;

/** What moderators see, always narrowed to the topics they moderate, and what they ruled, which only grows. */
@Repository
class RulingStore {
    private final JdbcClient sql;

    RulingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A run of comments that stand one way: the held oldest first, because they wait, the others newest first. */
    List<Comment> standing(Verdict state, Set<TopicId> topics, int skip, int most) {
        var order = state == Verdict.HELD ? "posted, arrival" : "posted desc, arrival desc";
        return sql.sql("""
                select *
                from discussion.comment
                where topic = any (cast(:topics as uuid[])) and state = :state and erased is null
                order by %s
                limit :most offset :skip
                """.formatted(order))
                .param("topics", CommentStore.array(topics))
                .param("state", state.key())
                .param("skip", skip)
                .param("most", most)
                .query(CommentStore::comment)
                .list();
    }

    Map<Verdict, Integer> counts(Set<TopicId> topics) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        sql.sql("""
                select state, count(*) as total
                from discussion.comment
                where topic = any (cast(:topics as uuid[])) and erased is null
                group by state
                """)
                .param("topics", CommentStore.array(topics))
                .query((row, number) -> counts.put(CommentStore.state(row.getString("state")), row.getInt("total")))
                .list();
        return counts;
    }

    Optional<Comment> find(CommentId comment, Set<TopicId> topics) {
        return one(comment, topics, "");
    }

    /** The comment, which nobody else can change until the transaction ends. */
    Optional<Comment> hold(CommentId comment, Set<TopicId> topics) {
        return one(comment, topics, "for update");
    }

    private Optional<Comment> one(CommentId comment, Set<TopicId> topics, String lock) {
        return sql.sql("""
                select *
                from discussion.comment
                where id = :id and topic = any (cast(:topics as uuid[])) and erased is null
                %s
                """.formatted(lock))
                .param("id", comment.id())
                .param("topics", CommentStore.array(topics))
                .query(CommentStore::comment)
                .optional();
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

    void stand(CommentId comment, Verdict now, String note) {
        sql.sql("update discussion.comment set state = :now, note = :note where id = :id")
                .param("now", now.key())
                .param("note", note)
                .param("id", comment.id())
                .update();
    }

    void number(CommentId comment, int thread, int place) {
        sql.sql("update discussion.comment set thread = :thread, place = :place where id = :id")
                .param("thread", thread)
                .param("place", place)
                .param("id", comment.id())
                .update();
    }
}

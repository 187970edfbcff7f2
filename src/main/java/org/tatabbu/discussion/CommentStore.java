// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;

/** All SQL of the room. A query for a moderator is always narrowed to the topics they moderate. */
@Repository
class CommentStore {
    private final JdbcClient sql;

    CommentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Until the transaction ends, others who post on the topic wait, so that two twins cannot pass each other. */
    void queueOn(TopicId topic) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('discussion ' || :topic, 0))")
                .param("topic", topic.id().toString())
                .query((row, number) -> true)
                .single();
    }

    /** The same words by the same name on the same topic, sent a moment before: a button pressed twice. */
    Optional<CommentId> twin(Comment comment, Duration within) {
        return sql.sql("""
                select id
                from discussion.comment
                where topic = :topic and author = :author and body = :body
                    and posted between :earliest and :posted
                order by posted
                limit 1
                """)
                .param("topic", comment.topic().id())
                .param("author", comment.author())
                .param("body", comment.body())
                .param("earliest", moment(comment.posted().minus(within)))
                .param("posted", moment(comment.posted()))
                .query(UUID.class)
                .optional()
                .map(CommentId::new);
    }

    void add(Comment comment) {
        sql.sql("""
                insert into discussion.comment (id, topic, language, author, address, body, posted, state)
                values (:id, :topic, :language, :author, :address, :body, :posted, :state)
                """)
                .param("id", comment.id().id())
                .param("topic", comment.topic().id())
                .param("language", comment.language().tag())
                .param("author", comment.author())
                .param("address", comment.address().base64())
                .param("body", comment.body())
                .param("posted", moment(comment.posted()))
                .param("state", comment.state().key())
                .update();
    }

    /** What readers see, oldest first. */
    List<Comment> published(TopicId topic) {
        return sql.sql("""
                select id, topic, language, author, address, body, posted, state
                from discussion.comment
                where topic = :topic and state = 'published'
                order by posted, arrival
                """)
                .param("topic", topic.id())
                .query(CommentStore::comment)
                .list();
    }

    /** A run of comments that stand one way: the held oldest first, because they wait, the others newest first. */
    List<Comment> standing(Verdict state, Set<TopicId> topics, int skip, int most) {
        var order = state == Verdict.HELD ? "posted, arrival" : "posted desc, arrival desc";
        return sql.sql("""
                select id, topic, language, author, address, body, posted, state
                from discussion.comment
                where topic = any (cast(:topics as uuid[])) and state = :state
                order by %s
                limit :most offset :skip
                """.formatted(order))
                .param("topics", array(topics))
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
                where topic = any (cast(:topics as uuid[]))
                group by state
                """)
                .param("topics", array(topics))
                .query((row, number) -> counts.put(state(row.getString("state")), row.getInt("total")))
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
                select id, topic, language, author, address, body, posted, state
                from discussion.comment
                where id = :id and topic = any (cast(:topics as uuid[]))
                %s
                """.formatted(lock))
                .param("id", comment.id())
                .param("topics", array(topics))
                .query(CommentStore::comment)
                .optional();
    }

    void rule(CommentId comment, Verdict was, Verdict now, AccountId by, Instant at) {
        sql.sql("update discussion.comment set state = :now where id = :id")
                .param("now", now.key())
                .param("id", comment.id())
                .update();
        sql.sql("""
                insert into discussion.ruling (comment, moderator, at, was, became)
                values (:comment, :moderator, :at, :was, :became)
                """)
                .param("comment", comment.id())
                .param("moderator", by.id())
                .param("at", moment(at))
                .param("was", was.key())
                .param("became", now.key())
                .update();
    }

    /** How the comment stood before its last ruling, if that ruling is this account's. */
    Optional<Verdict> undoneBy(CommentId comment, AccountId account) {
        return sql.sql("""
                select was
                from discussion.ruling
                where number = (select max(number) from discussion.ruling where comment = :comment)
                    and moderator = :moderator
                """)
                .param("comment", comment.id())
                .param("moderator", account.id())
                .query(String.class)
                .optional()
                .map(CommentStore::state);
    }

    private static Comment comment(ResultSet row, int number) throws SQLException {
        return new Comment(
                new CommentId(row.getObject("id", UUID.class)),
                new TopicId(row.getObject("topic", UUID.class)),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("author"),
                new SealedAddress(row.getString("address")),
                row.getString("body"),
                row.getObject("posted", OffsetDateTime.class).toInstant(),
                state(row.getString("state")));
    }

    private static Verdict state(String key) {
        return Verdict.of(key).orElseThrow();
    }

    private static OffsetDateTime moment(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static String array(Set<TopicId> topics) {
        return topics.stream().map(topic -> topic.id().toString()).collect(Collectors.joining(",", "{", "}"));
    }
}

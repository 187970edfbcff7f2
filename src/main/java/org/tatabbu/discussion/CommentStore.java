// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.language.Language;

/** The comments, as readers and their authors have to do with them. */
@Repository
class CommentStore {
    private final JdbcClient sql;

    CommentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Until the transaction ends, the same comment sent again waits, so that two twins cannot pass each other. */
    void queueWithTwins(Comment comment) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:twin, 0))")
                .param("twin", "discussion " + comment.topic().id() + comment.author() + "\n" + comment.body())
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

    void add(Comment comment, @Nullable String origin) {
        var parent = comment.parent();
        sql.sql("""
                insert into discussion.comment
                    (id, topic, forum, language, author, address, body, posted, state, parent, doubt, note, origin)
                values (:id, :topic, :forum, :language, :author, :address, :body, :posted, :state, :parent, :doubt,
                    :note, :origin)
                """)
                .param("id", comment.id().id())
                .param("topic", comment.topic().id())
                .param("forum", comment.forum(), Types.OTHER)
                .param("language", comment.language().tag())
                .param("author", comment.author())
                .param("address", comment.address().base64())
                .param("body", comment.body())
                .param("posted", moment(comment.posted()))
                .param("state", comment.state().key())
                .param("parent", parent == null ? null : parent.id(), Types.OTHER)
                .param("doubt", comment.doubt().key())
                .param("note", comment.note())
                .param("origin", origin, Types.VARCHAR)
                .update();
    }

    /** What came from elsewhere under this name. */
    Optional<Comment> ofOrigin(TopicId topic, String origin) {
        return sql.sql("select * from discussion.comment where topic = :topic and origin = :origin")
                .param("topic", topic.id())
                .param("origin", origin)
                .query(CommentStore::comment)
                .optional();
    }

    /** What has appeared in these threads, removed comments too, in the order of their numbers. */
    List<Comment> threads(TopicId topic, int first, int last) {
        return sql.sql("""
                select *
                from discussion.comment
                where topic = :topic and thread between :first and :last and (erased is null or place = 0)
                order by thread, place
                """)
                .param("topic", topic.id())
                .param("first", first)
                .param("last", last)
                .query(CommentStore::comment)
                .list();
    }

    /** How many threads have begun under a topic, and how many comments readers see there. */
    record Tally(int threads, int shown) {}

    Tally tally(TopicId topic) {
        return sql.sql("select threads, shown from discussion.tally where topic = :topic")
                .param("topic", topic.id())
                .query((row, number) -> new Tally(row.getInt("threads"), row.getInt("shown")))
                .optional()
                .orElse(new Tally(0, 0));
    }

    Optional<Comment> thread(TopicId topic, int thread) {
        return sql.sql("""
                select *
                from discussion.comment
                where topic = :topic and thread = :thread and place = 0 and state = 'published'
                """)
                .param("topic", topic.id())
                .param("thread", thread)
                .query(CommentStore::comment)
                .optional();
    }

    /** The place of the last reply that has appeared in a thread. */
    int lastPlace(TopicId topic, int thread) {
        return sql.sql("select max(place) from discussion.comment where topic = :topic and thread = :thread")
                .param("topic", topic.id())
                .param("thread", thread)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** The latest that readers of this forum see. */
    List<Comment> published(UUID forum, int most) {
        return sql.sql("""
                select *
                from discussion.comment
                where forum = :forum and state = 'published'
                order by posted desc
                limit :most
                """)
                .param("forum", forum)
                .param("most", most)
                .query(CommentStore::comment)
                .list();
    }

    /** The latest sent under any of these topics, however they stand. */
    List<Comment> latest(Set<TopicId> topics, int most) {
        return sql.sql("""
                select *
                from discussion.comment
                where topic = any (cast(:topics as uuid[])) and erased is null
                order by posted desc
                limit :most
                """)
                .param("topics", array(topics))
                .param("most", most)
                .query(CommentStore::comment)
                .list();
    }

    List<Comment> all(List<UUID> ids) {
        return sql.sql("""
                select *
                from discussion.comment
                where id = any (:ids) and erased is null
                order by posted, arrival
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(CommentStore::comment)
                .list();
    }

    /** The comment, which nobody else can change until the transaction ends; none where it is erased. */
    Optional<Comment> lock(CommentId comment) {
        return sql.sql("select * from discussion.comment where id = :id and erased is null for update")
                .param("id", comment.id())
                .query(CommentStore::comment)
                .optional();
    }

    void erase(CommentId comment, Instant at) {
        sql.sql("""
                update discussion.comment
                set author = '', body = '', address = '', note = '', erased = :at,
                    state = case when state = 'spam' then 'spam' else 'refused' end
                where id = :id
                """).param("at", moment(at)).param("id", comment.id()).update();
    }

    void stand(CommentId comment, Verdict now, String note) {
        sql.sql("update discussion.comment set state = :now, note = :note where id = :id")
                .param("now", now.key())
                .param("note", note)
                .param("id", comment.id())
                .update();
    }

    /** One more or one fewer that readers see; whoever does the same under the topic waits until the transaction ends. */
    Tally count(TopicId topic, int threads, int shown) {
        return sql.sql("""
                insert into discussion.tally (topic, threads, shown)
                values (:topic, greatest(:threads, 0), greatest(:shown, 0))
                on conflict (topic) do update
                    set threads = tally.threads + :threads, shown = tally.shown + :shown
                returning threads, shown
                """)
                .param("topic", topic.id())
                .param("threads", threads)
                .param("shown", shown)
                .query((row, number) -> new Tally(row.getInt("threads"), row.getInt("shown")))
                .single();
    }

    void number(CommentId comment, int thread, int place) {
        sql.sql("update discussion.comment set thread = :thread, place = :place where id = :id")
                .param("thread", thread)
                .param("place", place)
                .param("id", comment.id())
                .update();
    }

    static Comment comment(ResultSet row, int n) throws SQLException {
        var parent = row.getObject("parent", UUID.class);
        int thread = row.getInt("thread");
        return new Comment(
                new CommentId(row.getObject("id", UUID.class)),
                new TopicId(row.getObject("topic", UUID.class)),
                row.getObject("forum", UUID.class),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("author"),
                new SealedAddress(row.getString("address")),
                row.getString("body"),
                row.getObject("posted", OffsetDateTime.class).toInstant(),
                state(row.getString("state")),
                parent == null ? null : new CommentId(parent),
                thread == 0 ? null : new Comment.Rank(thread, row.getInt("place")),
                Doubt.of(row.getString("doubt")),
                row.getString("note"));
    }

    static Verdict state(String key) {
        return Verdict.of(key).orElseThrow();
    }

    static OffsetDateTime moment(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static String array(Set<TopicId> topics) {
        return topics.stream().map(topic -> topic.id().toString()).collect(Collectors.joining(",", "{", "}"));
    }
}

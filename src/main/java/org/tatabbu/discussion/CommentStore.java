// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.discussion.Comment.SealedAddress;
import org.tatabbu.language.Language;

/** The comments, as readers and their authors have to do with them. */
@Repository
class CommentStore {
    private final JdbcClient sql;

    CommentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Until the transaction ends, the same comments sent again wait, so that two twins cannot pass each other. */
    void queueWithTwins(List<Comment> sent) {
        // In one order everywhere: two transactions never wait for each other.
        sql.sql("""
                select pg_advisory_xact_lock(twin)
                from (
                    select distinct hashtextextended('discussion ' || words, 0) as twin
                    from unnest(:words) as words
                    order by twin
                    offset 0
                ) twins
                """).param("words", words(sent)).query((row, number) -> true).list();
    }

    /**
     * The same words by the same name on the same topic, sent a moment before: a button pressed twice.
     *
     * @return which of the comments came before, and as what
     */
    Map<CommentId, CommentId> twins(List<Comment> sent, Duration within) {
        var twins = new HashMap<CommentId, CommentId>();
        sql.sql("""
                select distinct on (sent.id) sent.id, kept.id as twin
                from unnest(:ids, cast(:posted as timestamptz[]), :words) as sent(id, posted, words)
                join discussion.comment kept
                    on hashtextextended(kept.topic::text || kept.author || E'\\n' || kept.body, 0)
                            = hashtextextended(sent.words, 0)
                        and kept.topic::text || kept.author || E'\\n' || kept.body = sent.words
                        and kept.posted between sent.posted - cast(:within as interval)
                            and sent.posted + cast(:within as interval)
                order by sent.id, kept.posted
                """)
                .param("ids", sent.stream().map(comment -> comment.id().id()).toArray(UUID[]::new))
                .param(
                        "posted",
                        sent.stream()
                                .map(comment -> comment.posted().toString())
                                .toArray(String[]::new))
                .param("words", words(sent))
                .param("within", within.toString())
                .query(row -> {
                    twins.put(
                            new CommentId(row.getObject("id", UUID.class)),
                            new CommentId(row.getObject("twin", UUID.class)));
                });
        return twins;
    }

    private static String[] words(List<Comment> sent) {
        return sent.stream().map(Comment::words).toArray(String[]::new);
    }

    /** Comments that are new here, in one statement: the table's conditions are read once for all of them. */
    void add(List<Comment> fresh) {
        add(fresh, null);
    }

    /** @param origin what names it elsewhere */
    void add(List<Comment> fresh, @Nullable String origin) {
        sql.sql("""
                insert into discussion.comment
                    (id, topic, forum, language, author, address, body, posted, state, parent, doubt, note, origin)
                select id, topic, cast(forum as uuid), language, author, address, body, cast(posted as timestamptz), state,
                    cast(parent as uuid), doubt, note, :origin
                from unnest(:id, :topic, :forum, :language, :author, :address, :body, :posted, :state, :parent, :doubt,
                        :note)
                    as fresh(id, topic, forum, language, author, address, body, posted, state, parent, doubt, note)
                """)
                .param("id", fresh.stream().map(comment -> comment.id().id()).toArray(UUID[]::new))
                .param(
                        "topic",
                        fresh.stream().map(comment -> comment.topic().id()).toArray(UUID[]::new))
                .param("forum", column(fresh, comment -> text(comment.forum())))
                .param("language", column(fresh, comment -> comment.language().tag()))
                .param("author", column(fresh, Comment::author))
                .param("address", column(fresh, comment -> comment.address().base64()))
                .param("body", column(fresh, Comment::body))
                .param("posted", column(fresh, comment -> comment.posted().toString()))
                .param("state", column(fresh, comment -> comment.state().key()))
                .param("parent", column(fresh, CommentStore::parent))
                .param("doubt", column(fresh, comment -> comment.doubt().key()))
                .param("note", column(fresh, Comment::note))
                .param("origin", origin, Types.VARCHAR)
                .update();
    }

    private static @Nullable String[] column(List<Comment> fresh, Function<Comment, @Nullable String> of) {
        return fresh.stream().map(of).toArray(String[]::new);
    }

    private static @Nullable String parent(Comment comment) {
        var parent = comment.parent();
        return parent == null ? null : parent.id().toString();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
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

    /** Whose addresses the latest are that readers of this forum see. */
    Map<CommentId, SealedAddress> published(UUID forum, int most) {
        var addresses = new LinkedHashMap<CommentId, SealedAddress>();
        sql.sql("""
                select id, address
                from discussion.comment
                where forum = :forum and state = 'published'
                order by posted desc
                limit :most
                """).param("forum", forum).param("most", most).query(row -> {
            addresses.put(new CommentId(row.getObject("id", UUID.class)), new SealedAddress(row.getString("address")));
        });
        return addresses;
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

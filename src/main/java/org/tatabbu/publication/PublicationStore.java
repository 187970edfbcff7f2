// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.article.Article;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.search.Kind;
import org.tatabbu.search.Search;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PublicationStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Search search;

    PublicationStore(JdbcClient jdbc, Search search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    void put(PublicCommittee committee, CommitteeId id, Instant at) {
        publicCommittee(committee.slug())
                .ifPresent(before -> before.entries().forEach(entry -> search.unpublish(Kind.COMMITMENT, entry.id())));
        committee.entries().forEach(search::put);
        search.put(committee.entry(at.atOffset(ZoneOffset.UTC).toLocalDate()));
        put("committee", committee.slug(), id.id(), committee.slug(), 0, committee, at);
    }

    void put(PublicMeeting meeting, Meeting of, Instant at) {
        var key = meeting.committee() + "/" + meeting.number();
        search.put(meeting.entry());
        put("meeting", key, of.id().id(), meeting.committee(), meeting.number(), meeting, at);
    }

    void put(PublicArticle article, Article of, Instant at) {
        put("article", article.slug(), of.id().id(), article.committee(), article.meeting(), article, at);
        search.put(article.entry());
        hide(of);
        article.shown()
                .forEach(picture -> jdbc.sql("""
                insert into publication.picture (article, name) values (:article, :name)
                """)
                        .param("article", of.id().id())
                        .param("name", picture.name())
                        .update());
    }

    private void hide(Article article) {
        jdbc.sql("delete from publication.picture where article = :id")
                .param("id", article.id().id())
                .update();
    }

    /** Whether an article that is public shows a picture. */
    boolean shows(String name) {
        return jdbc.sql("select exists (select 1 from publication.picture where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Puts the page that says so in the place of the article. */
    void withdraw(PublicArticle.Gone gone, Article article, Instant at) {
        search.unpublish(Kind.ARTICLE, gone.slug());
        hide(article);
        jdbc.sql("delete from publication.snapshot where kind = 'article' and of = :id")
                .param("id", article.id().id())
                .update();
        put("withdrawn", gone.slug(), article.id().id(), gone.committee(), 0, gone, at);
    }

    Optional<PublicArticle.Gone> gone(String slug) {
        return one("withdrawn", slug, PublicArticle.Gone.class);
    }

    private void put(String kind, String key, UUID of, String committee, int number, Object document, Instant at) {
        jdbc.sql("""
                insert into publication.snapshot (kind, key, of, committee, number, document, published_at)
                values (:kind, :key, :of, :committee, :number, :document::jsonb, :at)
                on conflict (kind, key) do update
                set document = excluded.document, published_at = excluded.published_at
                """)
                .param("kind", kind)
                .param("key", key)
                .param("of", of)
                .param("committee", committee)
                .param("number", number)
                .param("document", JSON.writeValueAsString(document))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Has everything found that is public. */
    void tell() {
        jdbc.sql("select document, published_at from publication.snapshot where kind = 'committee'")
                .query(row -> {
                    var committee = JSON.readValue(row.getString("document"), PublicCommittee.class);
                    var at = row.getObject("published_at", OffsetDateTime.class);
                    committee.entries().forEach(search::put);
                    search.put(committee.entry(at.toLocalDate()));
                });
        jdbc.sql("select document from publication.snapshot where kind = 'meeting'")
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicMeeting.class))
                .list()
                .forEach(meeting -> search.put(meeting.entry()));
        publicArticles(Integer.MAX_VALUE, 0).forEach(article -> search.put(article.entry()));
    }

    boolean isPublic(MeetingId meeting) {
        return publishedAt("meeting", meeting.id()).isPresent();
    }

    boolean isPublic(CommitteeId committee) {
        return publishedAt(committee).isPresent();
    }

    Optional<Instant> publishedAt(CommitteeId committee) {
        return publishedAt("committee", committee.id());
    }

    private Optional<Instant> publishedAt(String kind, UUID of) {
        return jdbc.sql("select published_at from publication.snapshot where kind = :kind and of = :of")
                .param("kind", kind)
                .param("of", of)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Optional<CommitteeId> committee(String slug) {
        return jdbc.sql("select of from publication.snapshot where kind = 'committee' and key = :key")
                .param("key", slug)
                .query(UUID.class)
                .optional()
                .map(CommitteeId::new);
    }

    /** Where readers find the article that they talk about under a topic. */
    Optional<String> slugOf(UUID topic) {
        return jdbc.sql("select key from publication.snapshot where kind = 'article' and of = :topic")
                .param("topic", topic)
                .query((row, n) -> row.getString("key"))
                .optional();
    }

    Optional<PublicCommittee> publicCommittee(String slug) {
        return one("committee", slug, PublicCommittee.class);
    }

    Optional<PublicMeeting> publicMeeting(String committee, int number) {
        return one("meeting", committee + "/" + number, PublicMeeting.class);
    }

    Optional<PublicArticle> publicArticle(String slug) {
        return one("article", slug, PublicArticle.class);
    }

    List<PublicCommittee> publicCommittees() {
        return jdbc.sql("select document from publication.snapshot where kind = 'committee' order by place")
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicCommittee.class))
                .list();
    }

    /** The latest first. */
    List<PublicMeeting> publicMeetings(String committee) {
        return jdbc.sql("""
                select document from publication.snapshot
                where kind = 'meeting' and committee = :committee order by number desc
                """)
                .param("committee", committee)
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicMeeting.class))
                .list();
    }

    /** The latest first. */
    List<PublicArticle> publicArticles(int most, int after) {
        return jdbc.sql("""
                select document from publication.snapshot
                where kind = 'article' order by published_at desc, place desc limit :most offset :after
                """)
                .param("most", most)
                .param("after", after)
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicArticle.class))
                .list();
    }

    List<PublicArticle> publicArticlesOf(String committee) {
        return publicArticlesOf(committee, Integer.MAX_VALUE);
    }

    /** The latest first. */
    List<PublicArticle> publicArticlesOf(String committee, int most) {
        return jdbc.sql("""
                select document from publication.snapshot
                where kind = 'article' and committee = :committee order by published_at desc, place desc limit :most
                """)
                .param("committee", committee)
                .param("most", most)
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicArticle.class))
                .list();
    }

    /** The communiqués of one meeting, the latest first. */
    List<PublicArticle> publicCommuniques(String committee, int meeting) {
        return jdbc.sql("""
                select document from publication.snapshot
                where kind = 'article' and committee = :committee and number = :meeting
                order by published_at desc, place desc
                """)
                .param("committee", committee)
                .param("meeting", meeting)
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicArticle.class))
                .list();
    }

    /**
     * Other articles, those of the same committee first, then the latest. Among the latest, twice as many hold enough of
     * other committees: more of the same one than those asked for are not needed.
     */
    List<PublicArticle> related(PublicArticle article, int most) {
        return jdbc.sql("""
                select document from (
                  (select place, key, committee, published_at, document from publication.snapshot
                   where kind = 'article' and committee = :committee and key <> :slug
                   order by published_at desc, place desc limit :most)
                  union all
                  (select place, key, committee, published_at, document from (
                     select place, key, committee, published_at, document from publication.snapshot
                     where kind = 'article' and key <> :slug
                     order by published_at desc, place desc limit 2 * :most) latest
                   where committee <> :committee)) related
                order by (committee = :committee) desc, published_at desc, place desc limit :most
                """)
                .param("slug", article.slug())
                .param("committee", article.committee())
                .param("most", most)
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicArticle.class))
                .list();
    }

    private <T> Optional<T> one(String kind, String key, Class<T> type) {
        return jdbc.sql("select document from publication.snapshot where kind = :kind and key = :key")
                .param("kind", kind)
                .param("key", key)
                .query((row, n) -> JSON.readValue(row.getString("document"), type))
                .optional();
    }
}

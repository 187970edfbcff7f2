// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.minutes.ClauseId;
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

    /** Lets one writer at a time into the articles, until the transaction ends: their addresses are one series. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('articles', 0))")
                .query((row, n) -> true)
                .single();
    }

    void save(Article article, SeatId by, Instant at) {
        var text = article.text();
        jdbc.sql("""
                insert into publication.article
                  (id, committee, meeting, revision, slug, title, lead, body, authority, clauses, written_by, written_at)
                values (:id, :committee, :meeting, :revision, :slug, :title::jsonb, :lead::jsonb, :body::jsonb,
                        :authority::jsonb, :clauses, :by, :at)
                on conflict (id) do update
                set revision = excluded.revision, slug = excluded.slug, title = excluded.title, lead = excluded.lead,
                    body = excluded.body, authority = excluded.authority, clauses = excluded.clauses,
                    written_by = excluded.written_by, written_at = excluded.written_at
                """)
                .param("id", article.id().id())
                .param("committee", article.committee().id())
                .param(
                        "meeting",
                        article.meeting() == null ? null : article.meeting().id())
                .param("revision", article.revision())
                .param("slug", text.slug())
                .param("title", text.title().json())
                .param("lead", text.lead().json())
                .param("body", text.body().json())
                .param("authority", text.authority().json())
                .param("clauses", text.clauses().stream().map(ClauseId::id).toArray(UUID[]::new))
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void published(ArticleId article, SeatId by, Instant at) {
        jdbc.sql("update publication.article set published_by = :by, published_at = :at where id = :id")
                .param("id", article.id())
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean slugTaken(String slug, ArticleId but) {
        return jdbc.sql("select exists (select 1 from publication.article a where a.slug = :slug and a.id <> :id)")
                .param("slug", slug)
                .param("id", but.id())
                .query(Boolean.class)
                .single();
    }

    Optional<Article> article(ArticleId id) {
        return jdbc.sql("select * from publication.article where id = :id")
                .param("id", id.id())
                .query((row, n) -> article(row))
                .optional();
    }

    Optional<Article> communique(MeetingId meeting) {
        return jdbc.sql("select * from publication.article where meeting = :meeting")
                .param("meeting", meeting.id())
                .query((row, n) -> article(row))
                .optional();
    }

    List<Article> articles(CommitteeId committee) {
        return jdbc.sql("select * from publication.article where committee = :committee order by place desc")
                .param("committee", committee.id())
                .query((row, n) -> article(row))
                .list();
    }

    private static Article article(ResultSet row) throws SQLException {
        @Nullable UUID meeting = row.getObject("meeting", UUID.class);
        @Nullable OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
        return new Article(
                new ArticleId(row.getObject("id", UUID.class)),
                new CommitteeId(row.getObject("committee", UUID.class)),
                meeting == null ? null : new MeetingId(meeting),
                row.getInt("revision"),
                new ArticleText(
                        row.getString("slug"),
                        LocalText.ofJson(row.getString("title")),
                        LocalText.ofJson(row.getString("lead")),
                        LocalText.ofJson(row.getString("body")),
                        LocalText.ofJson(row.getString("authority")),
                        clauses((UUID[]) row.getArray("clauses").getArray())),
                published == null ? null : published.toInstant());
    }

    private static Set<ClauseId> clauses(UUID[] ids) {
        return Arrays.stream(ids).map(ClauseId::new).collect(Collectors.toUnmodifiableSet());
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
        search.put(article.entry());
        put("article", article.slug(), of.id().id(), article.committee(), 0, article, at);
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
        jdbc.sql("select document, published_at from publication.snapshot where kind = 'committee'").query(row -> {
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
        return jdbc.sql("""
                select document from publication.snapshot
                where kind = 'article' and committee = :committee order by published_at desc, place desc
                """)
                .param("committee", committee)
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicArticle.class))
                .list();
    }

    /** Other articles, those of the same committee first, then the latest. */
    List<PublicArticle> related(PublicArticle article, int most) {
        return jdbc.sql("""
                select document from publication.snapshot
                where kind = 'article' and key <> :slug
                order by (committee = :committee) desc, published_at desc, place desc limit :most
                """)
                .param("slug", article.slug())
                .param("committee", article.committee())
                .param("most", most)
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicArticle.class))
                .list();
    }

    int countArticles() {
        return jdbc.sql("select count(*) from publication.snapshot where kind = 'article'")
                .query(Integer.class)
                .single();
    }

    private <T> Optional<T> one(String kind, String key, Class<T> type) {
        return jdbc.sql("select document from publication.snapshot where kind = :kind and key = :key")
                .param("kind", kind)
                .param("key", key)
                .query((row, n) -> JSON.readValue(row.getString("document"), type))
                .optional();
    }
}

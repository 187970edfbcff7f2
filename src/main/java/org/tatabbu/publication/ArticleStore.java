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
import org.tatabbu.article.Article;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Corrigendum;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.minutes.ClauseId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ArticleStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<ArticleText.Paragraph>> PARAGRAPHS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ArticleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one writer at a time into the articles, until the transaction ends: their addresses are one series. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('articles', 0))")
                .query((row, n) -> true)
                .single();
    }

    void save(Article article, @Nullable String source, SeatId by, Instant at) {
        var text = article.text();
        var side = text.terms().side();
        var notBefore = text.terms().notBefore();
        jdbc.sql("""
                insert into publication.article
                  (id, committee, meeting, revision, slug, title, lead, body, authority, clauses, paragraphs, markup,
                   side, not_before, source, written_by, written_at)
                values (:id, :committee, :meeting, :revision, :slug, :title::jsonb, :lead::jsonb, :body::jsonb,
                        :authority::jsonb, :clauses, :paragraphs::jsonb, :markup, :side, :notBefore, :source, :by, :at)
                on conflict (id) do update
                set revision = excluded.revision, slug = excluded.slug, title = excluded.title, lead = excluded.lead,
                    body = excluded.body, authority = excluded.authority, clauses = excluded.clauses,
                    paragraphs = excluded.paragraphs, markup = excluded.markup, side = excluded.side,
                    not_before = excluded.not_before,
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
                .param("paragraphs", JSON.writeValueAsString(text.paragraphs()))
                .param("markup", text.markup())
                .param("side", side == null ? null : side.id())
                .param("notBefore", notBefore == null ? null : notBefore.atOffset(ZoneOffset.UTC))
                .param("source", source)
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void correct(ArticleId article, Corrigendum corrigendum) {
        jdbc.sql("""
                insert into publication.corrigendum (article, number, was, now, why, at)
                select :article, count(*) + 1, :was::jsonb, :now::jsonb, :why::jsonb, :at
                from publication.corrigendum where article = :article
                """)
                .param("article", article.id())
                .param("was", corrigendum.was().json())
                .param("now", corrigendum.now().json())
                .param("why", corrigendum.why().json())
                .param("at", corrigendum.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first first. */
    List<Corrigendum> corrigenda(ArticleId article) {
        return jdbc.sql(
                        "select was, now, why, at from publication.corrigendum where article = :article order by number")
                .param("article", article.id())
                .query((row, n) -> new Corrigendum(
                        LocalText.ofJson(row.getString("was")),
                        LocalText.ofJson(row.getString("now")),
                        LocalText.ofJson(row.getString("why")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void withdrawn(ArticleId article, LocalText why, Instant at) {
        jdbc.sql("update publication.article set withdrawn_at = :at, withdrawn_why = :why::jsonb where id = :id")
                .param("id", article.id())
                .param("why", why.json())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ArticleId> brought(CommitteeId committee, String source) {
        return jdbc.sql("select id from publication.article where committee = :committee and source = :source")
                .param("committee", committee.id())
                .param("source", source)
                .query((row, n) -> new ArticleId(row.getObject("id", UUID.class)))
                .optional();
    }

    void published(ArticleId article, @Nullable SeatId by, Instant at) {
        jdbc.sql("""
                update publication.article set published_by = coalesce(:by, written_by), published_at = :at where id = :id
                """)
                .param("id", article.id())
                .param("by", by == null ? null : by.id())
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
        @Nullable OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        @Nullable OffsetDateTime notBefore = row.getObject("not_before", OffsetDateTime.class);
        @Nullable UUID side = row.getObject("side", UUID.class);
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
                        clauses((UUID[]) row.getArray("clauses").getArray()),
                        JSON.readValue(row.getString("paragraphs"), PARAGRAPHS),
                        row.getBoolean("markup"),
                        new ArticleText.Terms(
                                side == null ? null : new PartyId(side),
                                notBefore == null ? null : notBefore.toInstant())),
                published == null ? null : published.toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private static Set<ClauseId> clauses(UUID[] ids) {
        return Arrays.stream(ids).map(ClauseId::new).collect(Collectors.toUnmodifiableSet());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.article.ArticleId;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.LocalText;
import org.tatabbu.statement.Digest;

@Repository
class ReleaseStore {
    private final JdbcClient jdbc;

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one at a time decide on what becomes of an article, until the transaction ends, in whichever process. */
    void lock(ArticleId article) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('press ' || :article, 0))")
                .param("article", article.id().toString())
                .query((row, n) -> true)
                .single();
    }

    /** Puts an article forward as it was written last. */
    void put(ArticleId article, int revision, @Nullable Instant due, Seat by, Instant at) {
        jdbc.sql("""
                insert into press.release (id, article, committee, kind, revision, was, now, why, due, seat, opened_at)
                values (:article, :article, :committee, 'ISSUE', :revision, :none::jsonb, :none::jsonb, :none::jsonb, :due,
                        :seat, :at)
                on conflict (id) do update set revision = excluded.revision, due = excluded.due, seat = excluded.seat
                """)
                .param("article", article.id())
                .param("committee", by.committee().id())
                .param("revision", revision)
                .param("none", LocalText.NONE.json())
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param("seat", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(Release release, SeatId by, Instant at) {
        jdbc.sql("""
                insert into press.release (id, article, committee, kind, revision, was, now, why, due, seat, opened_at)
                values (:id, :article, :committee, :kind, :revision, :was::jsonb, :now::jsonb, :why::jsonb, :due, :seat, :at)
                on conflict (id) do update
                set revision = excluded.revision, was = excluded.was, now = excluded.now, why = excluded.why,
                    seat = excluded.seat
                """)
                .param("id", release.id().id())
                .param("article", release.article().id())
                .param("committee", release.committee().id())
                .param("kind", release.kind().name())
                .param("revision", release.revision())
                .param("was", release.matter().was().json())
                .param("now", release.matter().now().json())
                .param("why", release.matter().why().json())
                .param("due", release.due() == null ? null : release.due().atOffset(ZoneOffset.UTC))
                .param("seat", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void clear(ReleaseId release, Digest digest, Seat by, Instant at) {
        jdbc.sql("""
                insert into press.clearance (release, party, digest, seat, at) values (:release, :party, :digest, :seat, :at)
                on conflict (release, party) do update set digest = excluded.digest, seat = excluded.seat, at = excluded.at
                """)
                .param("release", release.id())
                .param("party", by.party().id())
                .param("digest", digest.hex())
                .param("seat", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean takeBack(ReleaseId release, PartyId party) {
        return jdbc.sql("delete from press.clearance where release = :release and party = :party")
                        .param("release", release.id())
                        .param("party", party.id())
                        .update()
                > 0;
    }

    /** How many words there were. */
    int takeAllBack(ReleaseId release) {
        return jdbc.sql("delete from press.clearance where release = :release")
                .param("release", release.id())
                .update();
    }

    /** Says that it is out, once and for all. */
    boolean released(ReleaseId release, byte[] statement, Instant at) {
        return jdbc.sql("""
                update press.release set released_at = :at, statement = :statement
                where id = :id and released_at is null and dropped_at is null
                """)
                        .param("id", release.id())
                        .param("statement", statement)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean drop(ReleaseId release, Instant at) {
        return jdbc.sql("""
                update press.release set dropped_at = :at
                where id = :id and kind <> 'ISSUE' and released_at is null and dropped_at is null
                """)
                        .param("id", release.id())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those whose hour has come. */
    List<ReleaseId> due(Instant now) {
        return jdbc.sql("""
                select id from press.release
                where released_at is null and dropped_at is null and due <= :now order by due, id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new ReleaseId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What was not dropped. */
    Optional<Release> release(ReleaseId id) {
        return jdbc.sql("select * from press.release where id = :id and dropped_at is null")
                .param("id", id.id())
                .query((row, n) -> release(row))
                .optional();
    }

    /** What is put forward and not out yet. */
    Optional<Release> open(ArticleId article, Release.Kind kind) {
        return jdbc.sql("""
                select * from press.release
                where article = :article and kind = :kind and released_at is null and dropped_at is null
                """)
                .param("article", article.id())
                .param("kind", kind.name())
                .query((row, n) -> release(row))
                .optional();
    }

    /** What is put forward in a committee and not out yet, the earliest first. */
    List<Release> open(CommitteeId committee) {
        return jdbc.sql("""
                select * from press.release
                where committee = :committee and released_at is null and dropped_at is null order by opened_at, id
                """)
                .param("committee", committee.id())
                .query((row, n) -> release(row))
                .list();
    }

    private Release release(ResultSet row) throws SQLException {
        var id = new ReleaseId(row.getObject("id", UUID.class));
        return new Release(
                id,
                new ArticleId(row.getObject("article", UUID.class)),
                new CommitteeId(row.getObject("committee", UUID.class)),
                Release.Kind.valueOf(row.getString("kind")),
                row.getInt("revision"),
                new Release.Matter(
                        LocalText.ofJson(row.getString("was")),
                        LocalText.ofJson(row.getString("now")),
                        LocalText.ofJson(row.getString("why"))),
                moment(row.getObject("due", OffsetDateTime.class)),
                moment(row.getObject("released_at", OffsetDateTime.class)),
                clearances(id));
    }

    private List<Release.Clearance> clearances(ReleaseId release) {
        return jdbc.sql("select party, digest, at from press.clearance where release = :release order by at, party")
                .param("release", release.id())
                .query((row, n) -> new Release.Clearance(
                        new PartyId(row.getObject("party", UUID.class)),
                        new Digest(row.getString("digest")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

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
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.MinutesText;
import org.tatabbu.statement.Digest;

@Repository
class AdoptionStore {
    private final JdbcClient jdbc;

    AdoptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PresentationId id, MinutesText text, byte[] record, Optional<Digest> previous, SeatId by, Instant at) {
        jdbc.sql("""
                insert into adoption.presentation (id, committee, meeting, minutes, record, digest, previous, presented_by, presented_at)
                values (:id, :committee, :meeting, :minutes, :record, :digest, :previous, :by, :at)
                """)
                .param("id", id.id())
                .param("committee", text.committee().id())
                .param("meeting", text.meeting().id())
                .param("minutes", text.id().id())
                .param("record", record)
                .param("digest", Digest.of(record).hex())
                .param("previous", previous.map(Digest::hex).orElse(null))
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void sign(PresentationId presentation, Signature signature) {
        jdbc.sql("""
                insert into adoption.signature (presentation, party, seat, digest, signed_at)
                values (:presentation, :party, :seat, :digest, :at)
                """)
                .param("presentation", presentation.id())
                .param("party", signature.party().id())
                .param("seat", signature.seat().id())
                .param("digest", signature.digest().hex())
                .param("at", signature.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(PresentationId presentation, Presentation.End end) {
        jdbc.sql("""
                update adoption.presentation
                set outcome = :outcome, ended_by = :by, ended_at = :at, reason = :reason
                where id = :id and outcome is null
                """)
                .param("id", presentation.id())
                .param("outcome", end.outcome().name())
                .param("by", end.by().id())
                .param("at", end.at().atOffset(ZoneOffset.UTC))
                .param("reason", end.reason())
                .update();
    }

    // The lock holds the committee's series until the transaction ends, so that numbers have neither gap nor twin.
    Act number(Presentation presentation, int year, Instant at) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:committee, 0))")
                .param("committee", presentation.committee().id().toString())
                .query((row, n) -> true)
                .single();
        return jdbc.sql("""
                insert into adoption.act (id, committee, meeting, minutes, presentation, year, number, digest, adopted_at)
                select :id, :committee, :meeting, :minutes, :presentation, :year, coalesce(max(a.number), 0) + 1, :digest, :at
                from adoption.act a where a.committee = :committee and a.year = :year
                returning *
                """)
                .param("id", UUID.randomUUID())
                .param("committee", presentation.committee().id())
                .param("meeting", presentation.meeting().id())
                .param("minutes", presentation.minutes().id())
                .param("presentation", presentation.id().id())
                .param("year", year)
                .param("digest", presentation.digest().hex())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> act(row))
                .single();
    }

    Optional<Presentation> presentation(PresentationId id) {
        return jdbc.sql("select * from adoption.presentation where id = :id")
                .param("id", id.id())
                .query((row, n) -> presentation(row))
                .optional();
    }

    Optional<PresentationId> openOf(MinutesId minutes) {
        return jdbc.sql("select id from adoption.presentation where minutes = :minutes and outcome is null")
                .param("minutes", minutes.id())
                .query(UUID.class)
                .optional()
                .map(PresentationId::new);
    }

    Optional<Presentation> latest(MeetingId meeting) {
        return jdbc.sql("""
                select * from adoption.presentation where meeting = :meeting order by place desc limit 1
                """)
                .param("meeting", meeting.id())
                .query((row, n) -> presentation(row))
                .optional();
    }

    byte[] record(PresentationId presentation) {
        return jdbc.sql("select record from adoption.presentation where id = :id")
                .param("id", presentation.id())
                .query((row, n) -> row.getBytes("record"))
                .single();
    }

    /** The record that was the committee's last when this one was presented. */
    Optional<Digest> previous(PresentationId presentation) {
        return jdbc.sql("select previous from adoption.presentation where id = :id and previous is not null")
                .param("id", presentation.id())
                .query(String.class)
                .optional()
                .map(Digest::new);
    }

    Optional<Digest> lastDigest(CommitteeId committee) {
        return acts(committee).stream().findFirst().map(Act::digest);
    }

    List<Act> acts(CommitteeId committee) {
        return jdbc.sql("select * from adoption.act where committee = :committee order by place desc")
                .param("committee", committee.id())
                .query((row, n) -> act(row))
                .list();
    }

    Optional<Act> actOf(MeetingId meeting) {
        return jdbc.sql("select * from adoption.act where meeting = :meeting order by place desc limit 1")
                .param("meeting", meeting.id())
                .query((row, n) -> act(row))
                .optional();
    }

    private List<Signature> signatures(UUID presentation) {
        return jdbc.sql("select * from adoption.signature where presentation = :id order by signed_at, place")
                .param("id", presentation)
                .query((row, n) -> new Signature(
                        new PartyId(row.getObject("party", UUID.class)),
                        new SeatId(row.getObject("seat", UUID.class)),
                        new Digest(row.getString("digest")),
                        instant(row, "signed_at")))
                .list();
    }

    private Presentation presentation(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Presentation(
                new PresentationId(id),
                new CommitteeId(row.getObject("committee", UUID.class)),
                new MeetingId(row.getObject("meeting", UUID.class)),
                new MinutesId(row.getObject("minutes", UUID.class)),
                new Digest(row.getString("digest")),
                new SeatId(row.getObject("presented_by", UUID.class)),
                instant(row, "presented_at"),
                signatures(id),
                end(row));
    }

    private static Presentation.@Nullable End end(ResultSet row) throws SQLException {
        @Nullable String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Presentation.End(
                        Presentation.Outcome.valueOf(outcome),
                        new SeatId(row.getObject("ended_by", UUID.class)),
                        instant(row, "ended_at"),
                        row.getString("reason"));
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                new ActId(row.getObject("id", UUID.class)),
                new CommitteeId(row.getObject("committee", UUID.class)),
                new MeetingId(row.getObject("meeting", UUID.class)),
                new MinutesId(row.getObject("minutes", UUID.class)),
                new PresentationId(row.getObject("presentation", UUID.class)),
                row.getInt("year"),
                row.getInt("number"),
                new Digest(row.getString("digest")),
                instant(row, "adopted_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.original.ActKind;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;

@Repository
class AdoptionStore {
    private final JdbcClient jdbc;

    AdoptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            PresentationId id,
            Draft draft,
            @Nullable MeetingId meeting,
            Optional<Digest> previous,
            SeatId by,
            Instant at) {
        jdbc.sql("""
                insert into adoption.presentation
                  (id, committee, kind, text, meeting, record, digest, previous, presented_by, presented_at)
                values (:id, :committee, :kind, :text, :meeting, :record, :digest, :previous, :by, :at)
                """)
                .param("id", id.id())
                .param("committee", draft.committee().id())
                .param("kind", draft.kind().name())
                .param("text", draft.text())
                .param("meeting", meeting == null ? null : meeting.id())
                .param("record", draft.record())
                .param("digest", Digest.of(draft.record()).hex())
                .param("previous", previous.map(Digest::hex).orElse(null))
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps a signature. False where this very statement was used before. */
    boolean sign(PresentationId presentation, Signature signature, Envelope envelope) {
        return jdbc.sql("""
                insert into adoption.signature
                  (presentation, party, seat, mandate, digest, signed_at, not_after, envelope, statement)
                values (:presentation, :party, :seat, :mandate, :digest, :at, :notAfter, :envelope, :statement)
                on conflict (statement) do nothing
                """)
                        .param("presentation", presentation.id())
                        .param("party", signature.party().id())
                        .param("seat", signature.seat().id())
                        .param("mandate", signature.mandate())
                        .param("digest", signature.digest().hex())
                        .param("at", signature.at().atOffset(ZoneOffset.UTC))
                        .param("notAfter", signature.notAfter().atOffset(ZoneOffset.UTC))
                        .param("envelope", envelope.bytes())
                        .param(
                                "statement",
                                Digest.of(envelope.payload().bytes()).hex())
                        .update()
                == 1;
    }

    /** The envelopes of the parties' latest signatures, each under its party. */
    Map<PartyId, byte[]> envelopes(PresentationId presentation) {
        return jdbc
                .sql("""
                select distinct on (party) party, envelope
                from adoption.signature
                where presentation = :id and envelope is not null
                order by party, place desc
                """)
                .param("id", presentation.id())
                .query((row, n) -> Map.entry(new PartyId(row.getObject("party", UUID.class)), row.getBytes("envelope")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
    int nextNumber(Presentation presentation, int year) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:committee, 0))")
                .param("committee", presentation.committee().id().toString())
                .query((row, n) -> true)
                .single();
        return jdbc.sql("""
                select coalesce(max(number), 0) + 1
                from adoption.act
                where committee = :committee and kind = :kind and year = :year
                """)
                .param("committee", presentation.committee().id())
                .param("kind", presentation.kind().name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void add(Act act) {
        var meeting = act.meeting();
        jdbc.sql("""
                insert into adoption.act
                  (id, committee, kind, text, meeting, presentation, year, number, digest, adopted_at, entry)
                values
                  (:id, :committee, :kind, :text, :meeting, :presentation, :year, :number, :digest, :at, :entry)
                """)
                .param("id", act.id().id())
                .param("committee", act.committee().id())
                .param("kind", act.kind().name())
                .param("text", act.text())
                .param("meeting", meeting == null ? null : meeting.id())
                .param("presentation", act.presentation().id())
                .param("year", act.year())
                .param("number", act.number())
                .param("digest", act.digest().hex())
                .param("at", act.adoptedAt().atOffset(ZoneOffset.UTC))
                .param("entry", act.entry())
                .update();
    }

    Optional<Presentation> presentation(PresentationId id) {
        return jdbc.sql("select * from adoption.presentation where id = :id")
                .param("id", id.id())
                .query((row, n) -> presentation(row))
                .optional();
    }

    Optional<PresentationId> openOf(UUID text) {
        return jdbc.sql("select id from adoption.presentation where text = :text and outcome is null")
                .param("text", text)
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

    Optional<Presentation> latestOf(UUID text) {
        return jdbc.sql("select * from adoption.presentation where text = :text order by place desc limit 1")
                .param("text", text)
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

    Optional<Act> act(ActId id) {
        return jdbc.sql("select * from adoption.act where id = :id")
                .param("id", id.id())
                .query((row, n) -> act(row))
                .optional();
    }

    Optional<Act> actOf(UUID text) {
        return jdbc.sql("select * from adoption.act where text = :text")
                .param("text", text)
                .query((row, n) -> act(row))
                .optional();
    }

    Optional<Act> actOf(MeetingId meeting) {
        return jdbc.sql("select * from adoption.act where meeting = :meeting order by place desc limit 1")
                .param("meeting", meeting.id())
                .query((row, n) -> act(row))
                .optional();
    }

    private List<Signature> signatures(UUID presentation) {
        return jdbc.sql("""
                select * from (
                  select distinct on (party) *
                  from adoption.signature
                  where presentation = :id
                  order by party, place desc) latest
                order by signed_at, place
                """)
                .param("id", presentation)
                .query((row, n) -> new Signature(
                        new PartyId(row.getObject("party", UUID.class)),
                        new SeatId(row.getObject("seat", UUID.class)),
                        row.getObject("mandate", UUID.class),
                        new Digest(row.getString("digest")),
                        instant(row, "signed_at"),
                        instant(row, "not_after")))
                .list();
    }

    private Presentation presentation(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Presentation(
                new PresentationId(id),
                new CommitteeId(row.getObject("committee", UUID.class)),
                ActKind.valueOf(row.getString("kind")),
                row.getObject("text", UUID.class),
                meeting(row),
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
                ActKind.valueOf(row.getString("kind")),
                row.getObject("text", UUID.class),
                meeting(row),
                new PresentationId(row.getObject("presentation", UUID.class)),
                row.getInt("year"),
                row.getInt("number"),
                new Digest(row.getString("digest")),
                instant(row, "adopted_at"),
                row.getObject("entry", UUID.class));
    }

    private static @Nullable MeetingId meeting(ResultSet row) throws SQLException {
        @Nullable UUID meeting = row.getObject("meeting", UUID.class);
        return meeting == null ? null : new MeetingId(meeting);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

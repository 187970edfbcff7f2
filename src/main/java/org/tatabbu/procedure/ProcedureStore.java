// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.Verb;
import org.tatabbu.original.ActKind;
import org.tatabbu.original.AdoptedClause;
import org.tatabbu.statement.Digest;

@Repository
class ProcedureStore {
    private final JdbcClient jdbc;

    ProcedureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, Writing text, Seat by, Instant at) {
        jdbc.sql("""
                insert into procedure.text (id, committee, kind, title, revision, state, written_by, written_at)
                values (:id, :committee, :kind, :title::jsonb, 1, 'DRAFT', :by, :at)
                """)
                .param("id", id)
                .param("committee", by.committee().id())
                .param("kind", text.kind().name())
                .param("title", text.title().json())
                .param("by", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        clauses(id, text, List.of());
    }

    /** Writes a draft anew. Call only while holding it. */
    void write(Procedure before, Writing text, Seat by, Instant at) {
        jdbc.sql("""
                update procedure.text
                set kind = :kind, title = :title::jsonb, revision = revision + 1, written_by = :by, written_at = :at
                where id = :id
                """)
                .param("id", before.id())
                .param("kind", text.kind().name())
                .param("title", text.title().json())
                .param("by", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from procedure.clause where text = :id")
                .param("id", before.id())
                .update();
        clauses(before.id(), text, before.clauses());
    }

    private void clauses(UUID id, Writing text, List<AdoptedClause> before) {
        for (int i = 0; i < text.lines().size(); i++) {
            var line = text.lines().get(i);
            var clause = i < before.size() ? before.get(i).id() : ClauseId.random();
            jdbc.sql("""
                    insert into procedure.clause (text, number, id, verb, wording)
                    values (:text, :number, :id, :verb, :wording::jsonb)
                    """)
                    .param("text", id)
                    .param("number", i + 1)
                    .param("id", clause.id())
                    .param("verb", line.verb().name())
                    .param("wording", line.text().json())
                    .update();
        }
    }

    void open(UUID id, Term term) {
        jdbc.sql("""
                update procedure.text
                set state = 'OPEN', opened_by = :by, opened_at = :at, closes_at = :closes, silence = :silence,
                  previous = :previous
                where id = :id
                """)
                .param("id", id)
                .param("by", term.by().id())
                .param("at", term.opened().atOffset(ZoneOffset.UTC))
                .param("closes", term.closes().atOffset(ZoneOffset.UTC))
                .param("silence", term.silence())
                .param("previous", term.previous().map(Digest::hex).orElse(null))
                .update();
    }

    void extend(UUID id, Instant closes) {
        jdbc.sql("update procedure.text set closes_at = :closes, extended = true where id = :id")
                .param("id", id)
                .param("closes", closes.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id, State state, @Nullable Seat by, String reason, Instant at) {
        jdbc.sql("""
                update procedure.text set state = :state, ended_by = :by, ended_at = :at, reason = :reason where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("by", by == null ? null : by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    void takenUp(UUID id, int meeting) {
        jdbc.sql("update procedure.text set meeting = :meeting where id = :id")
                .param("id", id)
                .param("meeting", meeting)
                .update();
    }

    /** The text as it is now, locked until the transaction ends. */
    Optional<Procedure> hold(UUID id) {
        // The lock is waited for before the text is read, so that what is read is what whoever held it left.
        jdbc.sql("select id from procedure.text where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    Optional<Procedure> find(UUID id) {
        return jdbc.sql("select * from procedure.text where id = :id")
                .param("id", id)
                .query((row, n) -> text(row))
                .optional();
    }

    List<Procedure> of(CommitteeId committee) {
        return jdbc.sql("select * from procedure.text where committee = :committee order by place desc")
                .param("committee", committee.id())
                .query((row, n) -> text(row))
                .list();
    }

    /** What is open although its time is over, and silence counts for nothing. */
    List<UUID> due(Instant at) {
        return jdbc.sql("""
                select id from procedure.text
                where state = 'OPEN' and not silence and closes_at < :at
                order by closes_at, place
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    void choose(boolean wanted, Seat by, Instant at) {
        jdbc.sql("""
                insert into procedure.choice (committee, party, wanted, seat, at)
                values (:committee, :party, :wanted, :seat, :at)
                """)
                .param("committee", by.committee().id())
                .param("party", by.party().id())
                .param("wanted", wanted)
                .param("seat", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Makes openings and choices of one committee wait for each other until the transaction ends. */
    void holdChoices(CommitteeId committee) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('procedure ' || :committee::text, 0))")
                .param("committee", committee.id())
                .query((row, n) -> true)
                .single();
    }

    /** The parties that do not want written procedure. */
    Set<PartyId> unwilling(CommitteeId committee) {
        return jdbc
                .sql("""
                select party from (
                  select distinct on (party) party, wanted
                  from procedure.choice
                  where committee = :committee
                  order by party, place desc) latest
                where not wanted
                """)
                .param("committee", committee.id())
                .query((row, n) -> row.getObject("party", UUID.class))
                .list()
                .stream()
                .map(PartyId::new)
                .collect(Collectors.toSet());
    }

    private List<AdoptedClause> clauses(UUID text) {
        return jdbc.sql("select * from procedure.clause where text = :text order by number")
                .param("text", text)
                .query((row, n) -> new AdoptedClause(
                        new ClauseId(row.getObject("id", UUID.class)),
                        row.getInt("number"),
                        Verb.valueOf(row.getString("verb")),
                        LocalText.ofJson(row.getString("wording"))))
                .list();
    }

    private Procedure text(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Procedure(
                id,
                new CommitteeId(row.getObject("committee", UUID.class)),
                ActKind.valueOf(row.getString("kind")),
                LocalText.ofJson(row.getString("title")),
                clauses(id),
                row.getInt("revision"),
                State.valueOf(row.getString("state")),
                term(row),
                end(row));
    }

    private static @Nullable Term term(ResultSet row) throws SQLException {
        @Nullable UUID by = row.getObject("opened_by", UUID.class);
        @Nullable String previous = row.getString("previous");
        return by == null
                ? null
                : new Term(
                        new SeatId(by),
                        instant(row, "opened_at"),
                        instant(row, "closes_at"),
                        row.getBoolean("extended"),
                        row.getBoolean("silence"),
                        previous == null ? null : new Digest(previous));
    }

    private static @Nullable Ending end(ResultSet row) throws SQLException {
        if (row.getObject("ended_at") == null) {
            return null;
        }
        @Nullable UUID by = row.getObject("ended_by", UUID.class);
        return new Ending(
                by == null ? null : new SeatId(by),
                instant(row, "ended_at"),
                row.getString("reason"),
                row.getObject("meeting", Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

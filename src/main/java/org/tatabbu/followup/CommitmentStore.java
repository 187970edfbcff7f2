// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.ActId;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.Promise;

@Repository
class CommitmentStore {
    private final JdbcClient jdbc;

    CommitmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds a committee's series of numbers until the transaction ends, so that it has neither gap nor twin. */
    void holdSeries(CommitteeId committee) {
        hold("followup series " + committee.id());
    }

    /** Holds the history of a commitment until the transaction ends; its row itself can be neither changed nor locked. */
    void hold(CommitmentId commitment) {
        hold("followup history " + commitment.id());
    }

    private void hold(String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", name)
                .query((row, n) -> true)
                .single();
    }

    boolean holds(ClauseId clause) {
        return jdbc.sql("select exists (select from followup.commitment where clause = :clause)")
                .param("clause", clause.id())
                .query(Boolean.class)
                .single();
    }

    /** Call only while holding the series. */
    void add(Act act, Clause clause, Promise promise, int madeAt) {
        int serial = jdbc.sql("""
                select coalesce(max(serial), 0) + 1 from followup.commitment where committee = :committee and year = :year
                """)
                .param("committee", act.committee().id())
                .param("year", act.year())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into followup.commitment
                  (id, committee, clause, act, year, serial, number, text, owner, body, due, made_at)
                values (:id, :committee, :clause, :act, :year, :serial, :number, :text::jsonb, :owner, :body::jsonb, :due,
                        :madeAt)
                """)
                .param("id", CommitmentId.random().id())
                .param("committee", act.committee().id())
                .param("clause", clause.id().id())
                .param("act", act.id().id())
                .param("year", act.year())
                .param("serial", serial)
                .param("number", Commitment.number(act.year(), serial))
                .param("text", clause.text().json())
                .param("owner", promise.owner().id())
                .param("body", promise.body().json())
                .param("due", promise.due())
                .param("madeAt", madeAt)
                .update();
    }

    /** Call only while holding the commitment. */
    void add(CommitmentId commitment, Report report) {
        jdbc.sql("""
                insert into followup.report (commitment, party, status, note, seat, at)
                values (:commitment, :party, :status, :note::jsonb, :seat, :at)
                """)
                .param("commitment", commitment.id())
                .param("party", report.party().id())
                .param("status", report.status().name())
                .param("note", report.note().json())
                .param("seat", report.seat().id())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Commitment> commitments(CommitteeId committee) {
        var reports = new HashMap<UUID, List<Report>>();
        jdbc.sql("""
                select r.* from followup.report r join followup.commitment c on c.id = r.commitment
                where c.committee = :committee order by r.place desc
                """).param("committee", committee.id()).query(row -> {
            reports.computeIfAbsent(row.getObject("commitment", UUID.class), id -> new ArrayList<>())
                    .add(report(row));
        });
        return jdbc.sql("select * from followup.commitment where committee = :committee order by year, serial")
                .param("committee", committee.id())
                .query((row, n) -> commitment(row, reports))
                .list();
    }

    Optional<Commitment> commitment(CommitteeId committee, String number) {
        return jdbc.sql("select id from followup.commitment where committee = :committee and number = :number")
                .param("committee", committee.id())
                .param("number", number)
                .query(UUID.class)
                .optional()
                .flatMap(id -> commitment(new CommitmentId(id)));
    }

    Optional<Commitment> commitment(CommitmentId id) {
        var reports = jdbc.sql("select * from followup.report where commitment = :id order by place desc")
                .param("id", id.id())
                .query((row, n) -> report(row))
                .list();
        return jdbc.sql("select * from followup.commitment where id = :id")
                .param("id", id.id())
                .query((row, n) -> commitment(row, Map.of(id.id(), reports)))
                .optional();
    }

    private static Commitment commitment(ResultSet row, Map<UUID, List<Report>> reports) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Commitment(
                new CommitmentId(id),
                new CommitteeId(row.getObject("committee", UUID.class)),
                new ClauseId(row.getObject("clause", UUID.class)),
                new ActId(row.getObject("act", UUID.class)),
                row.getString("number"),
                LocalText.ofJson(row.getString("text")),
                new PartyId(row.getObject("owner", UUID.class)),
                LocalText.ofJson(row.getString("body")),
                row.getObject("due", LocalDate.class),
                row.getInt("made_at"),
                reports.getOrDefault(id, List.of()));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                new PartyId(row.getObject("party", UUID.class)),
                Status.valueOf(row.getString("status")),
                LocalText.ofJson(row.getString("note")),
                new SeatId(row.getObject("seat", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

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
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.statement.PartyStatement;
import org.tatabbu.statement.Statement;
import org.tatabbu.transparency.EntryId;

@Repository
class MandateStore {
    private final JdbcClient jdbc;

    MandateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else brings or confirms anything for this committee before this transaction ends. */
    void lock(CommitteeId committee) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('mandate ' || cast(:committee as text), 0))")
                .param("committee", committee.id())
                .query((row, n) -> true)
                .single();
    }

    void addKey(PartyStatement said, Envelope signed, Seat by, Instant at) {
        jdbc.sql("""
                insert into mandate.authority (party, key, committee, envelope, brought_by, brought_at)
                values (:party, :key, :committee, :envelope, :by, :at)
                """)
                .param("party", said.party())
                .param("key", said.key().id().hex())
                .param("committee", by.committee().id())
                .param("envelope", signed.bytes())
                .param("by", by.id().id())
                .param("at", time(at))
                .update();
    }

    void endKey(PartyId party, Digest key, Instant at) {
        jdbc.sql("update mandate.authority set over_at = :at where party = :party and key = :key and over_at is null")
                .param("party", party.id())
                .param("key", key.hex())
                .param("at", time(at))
                .update();
    }

    void endMandatesOf(PartyId party, Digest issuer, Instant at) {
        jdbc.sql("update mandate.mandate set over_at = :at where party = :party and issuer = :key and over_at is null")
                .param("party", party.id())
                .param("key", issuer.hex())
                .param("at", time(at))
                .update();
    }

    void keyInForce(
            PartyId party,
            Digest key,
            EntryId entry,
            @Nullable Envelope handover,
            @Nullable EntryId handoverEntry,
            Instant at) {
        jdbc.sql("""
                update mandate.authority
                set in_force_at = :at, entry = :entry, handover = :handover, handover_entry = :handover_entry
                where party = :party and key = :key and in_force_at is null and over_at is null
                """)
                .param("party", party.id())
                .param("key", key.hex())
                .param("entry", entry.id())
                .param("handover", handover == null ? null : handover.bytes())
                .param("handover_entry", handoverEntry == null ? null : handoverEntry.id())
                .param("at", time(at))
                .update();
    }

    void confirm(AuthorityKey key, Seat by, Instant at) {
        jdbc.sql("""
                insert into mandate.confirmation (party, key, by_party, by_seat, at)
                values (:party, :key, :by_party, :by_seat, :at)
                """)
                .param("party", key.party().id())
                .param("key", key.key().id().hex())
                .param("by_party", by.party().id())
                .param("by_seat", by.id().id())
                .param("at", time(at))
                .update();
    }

    /** Every key of a committee's parties, in the order they were brought. */
    List<AuthorityKey> keys(CommitteeId committee) {
        return jdbc.sql("select * from mandate.authority where committee = :committee order by brought_at, key")
                .param("committee", committee.id())
                .query((row, n) -> key(row))
                .list();
    }

    Optional<AuthorityKey> key(PartyId party, Digest key) {
        return jdbc.sql("select * from mandate.authority where party = :party and key = :key")
                .param("party", party.id())
                .param("key", key.hex())
                .query((row, n) -> key(row))
                .optional();
    }

    private AuthorityKey key(ResultSet row) throws SQLException {
        var envelope = Envelope.read(row.getBytes("envelope"));
        var party = new PartyId(row.getObject("party", UUID.class));
        return new AuthorityKey(
                party,
                new CommitteeId(row.getObject("committee", UUID.class)),
                (PartyStatement) envelope.statement(),
                envelope,
                new SeatId(row.getObject("brought_by", UUID.class)),
                instant(row, "brought_at"),
                maybe(row, "in_force_at"),
                entry(row, "entry"),
                entry(row, "handover_entry"),
                maybe(row, "over_at"),
                confirmations(party, row.getString("key")));
    }

    private List<PartyId> confirmations(PartyId party, String key) {
        return jdbc.sql("select by_party from mandate.confirmation where party = :party and key = :key order by at")
                .param("party", party.id())
                .param("key", key)
                .query((row, n) -> new PartyId(row.getObject("by_party", UUID.class)))
                .list();
    }

    void add(MandateStatement said, SeatId seat, Envelope signed, EntryId entry, Seat by, Instant at) {
        jdbc.sql("""
                insert into mandate.mandate
                  (id, party, committee, seat, key, issuer, envelope, brought_by, brought_at, entry)
                values (:id, :party, :committee, :seat, :key, :issuer, :envelope, :by, :at, :entry)
                """)
                .param("id", said.mandate())
                .param("party", said.party())
                .param("committee", said.committee())
                .param("seat", seat.id())
                .param("key", said.key().id().hex())
                .param("issuer", signed.key().hex())
                .param("envelope", signed.bytes())
                .param("by", by.id().id())
                .param("at", time(at))
                .param("entry", entry.id())
                .update();
    }

    void end(UUID mandate, Envelope signed, EntryId entry, Instant at) {
        jdbc.sql("""
                update mandate.mandate set over_at = :at, end_envelope = :envelope, end_entry = :entry
                where id = :id and over_at is null
                """)
                .param("id", mandate)
                .param("envelope", signed.bytes())
                .param("entry", entry.id())
                .param("at", time(at))
                .update();
    }

    /** Every mandate of a committee, in the order they were brought. */
    List<SigningMandate> mandates(CommitteeId committee) {
        return jdbc.sql("select * from mandate.mandate where committee = :committee order by brought_at, id")
                .param("committee", committee.id())
                .query((row, n) -> mandate(row))
                .list();
    }

    List<SigningMandate> of(SeatId seat) {
        return jdbc.sql("select * from mandate.mandate where seat = :seat order by brought_at, id")
                .param("seat", seat.id())
                .query((row, n) -> mandate(row))
                .list();
    }

    List<SigningMandate> byKey(Digest key) {
        return jdbc.sql("select * from mandate.mandate where key = :key order by brought_at, id")
                .param("key", key.hex())
                .query((row, n) -> mandate(row))
                .list();
    }

    Optional<SigningMandate> mandate(UUID id) {
        return jdbc.sql("select * from mandate.mandate where id = :id")
                .param("id", id)
                .query((row, n) -> mandate(row))
                .optional();
    }

    private SigningMandate mandate(ResultSet row) throws SQLException {
        var envelope = Envelope.read(row.getBytes("envelope"));
        byte @Nullable [] end = row.getBytes("end_envelope");
        return new SigningMandate(
                new PartyId(row.getObject("party", UUID.class)),
                new CommitteeId(row.getObject("committee", UUID.class)),
                new SeatId(row.getObject("seat", UUID.class)),
                (MandateStatement) envelope.statement(),
                envelope,
                new Digest(row.getString("issuer")),
                instant(row, "brought_at"),
                new EntryId(row.getObject("entry", UUID.class)),
                maybe(row, "over_at"),
                end == null ? null : Envelope.read(end),
                entry(row, "end_entry"));
    }

    void add(Draft draft, Seat by) {
        jdbc.sql("""
                insert into mandate.draft (party, id, committee, seat, statement, prepared_by, prepared_at)
                values (:party, :id, :committee, :seat, :statement, :by, :at)
                """)
                .param("party", draft.party().id())
                .param("id", draft.id())
                .param("committee", draft.committee().id())
                .param("seat", draft.seat().id())
                .param("statement", draft.statement().bytes())
                .param("by", by.id().id())
                .param("at", time(draft.preparedAt()))
                .update();
    }

    boolean gone(PartyId party, UUID draft, Instant at) {
        return jdbc.sql("update mandate.draft set gone_at = :at where party = :party and id = :id and gone_at is null")
                        .param("party", party.id())
                        .param("id", draft)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    List<Draft> drafts(PartyId party) {
        return jdbc.sql("select * from mandate.draft where party = :party and gone_at is null order by prepared_at, id")
                .param("party", party.id())
                .query((row, n) -> new Draft(
                        row.getObject("id", UUID.class),
                        party,
                        new CommitteeId(row.getObject("committee", UUID.class)),
                        new SeatId(row.getObject("seat", UUID.class)),
                        Statement.read(row.getBytes("statement")),
                        instant(row, "prepared_at")))
                .list();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable EntryId entry(ResultSet row, String column) throws SQLException {
        @Nullable UUID entry = row.getObject(column, UUID.class);
        return entry == null ? null : new EntryId(entry);
    }
}

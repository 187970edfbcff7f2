// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;

@Repository
class CommitteeStore {
    private final JdbcClient jdbc;

    CommitteeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Committee committee) {
        jdbc.sql("""
                insert into committee.committee
                  (id, slug, name, purpose, mandate_authority, mandate_text, mandate_on, zone, fictional)
                values (:id, :slug, :name::jsonb, :purpose::jsonb, :authority::jsonb, :text::jsonb, :on, :zone, :fictional)
                """)
                .param("id", committee.id().id())
                .param("slug", committee.slug())
                .param("name", committee.name().json())
                .param("purpose", committee.purpose().json())
                .param("authority", committee.mandate().authority().json())
                .param("text", committee.mandate().text().json())
                .param("on", committee.mandate().on())
                .param("zone", committee.zone().getId())
                .param("fictional", committee.fictional())
                .update();
        committee.parties().forEach(party -> add(committee.id(), party));
    }

    private void add(CommitteeId committee, Party party) {
        jdbc.sql("""
                insert into committee.party (id, committee, place, name, short_name, zone)
                values (:id, :committee, :place, :name::jsonb, :short::jsonb, :zone)
                """)
                .param("id", party.id().id())
                .param("committee", committee.id())
                .param("place", party.order())
                .param("name", party.name().json())
                .param("short", party.shortName().json())
                .param("zone", party.zone().getId())
                .update();
    }

    void add(Seat seat) {
        jdbc.sql("""
                insert into committee.seat
                  (id, committee, party, account, role, arabic_name, latin_name, rank, courtesy, office, precedence,
                   held_from, held_until)
                values (:id, :committee, :party, :account, :role, :arabic, :latin, :rank::jsonb, :courtesy::jsonb, :office::jsonb,
                        :precedence, :from, :until)
                """)
                .param("id", seat.id().id())
                .param("committee", seat.committee().id())
                .param("party", seat.party().id())
                .param("account", seat.account() == null ? null : seat.account().id())
                .param("role", seat.role().name())
                .param("arabic", seat.name().arabic())
                .param("latin", seat.name().latin())
                .param("rank", seat.rank().json())
                .param("courtesy", seat.courtesy().json())
                .param("office", seat.office().json())
                .param("precedence", seat.precedence())
                .param("from", seat.from())
                .param("until", seat.until())
                .update();
    }

    void add(CommitteeId committee, Area area) {
        jdbc.sql("""
                insert into committee.area (id, committee, name, introduced_at)
                values (:id, :committee, :name::jsonb, :meeting)
                """)
                .param("id", area.id().id())
                .param("committee", committee.id())
                .param("name", area.name().json())
                .param("meeting", area.introducedAt())
                .update();
    }

    Optional<Committee> committee(CommitteeId id) {
        return jdbc.sql("select * from committee.committee where id = :id")
                .param("id", id.id())
                .query((row, n) -> committee(row))
                .optional();
    }

    Optional<Committee> committee(String slug) {
        return jdbc.sql("select * from committee.committee where slug = :slug")
                .param("slug", slug)
                .query((row, n) -> committee(row))
                .optional();
    }

    List<Committee> committees() {
        return jdbc.sql("select * from committee.committee order by founding")
                .query((row, n) -> committee(row))
                .list();
    }

    List<Seat> seats(CommitteeId committee) {
        return jdbc.sql("""
                select s.* from committee.seat s join committee.party p on p.id = s.party
                where s.committee = :committee order by p.place, s.precedence, s.held_from, s.place
                """)
                .param("committee", committee.id())
                .query((row, n) -> seat(row))
                .list();
    }

    Optional<Seat> seat(SeatId id) {
        return jdbc.sql("select * from committee.seat where id = :id")
                .param("id", id.id())
                .query((row, n) -> seat(row))
                .optional();
    }

    /** Makes others who change this committee's seats wait for the end of the transaction. */
    void lock(CommitteeId committee) {
        jdbc.sql("select id from committee.committee where id = :id for no key update")
                .param("id", committee.id())
                .query(UUID.class)
                .single();
    }

    /** How often a seat was corrected, from 1. */
    int version(SeatId id) {
        return jdbc.sql("select version from committee.seat where id = :id")
                .param("id", id.id())
                .query(Integer.class)
                .single();
    }

    void correct(SeatId seat, SeatWording wording) {
        jdbc.sql("""
                update committee.seat
                set arabic_name = :arabic, latin_name = :latin, rank = :rank::jsonb, courtesy = :courtesy::jsonb,
                    office = :office::jsonb, precedence = :precedence, version = version + 1
                where id = :id
                """)
                .param("id", seat.id())
                .param("arabic", wording.name().arabic())
                .param("latin", wording.name().latin())
                .param("rank", wording.rank().json())
                .param("courtesy", wording.courtesy().json())
                .param("office", wording.office().json())
                .param("precedence", wording.precedence())
                .update();
    }

    void end(SeatId seat, Instant at, LocalDate day) {
        jdbc.sql("""
                update committee.seat set ended = :at, held_until = greatest(held_from, :day::date)
                where id = :id and ended is null
                """)
                .param("id", seat.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .update();
    }

    List<Seat> seatsOf(AccountId account) {
        return jdbc.sql("""
                select s.* from committee.seat s join committee.committee c on c.id = s.committee
                where s.account = :account order by c.founding, s.precedence, s.place
                """)
                .param("account", account.id())
                .query((row, n) -> seat(row))
                .list();
    }

    List<Area> areas(CommitteeId committee) {
        return jdbc.sql("select * from committee.area where committee = :committee order by place")
                .param("committee", committee.id())
                .query((row, n) -> new Area(
                        new AreaId(row.getObject("id", UUID.class)),
                        LocalText.ofJson(row.getString("name")),
                        row.getInt("introduced_at")))
                .list();
    }

    void add(CommitteeId committee, RuleChange change) {
        jdbc.sql("""
                insert into committee.rule (committee, rule, value, until, reason, act, set_by, set_at)
                values (:committee, :rule, :value, :until, :reason, :act, :by, :at)
                """)
                .param("committee", committee.id())
                .param("rule", change.rule().name())
                .param("value", change.value())
                .param("until", change.until())
                .param("reason", change.reason())
                .param("act", change.act())
                .param("by", change.by().id())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order in which they were set. */
    List<RuleChange> ruleChanges(CommitteeId committee) {
        return jdbc.sql("select * from committee.rule where committee = :committee order by place")
                .param("committee", committee.id())
                .query((row, n) -> new RuleChange(
                        Rule.valueOf(row.getString("rule")),
                        row.getString("value"),
                        row.getObject("until", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("act", UUID.class),
                        new AccountId(row.getObject("set_by", UUID.class)),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void rename(CommitteeId committee, LocalText name, LocalText purpose) {
        jdbc.sql("update committee.committee set name = :name::jsonb, purpose = :purpose::jsonb where id = :id")
                .param("id", committee.id())
                .param("name", name.json())
                .param("purpose", purpose.json())
                .update();
    }

    void rename(CommitteeId committee, AreaId area, LocalText name) {
        jdbc.sql("update committee.area set name = :name::jsonb where id = :id and committee = :committee")
                .param("id", area.id())
                .param("committee", committee.id())
                .param("name", name.json())
                .update();
    }

    private List<Party> parties(UUID committee) {
        return jdbc.sql("select * from committee.party where committee = :committee order by place")
                .param("committee", committee)
                .query((row, n) -> new Party(
                        new PartyId(row.getObject("id", UUID.class)),
                        row.getInt("place"),
                        LocalText.ofJson(row.getString("name")),
                        LocalText.ofJson(row.getString("short_name")),
                        ZoneId.of(row.getString("zone"))))
                .list();
    }

    private Committee committee(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Committee(
                new CommitteeId(id),
                row.getString("slug"),
                LocalText.ofJson(row.getString("name")),
                LocalText.ofJson(row.getString("purpose")),
                new Mandate(
                        LocalText.ofJson(row.getString("mandate_authority")),
                        LocalText.ofJson(row.getString("mandate_text")),
                        row.getObject("mandate_on", LocalDate.class)),
                parties(id),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("fictional"));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        @Nullable UUID account = row.getObject("account", UUID.class);
        @Nullable OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return new Seat(
                new SeatId(row.getObject("id", UUID.class)),
                new CommitteeId(row.getObject("committee", UUID.class)),
                new PartyId(row.getObject("party", UUID.class)),
                account == null ? null : new AccountId(account),
                Role.valueOf(row.getString("role")),
                new PersonName(row.getString("arabic_name"), row.getString("latin_name")),
                LocalText.ofJson(row.getString("rank")),
                LocalText.ofJson(row.getString("courtesy")),
                LocalText.ofJson(row.getString("office")),
                row.getInt("precedence"),
                row.getObject("held_from", LocalDate.class),
                row.getObject("held_until", LocalDate.class),
                ended == null ? null : ended.toInstant());
    }
}

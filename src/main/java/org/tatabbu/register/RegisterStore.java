// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.mail.OneTimeLink;

@Repository
class RegisterStore {
    private final JdbcClient jdbc;

    RegisterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean operator(AccountId account) {
        return jdbc.sql("select exists (select from register.operator where account = :account)")
                .param("account", account.id())
                .query(Boolean.class)
                .single();
    }

    void addOperator(AccountId account, Instant at) {
        jdbc.sql("insert into register.operator (account, since) values (:account, :since) on conflict do nothing")
                .param("account", account.id())
                .param("since", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(StandingParty party) {
        bound("""
                insert into register.party (id, name, short_name, adjective, language, zone, weekend, holidays)
                values (:id, :name::jsonb, :short::jsonb, :adjective::jsonb, :language, :zone, :weekend, :holidays)
                """, party).update();
    }

    void change(StandingParty party) {
        bound("""
                update register.party
                set name = :name::jsonb, short_name = :short::jsonb, adjective = :adjective::jsonb, language = :language,
                    zone = :zone, weekend = :weekend, holidays = :holidays
                where id = :id
                """, party).update();
    }

    private JdbcClient.StatementSpec bound(String sql, StandingParty party) {
        return jdbc.sql(sql)
                .param("id", party.id().id())
                .param("name", party.name().json())
                .param("short", party.shortName().json())
                .param("adjective", party.adjective().json())
                .param("language", party.language().tag())
                .param("zone", party.zone().getId())
                .param("weekend", joined(party.weekendInOrder().stream().map(DayOfWeek::name)))
                .param("holidays", joined(party.holidays().stream().map(LocalDate::toString)));
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(" "));
    }

    List<StandingParty> parties() {
        return jdbc.sql("select * from register.party order by place")
                .query((row, n) -> party(row))
                .list();
    }

    Optional<StandingParty> party(StandingPartyId id) {
        return jdbc.sql("select * from register.party where id = :id")
                .param("id", id.id())
                .query((row, n) -> party(row))
                .optional();
    }

    void add(Secretary secretary) {
        jdbc.sql("""
                insert into register.secretary (party, account, held_from, held_until)
                values (:party, :account, :from, :until)
                """)
                .param("party", secretary.party().id())
                .param("account", secretary.account().id())
                .param("from", secretary.from())
                .param("until", secretary.until())
                .update();
    }

    boolean end(StandingPartyId party, AccountId account, LocalDate last) {
        return jdbc.sql("""
                        update register.secretary set held_until = :last
                        where party = :party and account = :account and held_until is null
                        """)
                        .param("party", party.id())
                        .param("account", account.id())
                        .param("last", last)
                        .update()
                > 0;
    }

    List<Secretary> secretaries(StandingPartyId party) {
        return jdbc.sql("select * from register.secretary where party = :party order by held_from, place")
                .param("party", party.id())
                .query((row, n) -> new Secretary(
                        party,
                        new AccountId(row.getObject("account", UUID.class)),
                        row.getObject("held_from", LocalDate.class),
                        row.getObject("held_until", LocalDate.class)))
                .list();
    }

    void add(Welcome welcome, OneTimeLink.Token token) {
        var party = welcome.party();
        jdbc.sql("""
                insert into register.welcome (id, digest, email, party, language, expires)
                values (:id, :digest, :email, :party, :language, :expires)
                """)
                .param("id", welcome.id())
                .param("digest", token.digest())
                .param("email", welcome.email())
                .param("party", party == null ? null : party.id())
                .param("language", welcome.language().tag())
                .param("expires", welcome.expires().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Welcome> welcome(OneTimeLink.Token token) {
        return jdbc.sql("select * from register.welcome where digest = :digest and used is null")
                .param("digest", token.digest())
                .query((row, n) -> welcome(row))
                .optional();
    }

    /** Marks it used and returns it; nothing where that was done before or it is too old. */
    Optional<Welcome> take(OneTimeLink.Token token, Instant now) {
        return jdbc.sql("""
                update register.welcome set used = :now
                where digest = :digest and used is null and expires > :now
                returning *
                """)
                .param("digest", token.digest())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> welcome(row))
                .optional();
    }

    /** Closes what was sent to this address for this party and nobody followed. */
    void close(StandingPartyId party, String email, Instant now) {
        jdbc.sql("update register.welcome set used = :now where party = :party and email = :email and used is null")
                .param("party", party.id())
                .param("email", email)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void closeOperatorLinks(Instant now) {
        jdbc.sql("update register.welcome set used = :now where party is null and used is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StandingParty party(ResultSet row) throws SQLException {
        return new StandingParty(
                new StandingPartyId(row.getObject("id", UUID.class)),
                LocalText.ofJson(row.getString("name")),
                LocalText.ofJson(row.getString("short_name")),
                LocalText.ofJson(row.getString("adjective")),
                Language.of(row.getString("language")).orElseThrow(),
                ZoneId.of(row.getString("zone")),
                parts(row.getString("weekend")).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                parts(row.getString("holidays")).map(LocalDate::parse).toList());
    }

    private static Stream<String> parts(String joined) {
        return Arrays.stream(joined.split(" ", -1)).filter(part -> !part.isEmpty());
    }

    private static Welcome welcome(ResultSet row) throws SQLException {
        @Nullable UUID party = row.getObject("party", UUID.class);
        return new Welcome(
                row.getObject("id", UUID.class),
                row.getString("email"),
                party == null ? null : new StandingPartyId(party),
                Language.of(row.getString("language")).orElseThrow(),
                row.getObject("expires", OffsetDateTime.class).toInstant());
    }
}

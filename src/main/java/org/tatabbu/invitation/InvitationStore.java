// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Role;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.mail.OneTimeLink;

/** Everything but {@link #behind} needs the circle of the party to be entered. */
@Repository
class InvitationStore {
    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which invitation a link was made for. */
    record Behind(PartyId party, InvitationId invitation) {}

    Optional<Behind> behind(OneTimeLink.Token token) {
        return jdbc.sql("select party, invitation from invitation.behind(:hash)")
                .param("hash", token.digest())
                .query((row, n) -> new Behind(
                        new PartyId(row.getObject("party", UUID.class)),
                        new InvitationId(row.getObject("invitation", UUID.class))))
                .optional();
    }

    /** Whether it was added; not where one to the same address is open. */
    boolean add(Invitation invitation, OneTimeLink.Token token, AccountId by, Instant at) {
        var draft = invitation.draft();
        return jdbc.sql("""
                insert into invitation.invitation
                  (party, id, committee, email, language, role, arabic_name, latin_name, rank, courtesy, office, precedence,
                   held_from, held_until, invited_by, invited, link, expires)
                values (:party, :id, :committee, :email, :language, :role, :arabic, :latin, :rank::jsonb, :courtesy::jsonb,
                        :office::jsonb, :precedence, :from, :until, :by, :at, :link, :expires)
                on conflict (party, committee, email) where accepted is null and withdrawn is null do nothing
                """)
                        .param("party", invitation.party().id())
                        .param("id", invitation.id().id())
                        .param("committee", invitation.committee().id())
                        .param("email", invitation.email())
                        .param("language", invitation.language().tag())
                        .param("role", draft.role().name())
                        .param("arabic", draft.name().arabic())
                        .param("latin", draft.name().latin())
                        .param("rank", draft.rank().json())
                        .param("courtesy", draft.courtesy().json())
                        .param("office", draft.office().json())
                        .param("precedence", draft.precedence())
                        .param("from", draft.from())
                        .param("until", draft.until())
                        .param("by", by.id())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("link", token.digest())
                        .param("expires", invitation.expires().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void addLink(OneTimeLink.Token token, Invitation invitation) {
        jdbc.sql("insert into invitation.link (hash, party, invitation) values (:hash, :party, :invitation)")
                .param("hash", token.digest())
                .param("party", invitation.party().id())
                .param("invitation", invitation.id().id())
                .update();
    }

    /** The open invitations of a party, the youngest last. */
    List<Invitation> open(PartyId party, CommitteeId committee) {
        return jdbc.sql("""
                select * from invitation.invitation
                where party = :party and committee = :committee and accepted is null and withdrawn is null
                order by invited
                """)
                .param("party", party.id())
                .param("committee", committee.id())
                .query((row, n) -> invitation(row))
                .list();
    }

    /** An open invitation, held for this transaction. */
    Optional<Invitation> held(PartyId party, InvitationId id) {
        return jdbc.sql("""
                select * from invitation.invitation
                where party = :party and id = :id and accepted is null and withdrawn is null for update
                """)
                .param("party", party.id())
                .param("id", id.id())
                .query((row, n) -> invitation(row))
                .optional();
    }

    /** The open invitation that this link, and no younger one, leads to. */
    Optional<Invitation> held(Behind behind, OneTimeLink.Token token) {
        return jdbc.sql("""
                select * from invitation.invitation
                where party = :party and id = :id and link = :link and accepted is null and withdrawn is null for update
                """)
                .param("party", behind.party().id())
                .param("id", behind.invitation().id())
                .param("link", token.digest())
                .query((row, n) -> invitation(row))
                .optional();
    }

    void relink(Invitation invitation, OneTimeLink.Token token) {
        jdbc.sql("""
                update invitation.invitation set link = :link, expires = :expires where party = :party and id = :id
                """)
                .param("link", token.digest())
                .param("expires", invitation.expires().atOffset(ZoneOffset.UTC))
                .param("party", invitation.party().id())
                .param("id", invitation.id().id())
                .update();
    }

    void accepted(Invitation invitation, Instant at) {
        jdbc.sql("update invitation.invitation set accepted = :at where party = :party and id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("party", invitation.party().id())
                .param("id", invitation.id().id())
                .update();
    }

    void withdrawn(Invitation invitation, Instant at) {
        jdbc.sql("update invitation.invitation set withdrawn = :at where party = :party and id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("party", invitation.party().id())
                .param("id", invitation.id().id())
                .update();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                new CommitteeId(row.getObject("committee", UUID.class)),
                new PartyId(row.getObject("party", UUID.class)),
                row.getString("email"),
                Language.of(row.getString("language")).orElse(Language.AR),
                new SeatDraft(
                        Role.valueOf(row.getString("role")),
                        new PersonName(row.getString("arabic_name"), row.getString("latin_name")),
                        LocalText.ofJson(row.getString("rank")),
                        LocalText.ofJson(row.getString("courtesy")),
                        LocalText.ofJson(row.getString("office")),
                        row.getInt("precedence"),
                        row.getObject("held_from", LocalDate.class),
                        row.getObject("held_until", LocalDate.class)),
                row.getObject("expires", OffsetDateTime.class).toInstant());
    }
}

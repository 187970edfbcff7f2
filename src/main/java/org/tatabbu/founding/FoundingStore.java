// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

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
import org.tatabbu.founding.JointAct.Side;
import org.tatabbu.founding.JointAct.State;
import org.tatabbu.identity.AccountId;

@Repository
class FoundingStore {
    private final JdbcClient jdbc;

    FoundingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(JointActId id, ProposalText text, List<UUID> sides, UUID party, AccountId by, Instant at) {
        var committee = text.proposal() instanceof Proposal.Change change ? change.committee() : null;
        jdbc.sql("""
                insert into founding.act (id, text, digest, committee, proposed_for, proposed_by, proposed_at, state, reason)
                values (:id, :text, :digest, :committee, :for, :by, :at, :state, '')
                """)
                .param("id", id.id())
                .param("text", text.json())
                .param("digest", text.digest())
                .param("committee", committee)
                .param("for", party)
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("state", State.PROPOSED.name())
                .update();
        for (int place = 0; place < sides.size(); place++) {
            jdbc.sql("insert into founding.side (act, party, place) values (:act, :party, :place)")
                    .param("act", id.id())
                    .param("party", sides.get(place))
                    .param("place", place)
                    .update();
        }
        agree(id, party, by, at);
    }

    void agree(JointActId act, UUID party, AccountId by, Instant at) {
        jdbc.sql("""
                update founding.side set agreed = :by, agreed_at = :at
                where act = :act and party = :party and agreed is null
                """)
                .param("act", act.id())
                .param("party", party)
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(JointActId act, State state, String reason, Instant at) {
        jdbc.sql("""
                update founding.act set state = :state, reason = :reason, ended_at = :at
                where id = :id and ended_at is null
                """)
                .param("id", act.id())
                .param("state", state.name())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void inEffect(JointActId act, UUID committee, Instant at) {
        end(act, State.IN_EFFECT, "", at);
        jdbc.sql("update founding.act set committee = :committee where id = :id")
                .param("id", act.id())
                .param("committee", committee)
                .update();
    }

    /** Proposals about one committee that are made together take their turns here. */
    void queue(Proposal proposal) {
        var about = switch (proposal) {
            case Proposal.Found found -> found.slug();
            case Proposal.Change change -> change.committee().toString();
        };
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('proposal ' || :about, 0))")
                .param("about", about)
                .query((row, n) -> n)
                .list();
    }

    /** The act, which nobody else changes before this transaction ends. */
    Optional<JointAct> lock(JointActId id) {
        return jdbc.sql("select * from founding.act where id = :id for update")
                .param("id", id.id())
                .query((row, n) -> act(row))
                .optional();
    }

    Optional<JointAct> act(JointActId id) {
        return jdbc.sql("select * from founding.act where id = :id")
                .param("id", id.id())
                .query((row, n) -> act(row))
                .optional();
    }

    List<JointAct> acts() {
        return jdbc.sql("select * from founding.act order by proposed_at desc, id")
                .query((row, n) -> act(row))
                .list();
    }

    private List<Side> sides(UUID act) {
        return jdbc.sql("select * from founding.side where act = :act order by place")
                .param("act", act)
                .query((row, n) -> {
                    @Nullable UUID agreed = row.getObject("agreed", UUID.class);
                    return new Side(
                            row.getObject("party", UUID.class),
                            agreed == null ? null : new AccountId(agreed),
                            instant(row, "agreed_at"));
                })
                .list();
    }

    private JointAct act(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new JointAct(
                new JointActId(id),
                new ProposalText(row.getString("text")).proposal(),
                row.getString("digest"),
                row.getObject("proposed_for", UUID.class),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                sides(id),
                row.getObject("committee", UUID.class),
                State.valueOf(row.getString("state")),
                instant(row, "ended_at"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

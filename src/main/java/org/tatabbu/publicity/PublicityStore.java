// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publicity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.minutes.ClauseId;

@Repository
class PublicityStore {
    private final JdbcClient jdbc;

    PublicityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one party says of one revision of a clause. */
    record Word(ClauseId clause, PartyId party, int revision, Publicity publicity) {}

    void say(ClauseId clause, int revision, Publicity publicity, Seat by, Instant at) {
        var side = publicity.side();
        jdbc.sql("""
                insert into publicity.word (clause, party, revision, reach, side, seat, at)
                values (:clause, :party, :revision, :reach, :side, :seat, :at)
                on conflict (clause, party) do update
                set revision = excluded.revision, reach = excluded.reach, side = excluded.side, seat = excluded.seat,
                    at = excluded.at
                """)
                .param("clause", clause.id())
                .param("party", by.party().id())
                .param("revision", revision)
                .param("reach", publicity.reach().name())
                .param("side", side == null ? null : side.id())
                .param("seat", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Word> words(Collection<ClauseId> clauses) {
        return jdbc.sql("""
                select clause, party, revision, reach, side from publicity.word where clause = any(:clauses)
                """)
                .param("clauses", clauses.stream().map(ClauseId::id).toArray(UUID[]::new))
                .query((row, n) -> new Word(
                        new ClauseId(row.getObject("clause", UUID.class)),
                        new PartyId(row.getObject("party", UUID.class)),
                        row.getInt("revision"),
                        Publicity.of(row.getString("reach"), row.getObject("side", UUID.class))))
                .list();
    }
}

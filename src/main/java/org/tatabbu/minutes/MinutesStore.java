// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.MeetingId;

@Repository
class MinutesStore {
    private final JdbcClient jdbc;

    MinutesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(MinutesId minutes, CommitteeId committee, MeetingId meeting) {
        jdbc.sql("insert into minutes.minutes (id, committee, meeting) values (:id, :committee, :meeting)")
                .param("id", minutes.id())
                .param("committee", committee.id())
                .param("meeting", meeting.id())
                .update();
    }

    /** Not where the meeting has its minutes. */
    boolean begin(MinutesId minutes, CommitteeId committee, MeetingId meeting) {
        return jdbc.sql("""
                insert into minutes.minutes (id, committee, meeting) values (:id, :committee, :meeting)
                on conflict (meeting) do nothing
                """)
                        .param("id", minutes.id())
                        .param("committee", committee.id())
                        .param("meeting", meeting.id())
                        .update()
                == 1;
    }

    /** Where a clause stands, and what it says in one language. */
    record Place(CommitteeId committee, MeetingId meeting, int number, String text) {}

    Optional<Place> place(ClauseId clause, Language language) {
        return jdbc.sql("""
                select m.committee, m.meeting, c.number, coalesce(t.text, '') as text
                from minutes.clause c
                join minutes.minutes m on m.id = c.minutes
                left join minutes.clause_text t on t.clause = c.id and t.language = :language
                where c.id = :clause and m.meeting is not null
                """)
                .param("clause", clause.id())
                .param("language", language.tag())
                .query((row, n) -> new Place(
                        new CommitteeId(row.getObject("committee", UUID.class)),
                        new MeetingId(row.getObject("meeting", UUID.class)),
                        row.getInt("number"),
                        row.getString("text")))
                .optional();
    }

    void lock(MinutesId minutes) {
        jdbc.sql("select id from minutes.minutes where id = :id for update")
                .param("id", minutes.id())
                .query(UUID.class)
                .single();
    }

    boolean stand(MinutesId minutes, Standing standing) {
        return jdbc.sql("update minutes.minutes set standing = :standing where id = :id and standing <> 'ADOPTED'")
                        .param("id", minutes.id())
                        .param("standing", standing.name())
                        .update()
                == 1;
    }

    void add(
            MinutesId minutes, ClauseId id, int number, ClauseDraft draft, Set<Language> current, Seat by, Instant at) {
        var clause = jdbc.sql("""
                insert into minutes.clause
                  (id, minutes, number, revision, verb, item, speaker, owner, owner_body, due)
                values (:id, :minutes, :number, 1, :verb, :item, :speaker, :owner, :body::jsonb, :due)
                """)
                .param("id", id.id())
                .param("minutes", minutes.id())
                .param("number", number);
        bind(clause, draft).update();
        write(id, 1, draft, current, by, at);
    }

    void revise(ClauseId id, int revision, ClauseDraft draft, Set<Language> current, Seat by, Instant at) {
        var clause = jdbc.sql("""
                update minutes.clause
                set revision = :revision, verb = :verb, item = :item, speaker = :speaker,
                    owner = :owner, owner_body = :body::jsonb, due = :due
                where id = :id
                """).param("id", id.id()).param("revision", revision);
        bind(clause, draft).update();
        write(id, revision, draft, current, by, at);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ClauseDraft draft) {
        var promise = draft.promise();
        return statement
                .param("verb", draft.verb().name())
                .param("item", draft.item())
                .param(
                        "speaker",
                        draft.speaker() == null ? null : draft.speaker().id())
                .param("owner", promise == null ? null : promise.owner().id())
                .param("body", promise == null ? null : promise.body().json())
                .param("due", promise == null ? null : promise.due());
    }

    // A language that lags keeps the revision it last matched; its text is kept all the same.
    private void write(ClauseId id, int revision, ClauseDraft draft, Set<Language> current, Seat by, Instant at) {
        for (var language : Language.ALL) {
            jdbc.sql("""
                    insert into minutes.clause_text (clause, language, text, matches)
                    values (:clause, :language, :text, :matches)
                    on conflict (clause, language) do update
                    set text = excluded.text,
                        matches = case when :current then excluded.matches else minutes.clause_text.matches end
                    """)
                    .param("clause", id.id())
                    .param("language", language.tag())
                    .param("text", draft.text().in(language))
                    .param("current", current.contains(language))
                    .param("matches", current.contains(language) ? revision : 0)
                    .update();
        }
        jdbc.sql("""
                insert into minutes.clause_history (clause, revision, verb, text, seat, party, at)
                values (:clause, :revision, :verb, :text::jsonb, :seat, :party, :at)
                """)
                .param("clause", id.id())
                .param("revision", revision)
                .param("verb", draft.verb().name())
                .param("text", draft.text().json())
                .param("seat", by.id().id())
                .param("party", by.party().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void bracket(ClauseId clause, Bracket bracket, Seat by) {
        remember(clause, bracket.text(), by, bracket.since());
        jdbc.sql("""
                insert into minutes.bracket (clause, party, text, since) values (:clause, :party, :text::jsonb, :since)
                on conflict (clause, party) do update set text = excluded.text, since = excluded.since
                """)
                .param("clause", clause.id())
                .param("party", bracket.party().id())
                .param("text", bracket.text().json())
                .param("since", bracket.since().atOffset(ZoneOffset.UTC))
                .update();
    }

    void lift(ClauseId clause, Seat by, Instant at) {
        int lifted = jdbc.sql("delete from minutes.bracket where clause = :clause and party = :party")
                .param("clause", clause.id())
                .param("party", by.party().id())
                .update();
        if (lifted > 0) {
            remember(clause, null, by, at);
        }
    }

    private void remember(ClauseId clause, @Nullable LocalText text, Seat by, Instant at) {
        jdbc.sql("""
                insert into minutes.bracket_history (clause, party, text, seat, at)
                values (:clause, :party, :text::jsonb, :seat, :at)
                """)
                .param("clause", clause.id())
                .param("party", by.party().id())
                .param("text", text == null ? null : text.json())
                .param("seat", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<MinutesId> minutesOf(MeetingId meeting) {
        return jdbc.sql("select id from minutes.minutes where meeting = :meeting")
                .param("meeting", meeting.id())
                .query(UUID.class)
                .optional()
                .map(MinutesId::new);
    }

    MinutesText text(MinutesId minutes) {
        return jdbc.sql("select * from minutes.minutes where id = :id")
                .param("id", minutes.id())
                .query((row, n) -> new MinutesText(
                        minutes,
                        new CommitteeId(row.getObject("committee", UUID.class)),
                        new MeetingId(row.getObject("meeting", UUID.class)),
                        Standing.valueOf(row.getString("standing")),
                        clauses(minutes)))
                .single();
    }

    private List<Clause> clauses(MinutesId minutes) {
        return jdbc.sql("select * from minutes.clause where minutes = :minutes order by number")
                .param("minutes", minutes.id())
                .query((row, n) -> clause(row))
                .list();
    }

    private Clause clause(ResultSet row) throws SQLException {
        var id = new ClauseId(row.getObject("id", UUID.class));
        var matches = new EnumMap<Language, Integer>(Language.class);
        @Nullable UUID speaker = row.getObject("speaker", UUID.class);
        return new Clause(
                id,
                row.getInt("number"),
                Verb.valueOf(row.getString("verb")),
                texts(id, matches),
                row.getString("item"),
                speaker == null ? null : new PartyId(speaker),
                promise(row),
                row.getInt("revision"),
                Map.copyOf(matches),
                brackets(id));
    }

    private static @Nullable Promise promise(ResultSet row) throws SQLException {
        @Nullable UUID owner = row.getObject("owner", UUID.class);
        return owner == null
                ? null
                : new Promise(
                        new PartyId(owner),
                        LocalText.ofJson(row.getString("owner_body")),
                        row.getObject("due", LocalDate.class));
    }

    private LocalText texts(ClauseId clause, Map<Language, Integer> matches) {
        var texts = new EnumMap<Language, String>(Language.class);
        jdbc.sql("select language, text, matches from minutes.clause_text where clause = :clause")
                .param("clause", clause.id())
                .query(row -> {
                    var language = Language.of(row.getString("language")).orElseThrow();
                    texts.put(language, row.getString("text"));
                    matches.put(language, row.getInt("matches"));
                });
        return new LocalText(
                texts.getOrDefault(Language.AR, ""),
                texts.getOrDefault(Language.FR, ""),
                texts.getOrDefault(Language.EN, ""));
    }

    private List<Bracket> brackets(ClauseId clause) {
        return jdbc.sql("select party, text, since from minutes.bracket where clause = :clause order by since, party")
                .param("clause", clause.id())
                .query((row, n) -> new Bracket(
                        new PartyId(row.getObject("party", UUID.class)),
                        LocalText.ofJson(row.getString("text")),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }
}

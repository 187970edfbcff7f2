// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.SeatId;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;

/** Sees the rows of the circle that the transaction has entered, and none outside every circle. */
@Repository
class BriefStore {
    private final JdbcClient jdbc;

    BriefStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * As they stand, by topic and then the latest first, the withdrawn ones last. Texts are opened for those that are shown
     * alone.
     *
     * @param from how many to pass over
     */
    List<NoteList.Line> lines(List<String> words, @Nullable Topic about, int from, int most) {
        return about(words, about, jdbc.sql("""
                select shown.*, left(translate(ltrim(split_part(v.text, chr(10), 1), '#>*- '), '*`', ''), :opening) as opening
                from (
                  select n.party, n.topic_kind, n.topic_of, n.label,
                    v.note, v.version, v.kind, v.title, v.withdrawn, v.writer, v.at
                  from brief.note n
                  join brief.version v on v.party = n.party and v.note = n.id and v.version = n.version
                  where n.folded like all (string_to_array(:patterns, ' '))
                    and (cast(:kind as text) is null or (n.topic_kind = :kind and n.topic_of = :of))
                  order by v.withdrawn, n.topic_kind, n.topic_of, v.at desc, n.id
                  limit :most offset :from
                ) shown
                join brief.version v on v.party = shown.party and v.note = shown.note and v.version = shown.version
                order by shown.withdrawn, shown.topic_kind, shown.topic_of, shown.at desc, shown.note
                """))
                .param("opening", NoteList.OPENING)
                .param("from", from)
                .param("most", most)
                .query((row, n) -> line(row))
                .list();
    }

    int count(List<String> words, @Nullable Topic about) {
        return about(words, about, jdbc.sql("""
                select count(*) from brief.note n
                where n.folded like all (string_to_array(:patterns, ' '))
                  and (cast(:kind as text) is null or (n.topic_kind = :kind and n.topic_of = :of))
                """))
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private static JdbcClient.StatementSpec about(
            List<String> words, @Nullable Topic about, JdbcClient.StatementSpec wanted) {
        return wanted.param("patterns", words.stream().map(BriefStore::pattern).collect(Collectors.joining(" ")))
                .param("kind", about == null ? null : about.kind().name())
                .param("of", about == null ? "" : about.of());
    }

    /** Of those topics that have notes which stand, how many. */
    Map<Topic, Integer> counts(Collection<Topic> topics) {
        var counts = new HashMap<Topic, Integer>();
        jdbc.sql("""
                select n.topic_kind, n.topic_of, count(*) as notes
                from brief.note n
                join brief.version v on v.party = n.party and v.note = n.id and v.version = n.version
                where not v.withdrawn and (n.topic_kind, n.topic_of) in
                  (select * from unnest(cast(:kinds as text[]), cast(:of as text[])))
                group by n.topic_kind, n.topic_of
                """)
                .param(
                        "kinds",
                        topics.stream().map(topic -> topic.kind().name()).toArray(String[]::new))
                .param("of", topics.stream().map(Topic::of).toArray(String[]::new))
                .query(row -> {
                    counts.put(topic(row), row.getInt("notes"));
                });
        return counts;
    }

    Optional<NoteHistory> history(NoteId note) {
        var versions = jdbc.sql("""
                select n.topic_kind, n.topic_of, n.label, v.*
                from brief.note n
                join brief.version v on v.party = n.party and v.note = n.id
                where n.id = :note order by v.version desc
                """)
                .param("note", note.id())
                .query((row, n) -> note(row))
                .list();
        return versions.isEmpty() ? Optional.empty() : Optional.of(new NoteHistory(versions));
    }

    /** A note as it stands, held until the transaction ends. */
    Optional<Note> held(NoteId note) {
        return jdbc.sql("select id from brief.note where id = :note for update")
                .param("note", note.id())
                .query(UUID.class)
                .optional()
                .flatMap(id -> history(note))
                .map(NoteHistory::now);
    }

    /** Every version, note by note, without holding them all. */
    void each(Consumer<Note> taker) {
        jdbc.sql("""
                select n.topic_kind, n.topic_of, n.label, v.*
                from brief.note n
                join brief.version v on v.party = n.party and v.note = n.id
                order by n.topic_kind, n.topic_of, n.id, v.version
                """).withFetchSize(50).query(row -> {
            taker.accept(note(row));
        });
    }

    void add(PartyId party, Note note, String folded) {
        jdbc.sql("""
                insert into brief.note (party, id, topic_kind, topic_of, label, version, folded)
                values (:party, :id, :kind, :of, :label, :version, :folded)
                """)
                .param("party", party.id())
                .param("id", note.id().id())
                .param("kind", note.topic().kind().name())
                .param("of", note.topic().of())
                .param("label", note.label())
                .param("version", note.version())
                .param("folded", folded)
                .update();
        version(party, note);
    }

    /** Call only while holding the note. */
    void revise(PartyId party, Note note, String folded) {
        jdbc.sql("update brief.note set version = :version, folded = :folded where party = :party and id = :id")
                .param("party", party.id())
                .param("id", note.id().id())
                .param("version", note.version())
                .param("folded", folded)
                .update();
        version(party, note);
    }

    private void version(PartyId party, Note note) {
        var account = note.account();
        jdbc.sql("""
                insert into brief.version
                  (party, note, version, kind, title, text, withdrawn, seat, account, writer, at)
                values (:party, :note, :version, :kind, :title, :text, :withdrawn, :seat, :account, :writer::jsonb, :at)
                """)
                .param("party", party.id())
                .param("note", note.id().id())
                .param("version", note.version())
                .param("kind", note.kind().name())
                .param("title", note.title())
                .param("text", note.text())
                .param("withdrawn", note.withdrawn())
                .param("seat", note.seat().id())
                .param("account", account == null ? null : account.id())
                .param("writer", note.writer().json())
                .param("at", note.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Topic topic(ResultSet row) throws SQLException {
        return new Topic(Topic.Kind.valueOf(row.getString("topic_kind")), row.getString("topic_of"));
    }

    private static NoteList.Line line(ResultSet row) throws SQLException {
        return new NoteList.Line(
                new NoteId(row.getObject("note", UUID.class)),
                topic(row),
                row.getString("label"),
                Note.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("opening"),
                row.getBoolean("withdrawn"),
                LocalText.ofJson(row.getString("writer")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Note note(ResultSet row) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return new Note(
                new NoteId(row.getObject("note", UUID.class)),
                topic(row),
                row.getString("label"),
                Note.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("text"),
                row.getInt("version"),
                row.getBoolean("withdrawn"),
                new SeatId(row.getObject("seat", UUID.class)),
                account == null ? null : new AccountId(account),
                LocalText.ofJson(row.getString("writer")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}

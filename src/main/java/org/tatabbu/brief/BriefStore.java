// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    /** As they stand, by topic and then the latest first. */
    List<Note> notes(List<String> words, @Nullable Topic about) {
        return jdbc.sql("""
                select n.topic_kind, n.topic_of, n.label, v.*
                from brief.note n
                join brief.version v on v.party = n.party and v.note = n.id and v.version = n.version
                where n.folded like all (string_to_array(:patterns, ' '))
                  and (:kind::text is null or (n.topic_kind = :kind and n.topic_of = :of))
                order by n.topic_kind, n.topic_of, v.at desc, n.id
                """)
                .param("patterns", words.stream().map(BriefStore::pattern).collect(Collectors.joining(" ")))
                .param("kind", about == null ? null : about.kind().name())
                .param("of", about == null ? "" : about.of())
                .query((row, n) -> note(row))
                .list();
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

    private static Note note(ResultSet row) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return new Note(
                new NoteId(row.getObject("note", UUID.class)),
                new Topic(Topic.Kind.valueOf(row.getString("topic_kind")), row.getString("topic_of")),
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

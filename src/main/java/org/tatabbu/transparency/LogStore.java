// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class LogStore {
    /** Held by the one who gives indexes, until their transaction ends. */
    private static final long LOCK = 0x7461746162626c6fL;

    private final JdbcClient jdbc;

    LogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Waiting(long nth, Hash leaf) {}

    void add(EntryId id, byte[] bytes, Instant at) {
        jdbc.sql("""
                with handed_in as (
                  insert into transparency.submission (id, bytes, at) values (:id, :bytes, :at) returning nth)
                insert into transparency.waiting (nth) select nth from handed_in
                """)
                .param("id", id.id())
                .param("bytes", bytes)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> n)
                .list();
    }

    /** The next ones in the queue, which are committed, as we see them. */
    List<Waiting> waiting(int most) {
        return jdbc.sql("""
                select s.nth, s.bytes
                from transparency.waiting w join transparency.submission s using (nth)
                order by s.nth limit :most
                """)
                .param("most", most)
                .query((row, n) -> new Waiting(row.getLong("nth"), Merkle.leaf(row.getBytes("bytes"))))
                .list();
    }

    /** Gives these the indexes from {@code first} on. */
    void place(long first, List<Long> nths) {
        jdbc.sql("""
                with placed as (
                  insert into transparency.entry (position, submission)
                  select :first + place - 1, nth from unnest(:nths) with ordinality u(nth, place)
                  returning submission)
                delete from transparency.waiting using placed where nth = submission
                """)
                .param("first", first)
                .param("nths", new SqlArrayValue("bigint", nths.toArray()))
                .update();
    }

    void addNodes(int level, long first, List<Hash> hashes) {
        jdbc.sql("""
                insert into transparency.node (level, position, hash)
                select :level, :first + place - 1, hash from unnest(:hashes) with ordinality u(hash, place)
                """)
                .param("level", level)
                .param("first", first)
                .param("hashes", new SqlArrayValue("bytea", (Object[])
                        hashes.stream().map(Hash::bytes).toArray(byte[][]::new)))
                .update();
    }

    List<Hash> nodes(int level, long first, int most) {
        return jdbc.sql("""
                select hash from transparency.node
                where level = :level and position >= :first and position < :first + :most
                order by position
                """)
                .param("level", level)
                .param("first", first)
                .param("most", most)
                .query((row, n) -> Hash.of(row.getBytes("hash")))
                .list();
    }

    List<Log.Entry> entries(long first, int most) {
        return jdbc.sql("""
                select e.position, s.id, s.bytes, s.at
                from transparency.entry e join transparency.submission s on s.nth = e.submission
                where e.position >= :first and e.position < :first + :most
                order by e.position
                """)
                .param("first", first)
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    OptionalLong index(EntryId id) {
        return jdbc.sql("""
                select e.position
                from transparency.submission s join transparency.entry e on e.submission = s.nth
                where s.id = :id
                """).param("id", id.id()).query((row, n) -> row.getLong("position")).list().stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** How many were handed in that neither wait nor are in the log. */
    long lost() {
        return jdbc.sql("""
                select count(*) from transparency.submission s
                where not exists (select from transparency.entry e where e.submission = s.nth)
                  and not exists (select from transparency.waiting w where w.nth = s.nth)
                """).query(Long.class).single();
    }

    long count() {
        return jdbc.sql("select coalesce(max(position) + 1, 0) from transparency.entry")
                .query(Long.class)
                .single();
    }

    void keep(SignedNote note, Instant at) {
        jdbc.sql("insert into transparency.checkpoint (size, note, signed) values (:size, :note, :at)")
                .param("size", Checkpoint.of(note).size())
                .param("note", note.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SignedNote> lastSigned() {
        return jdbc.sql("select note from transparency.checkpoint order by size desc limit 1")
                .query((row, n) -> SignedNote.parse(row.getString("note")))
                .optional();
    }

    /** In the order of their sizes. */
    List<SignedNote> signedAfter(long size, int most) {
        return jdbc.sql("select note from transparency.checkpoint where size > :size order by size limit :most")
                .param("size", size)
                .param("most", most)
                .query((row, n) -> SignedNote.parse(row.getString("note")))
                .list();
    }

    void keep(long size, VerifierKey witness, SignedNote.Signed cosignature, Instant at) {
        jdbc.sql("""
                insert into transparency.cosignature (size, witness, line, at) values (:size, :witness, :line, :at)
                on conflict do nothing
                """)
                .param("size", size)
                .param("witness", witness.toString())
                .param("line", cosignature.line())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<SignedNote.Signed> cosignatures(long size) {
        return jdbc.sql("select line from transparency.cosignature where size = :size order by at, witness")
                .param("size", size)
                .query((row, n) -> SignedNote.Signed.parse(row.getString("line")))
                .list();
    }

    /** The last word that we kept of a witness. */
    Optional<Log.Heard> lastWord(VerifierKey witness) {
        return jdbc.sql("""
                select size, at from transparency.cosignature where witness = :witness order by size desc limit 1
                """)
                .param("witness", witness.toString())
                .query((row, n) -> new Log.Heard(witness, Log.Said.COSIGNED, row.getLong("size"), instant(row, "at")))
                .optional();
    }

    record Cosigned(long size, VerifierKey witness, SignedNote.Signed signature) {}

    /** The cosignatures of the trees of these sizes. */
    List<Cosigned> cosigned(long after, long until) {
        return jdbc.sql("""
                select size, witness, line from transparency.cosignature
                where size > :after and size <= :until order by size, witness
                """)
                .param("after", after)
                .param("until", until)
                .query((row, n) -> new Cosigned(
                        row.getLong("size"),
                        VerifierKey.parse(row.getString("witness")),
                        SignedNote.Signed.parse(row.getString("line"))))
                .list();
    }

    /** The size of the last checkpoint that this witness cosigned, as far as we heard. */
    long lastCosigned(VerifierKey witness) {
        return jdbc.sql("select coalesce(max(size), 0) from transparency.cosignature where witness = :witness")
                .param("witness", witness.toString())
                .query(Long.class)
                .single();
    }

    void publish(SignedNote note, Instant at) {
        jdbc.sql("insert into transparency.publication (size, note, at) values (:size, :note, :at)")
                .param("size", Checkpoint.of(note).size())
                .param("note", note.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SignedNote> published() {
        return jdbc.sql("select note from transparency.publication order by size desc, nth desc limit 1")
                .query((row, n) -> SignedNote.parse(row.getString("note")))
                .optional();
    }

    Optional<Instant> publishedAt() {
        return jdbc.sql("select at from transparency.publication order by size desc, nth desc limit 1")
                .query((row, n) -> instant(row, "at"))
                .optional();
    }

    /** How many entries wait for an index or have one. */
    long handedIn() {
        return jdbc.sql("""
                select (select count(*) from transparency.waiting)
                  + (select coalesce(max(position) + 1, 0) from transparency.entry)
                """).query(Long.class).single();
    }

    void inForce(Policy policy, Instant since) {
        jdbc.sql("""
                insert into transparency.policy (digest, text, since) values (:digest, :text, :since)
                on conflict do nothing
                """)
                .param("digest", policy.digest().bytes())
                .param("text", policy.bytes())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Policy> policy(Hash digest) {
        return jdbc.sql("select text from transparency.policy where digest = :digest")
                .param("digest", digest.bytes())
                .query((row, n) -> Policy.parse(row.getBytes("text")))
                .optional();
    }

    void refused(LogRefused refusal) {
        jdbc.sql("insert into transparency.refusal (reason, who, size, at) values (:reason, :who, :size, :at)")
                .param("reason", refusal.reason().name())
                .param("who", refusal.who())
                .param("size", refusal.size())
                .param("at", refusal.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest first. */
    List<LogRefused> refusals(int most) {
        return jdbc.sql("select reason, who, size, at from transparency.refusal order by nth desc limit :most")
                .param("most", most)
                .query((row, n) -> new LogRefused(
                        LogRefused.Reason.valueOf(row.getString("reason")),
                        row.getString("who"),
                        row.getLong("size"),
                        instant(row, "at")))
                .list();
    }

    private static Log.Entry entry(ResultSet row) throws SQLException {
        return new Log.Entry(
                row.getLong("position"),
                new EntryId(row.getObject("id", UUID.class)),
                row.getBytes("bytes"),
                instant(row, "at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

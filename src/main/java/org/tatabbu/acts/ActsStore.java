// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.adoption.ActId;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.LocalText;
import org.tatabbu.search.Document;
import org.tatabbu.search.Kind;
import org.tatabbu.search.Search;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ActsStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Search found;

    ActsStore(JdbcClient jdbc, Search found) {
        this.jdbc = jdbc;
        this.found = found;
    }

    /** Every act that the public reads, as it is found. */
    List<Document> entries() {
        return jdbc.sql("select slug, snapshot from acts.published for share")
                .query((row, n) -> JSON.readValue(row.getString("snapshot"), PublicAct.class)
                        .entry(row.getString("slug")))
                .list();
    }

    /** Makes those who record in one committee wait for each other until the transaction ends. */
    void lock(CommitteeId committee) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('acts ' || :committee::text, 0))")
                .param("committee", committee.id())
                .query((row, n) -> true)
                .single();
    }

    void propose(UUID id, ActId act, Particulars said, Seat by, Instant at) {
        jdbc.sql("""
                insert into acts.entry (id, committee, act, in_force, basis, open, proposed_by, proposed_at, state)
                values (:id, :committee, :act, :inForce, :basis::jsonb, :open, :by, :at, 'PROPOSED')
                """)
                .param("id", id)
                .param("committee", by.committee().id())
                .param("act", act.id())
                .param("inForce", said.inForce())
                .param("basis", said.basis().json())
                .param("open", said.open())
                .param("by", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        said.links()
                .forEach(link -> jdbc.sql(
                                "insert into acts.link (entry, relation, target) values (:entry, :relation, :target)")
                        .param("entry", id)
                        .param("relation", link.relation().name())
                        .param("target", link.target().id())
                        .update());
        agree(id, by, at);
    }

    void agree(UUID entry, Seat by, Instant at) {
        jdbc.sql("""
                insert into acts.agreement (entry, party, seat, at) values (:entry, :party, :seat, :at)
                on conflict (entry, party) do nothing
                """)
                .param("entry", entry)
                .param("party", by.party().id())
                .param("seat", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void settle(UUID entry, String state, Seat by, Instant at) {
        jdbc.sql("update acts.entry set state = :state, settled_by = :by, settled_at = :at where id = :id")
                .param("id", entry)
                .param("state", state)
                .param("by", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What holds of each act of a committee that anything was recorded on. */
    Map<ActId, Particulars> standing(CommitteeId committee) {
        var standing = new HashMap<ActId, Particulars>();
        jdbc.sql("""
                select distinct on (act) *
                from acts.entry
                where committee = :committee and state = 'CONFIRMED'
                order by act, settled_at desc, place desc
                """)
                .param("committee", committee.id())
                .query((row, n) -> Map.entry(act(row), said(row)))
                .list()
                .forEach(one -> standing.put(one.getKey(), one.getValue()));
        return standing;
    }

    Map<ActId, Proposal> proposals(CommitteeId committee) {
        var waiting = new HashMap<ActId, Proposal>();
        jdbc.sql("select * from acts.entry where committee = :committee and state = 'PROPOSED' order by place")
                .param("committee", committee.id())
                .query((row, n) -> new Proposal(
                        row.getObject("id", UUID.class),
                        act(row),
                        said(row),
                        new SeatId(row.getObject("proposed_by", UUID.class)),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        agreed(row.getObject("id", UUID.class))))
                .list()
                .forEach(one -> waiting.put(one.act(), one));
        return waiting;
    }

    private Set<PartyId> agreed(UUID entry) {
        return new HashSet<>(jdbc.sql("select party from acts.agreement where entry = :entry")
                .param("entry", entry)
                .query((row, n) -> new PartyId(row.getObject("party", UUID.class)))
                .list());
    }

    private Particulars said(ResultSet row) throws SQLException {
        return new Particulars(
                day(row, "in_force"),
                LocalText.ofJson(row.getString("basis")),
                row.getBoolean("open"),
                links(row.getObject("id", UUID.class)));
    }

    private List<Link> links(UUID entry) {
        return jdbc.sql("select * from acts.link where entry = :entry order by relation, target")
                .param("entry", entry)
                .query((row, n) -> new Link(
                        Link.Relation.valueOf(row.getString("relation")),
                        new ActId(row.getObject("target", UUID.class))))
                .list();
    }

    void notify(ActId act, Domestic said, Seat by, Instant at) {
        jdbc.sql("""
                insert into acts.domestic (committee, act, party, needed, notified, seat, at)
                values (:committee, :act, :party, :needed, :notified, :seat, :at)
                """)
                .param("committee", by.committee().id())
                .param("act", act.id())
                .param("party", said.party().id())
                .param("needed", said.needed())
                .param("notified", said.notified())
                .param("seat", by.id().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What each party last said of its own procedures, an act and a party each. */
    List<Map.Entry<ActId, Domestic>> domestic(CommitteeId committee) {
        return jdbc.sql("""
                select distinct on (act, party) *
                from acts.domestic
                where committee = :committee
                order by act, party, place desc
                """)
                .param("committee", committee.id())
                .query((row, n) -> Map.entry(
                        act(row),
                        new Domestic(
                                new PartyId(row.getObject("party", UUID.class)),
                                row.getBoolean("needed"),
                                day(row, "notified"))))
                .list();
    }

    /** Replaces all that the public reads of a committee's acts, the earliest act first. */
    void publish(CommitteeId committee, String slug, List<PublicAct> acts, Instant at) {
        // The list of those that stay is never empty: no act has this name.
        var kept = Stream.concat(Stream.of(new UUID(0, 0)), acts.stream().map(PublicAct::id))
                .toList();
        jdbc.sql("delete from acts.published where committee = :committee and act not in (:kept) returning act")
                .param("committee", committee.id())
                .param("kept", kept)
                .query((row, n) -> row.getString("act"))
                .list()
                .forEach(act -> found.unpublish(Kind.ACT, act));
        acts.forEach(act -> found.put(act.entry(slug)));
        for (int i = 0; i < acts.size(); i++) {
            var act = acts.get(i);
            jdbc.sql("""
                    insert into acts.published as known (act, committee, slug, path, place, snapshot, opened_at, changed_at)
                    values (:act, :committee, :slug, :path, :place, :snapshot::jsonb, :at, :at)
                    on conflict (act) do update set place = excluded.place, snapshot = excluded.snapshot, changed_at =
                      case when known.snapshot = excluded.snapshot then known.changed_at else excluded.changed_at end
                    """)
                    .param("act", act.id())
                    .param("committee", committee.id())
                    .param("slug", slug)
                    .param("path", act.path())
                    .param("place", i)
                    .param("snapshot", JSON.writeValueAsString(act))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** An act that the public may read, and since when it reads as it does. */
    record Opened(PublicAct act, Instant at) {}

    /** The latest act first. */
    List<Opened> published(String slug) {
        return jdbc.sql("select * from acts.published where slug = :slug order by place desc")
                .param("slug", slug)
                .query((row, n) -> opened(row))
                .list();
    }

    Optional<Opened> published(String slug, String path) {
        return jdbc.sql("select * from acts.published where slug = :slug and path = :path")
                .param("slug", slug)
                .param("path", path)
                .query((row, n) -> opened(row))
                .optional();
    }

    int countPublished() {
        return jdbc.sql("select count(*) from acts.published")
                .query(Integer.class)
                .single();
    }

    /** Where acts stand, and since when they read as they do. */
    List<PublicRegister.Place> places(int after, int most) {
        return jdbc.sql("""
                select slug, path, changed_at from acts.published order by slug, path limit :most offset :after
                """)
                .param("most", most)
                .param("after", after)
                .query((row, n) -> new PublicRegister.Place(
                        "/committees/" + row.getString("slug") + row.getString("path"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Acts as the public reads them, in an order that stays, after this address of a committee and an act. */
    List<PublicRegister.Entry> publishedAfter(String slug, String path, int most) {
        return jdbc.sql("""
                select * from acts.published where (slug, path) > (:slug, :path) order by slug, path limit :most
                """)
                .param("slug", slug)
                .param("path", path)
                .param("most", most)
                .query((row, n) -> {
                    var one = opened(row);
                    return new PublicRegister.Entry(row.getString("slug"), one.act(), one.at());
                })
                .list();
    }

    boolean isPublic(ActId act) {
        return jdbc.sql("select exists (select from acts.published where act = :act)")
                .param("act", act.id())
                .query(Boolean.class)
                .single();
    }

    private static Opened opened(ResultSet row) throws SQLException {
        return new Opened(
                JSON.readValue(row.getString("snapshot"), PublicAct.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static ActId act(ResultSet row) throws SQLException {
        return new ActId(row.getObject("act", UUID.class));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.language.LocalText;

/** Papers in two sets of tables: the joint ones, and those of one party, which only its circle sees. */
@Repository
class PaperStore {
    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a paper that every side reads bears the symbol. */
    boolean bears(UUID committee, @Nullable PaperSymbol symbol) {
        return symbol != null
                && jdbc.sql("""
                select exists (
                  select from documents.paper
                  where committee = :committee and lower(symbol) = lower(:symbol) and not again
                )
                """)
                        .param("committee", committee)
                        .param("symbol", symbol.text())
                        .query((row, n) -> row.getBoolean(1))
                        .single();
    }

    /**
     * A paper without its revisions; false where another that every side reads bears its symbol. Who brings the same symbol at
     * the same moment waits here for the first to end.
     */
    boolean add(Paper paper) {
        return jdbc.sql(paper.circle().own() ? """
                insert into documents.own_paper (party, id, committee, symbol, kind, title, topic, brought)
                values (:party, :id, :committee, :symbol, :kind, cast(:title as jsonb), :topic, :brought)
                """ : """
                insert into documents.paper (id, committee, party, symbol, kind, title, distribution, topic, brought)
                values (:id, :committee, :party, :symbol, :kind, cast(:title as jsonb), :distribution, :topic, :brought)
                on conflict (committee, lower(symbol)) where not again do nothing
                """)
                        .param("id", paper.id().id())
                        .param("committee", paper.committee())
                        .param("party", paper.party())
                        .param("symbol", text(paper.symbol()))
                        .param("kind", paper.kind().name())
                        .param("title", paper.title().json())
                        .param("distribution", paper.distribution().name())
                        .param("topic", paper.topic())
                        .param("brought", paper.revisions().getFirst().at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void add(Paper paper, Revision revision) {
        jdbc.sql(paper.circle().own() ? """
                insert into documents.own_revision (party, paper, number, digest, name, type, size, by, at)
                values (:circle, :paper, :number, :digest, :name, :type, :size, :by, :at)
                """ : """
                insert into documents.revision (paper, number, committee, digest, name, type, size, by, at)
                values (:paper, :number, :circle, :digest, :name, :type, :size, :by, :at)
                """)
                .param("circle", paper.circle().id())
                .param("paper", paper.id().id())
                .param("number", revision.number())
                .param("digest", revision.digest().hex())
                .param("name", revision.name().text())
                .param("type", revision.type())
                .param("size", revision.size())
                .param("by", revision.by())
                .param("at", revision.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Papers of a committee that the circle entered may see, the latest first.
     *
     * @param topic with all below it; none for every topic
     * @param before the paper that they come after, if any
     */
    List<Paper> of(UUID committee, String topic, @Nullable PaperId before, int most) {
        return whole(jdbc.sql("""
                with last as (
                  select brought, id from documents.paper where committee = :committee and id = :before
                  union all
                  select brought, id from documents.own_paper
                  where committee = :committee and id = :before and not shared
                )
                (
                  select id, committee, party, symbol, kind, title, distribution, topic, withdrawn, brought
                  from documents.paper
                  where committee = :committee and (:topic = '' or topic = :topic or starts_with(topic, :topic || '/'))
                    and (cast(:before as uuid) is null or (brought, id) < (select l.brought, l.id from last l))
                  order by brought desc, id desc limit :most
                )
                union all
                (
                  select id, committee, party, symbol, kind, title, 'PARTY', topic, withdrawn, brought
                  from documents.own_paper
                  where committee = :committee and not shared
                    and (:topic = '' or topic = :topic or starts_with(topic, :topic || '/'))
                    and (cast(:before as uuid) is null or (brought, id) < (select l.brought, l.id from last l))
                  order by brought desc, id desc limit :most
                )
                order by brought desc, id desc limit :most
                """)
                .param("committee", committee)
                .param("topic", topic)
                .param("before", before == null ? null : before.id())
                .param("most", most));
    }

    /** As {@link #of}, and nothing but what is public. */
    List<Paper> published(UUID committee, String topic, @Nullable PaperId before, int most) {
        return whole(jdbc.sql("""
                select id, committee, party, symbol, kind, title, distribution, topic, withdrawn
                from documents.paper
                where committee = :committee and distribution = 'PUBLIC' and withdrawn is null
                  and (:topic = '' or topic = :topic or starts_with(topic, :topic || '/'))
                  and (cast(:before as uuid) is null or (brought, id) <
                    (select l.brought, l.id from documents.paper l where l.committee = :committee and l.id = :before))
                order by brought desc, id desc limit :most
                """)
                .param("committee", committee)
                .param("topic", topic)
                .param("before", before == null ? null : before.id())
                .param("most", most));
    }

    /** What every seat of the committee reads and was not withdrawn, the latest first. */
    List<Paper> joint(UUID committee) {
        return whole(jdbc.sql("""
                select id, committee, party, symbol, kind, title, distribution, topic, withdrawn
                from documents.paper where committee = :committee and withdrawn is null
                order by brought desc, id desc
                """).param("committee", committee));
    }

    int countPublished(UUID committee, String topic) {
        return jdbc.sql("""
                select count(*) from documents.paper
                where committee = :committee and distribution = 'PUBLIC' and withdrawn is null
                  and (:topic = '' or topic = :topic or starts_with(topic, :topic || '/'))
                """)
                .param("committee", committee)
                .param("topic", topic)
                .query(Integer.class)
                .single();
    }

    Optional<Paper> published(PaperId paper) {
        return whole(jdbc.sql("""
                        select id, committee, party, symbol, kind, title, distribution, topic, withdrawn
                        from documents.paper where id = :paper and distribution = 'PUBLIC' and withdrawn is null
                        """).param("paper", paper.id())).stream().findFirst();
    }

    Optional<Paper> find(UUID committee, PaperId paper) {
        return whole(jdbc.sql("""
                        select id, committee, party, symbol, kind, title, distribution, topic, withdrawn
                        from documents.paper where committee = :committee and id = :paper
                        union all
                        select id, committee, party, symbol, kind, title, 'PARTY', topic, withdrawn
                        from documents.own_paper where committee = :committee and id = :paper and not shared
                        """).param("committee", committee).param("paper", paper.id())).stream()
                .findFirst();
    }

    /** Holds a paper until the transaction ends, so that two changes of it come one after the other. */
    void hold(PaperId paper) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "documents paper " + paper.id())
                .query((row, n) -> true)
                .single();
    }

    void withdraw(Paper paper, Instant at) {
        jdbc.sql(paper.circle().own() ? """
                update documents.own_paper set withdrawn = :at where party = :party and id = :paper
                """ : """
                update documents.paper set withdrawn = :at where party = :party and id = :paper
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("party", paper.party())
                .param("paper", paper.id().id())
                .update();
    }

    void markShared(Paper paper) {
        jdbc.sql("update documents.own_paper set shared = true where party = :party and id = :paper")
                .param("party", paper.party())
                .param("paper", paper.id().id())
                .update();
    }

    void publish(Paper paper) {
        jdbc.sql("update documents.paper set distribution = 'PUBLIC' where id = :paper")
                .param("paper", paper.id().id())
                .update();
    }

    /** With their revisions, in one more look at each set of tables. */
    private List<Paper> whole(JdbcClient.StatementSpec wanted) {
        var bare = wanted.query(PaperStore::paper).list();
        var revisions = new HashMap<PaperId, List<Revision>>();
        for (var own : List.of(true, false)) {
            var ids = bare.stream()
                    .filter(paper -> paper.circle().own() == own)
                    .map(paper -> paper.id().id())
                    .toArray(UUID[]::new);
            if (ids.length > 0) {
                addRevisions(own, ids, revisions);
            }
        }
        return bare.stream()
                .map(paper -> paper.with(revisions.getOrDefault(paper.id(), List.of())))
                .toList();
    }

    private void addRevisions(boolean own, UUID[] papers, Map<PaperId, List<Revision>> all) {
        jdbc.sql(own ? """
                select paper, number, digest, name, type, size, by, at
                from documents.own_revision where paper = any(:papers) order by paper, number
                """ : """
                select paper, number, digest, name, type, size, by, at
                from documents.revision where paper = any(:papers) order by paper, number
                """).param("papers", papers).query(row -> {
            var paper = new PaperId(row.getObject("paper", UUID.class));
            all.computeIfAbsent(paper, first -> new ArrayList<>()).add(revision(row));
        });
    }

    private static Paper paper(ResultSet row, int n) throws SQLException {
        var symbol = row.getString("symbol");
        var withdrawn = row.getObject("withdrawn", OffsetDateTime.class);
        return new Paper(
                new PaperId(row.getObject("id", UUID.class)),
                row.getObject("committee", UUID.class),
                row.getObject("party", UUID.class),
                symbol == null ? null : new PaperSymbol(symbol),
                PaperKind.valueOf(row.getString("kind")),
                LocalText.ofJson(row.getString("title")),
                Distribution.valueOf(row.getString("distribution")),
                row.getString("topic"),
                withdrawn == null ? null : withdrawn.toInstant(),
                List.of());
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                row.getInt("number"),
                new ContentDigest(row.getString("digest")),
                new FileName(row.getString("name")),
                row.getString("type"),
                row.getLong("size"),
                row.getObject("by", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable String text(@Nullable PaperSymbol symbol) {
        return symbol == null ? null : symbol.text();
    }
}

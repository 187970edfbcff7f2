// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

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
import org.tatabbu.language.LocalText;

/** Papers in two sets of tables: the joint ones, and those of one party, which only its circle sees. */
@Repository
class PaperStore {
    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Paper paper) {
        jdbc.sql(paper.circle().own() ? """
                insert into documents.own_paper (party, id, committee, symbol, kind, title, topic)
                values (:party, :id, :committee, :symbol, :kind, cast(:title as jsonb), :topic)
                """ : """
                insert into documents.paper (id, committee, party, symbol, kind, title, distribution, topic)
                values (:id, :committee, :party, :symbol, :kind, cast(:title as jsonb), :distribution, :topic)
                """)
                .param("id", paper.id().id())
                .param("committee", paper.committee())
                .param("party", paper.party())
                .param("symbol", text(paper.symbol()))
                .param("kind", paper.kind().name())
                .param("title", paper.title().json())
                .param("distribution", paper.distribution().name())
                .param("topic", paper.topic())
                .update();
        paper.revisions().forEach(revision -> add(paper, revision));
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

    /** A committee's papers that the circle entered may see. */
    List<Paper> of(UUID committee) {
        return jdbc.sql("""
                select id, committee, party, symbol, kind, title, distribution, topic, withdrawn
                from documents.paper where committee = :committee
                union all
                select id, committee, party, symbol, kind, title, 'PARTY', topic, withdrawn
                from documents.own_paper where committee = :committee and not shared
                """).param("committee", committee).query(this::paper).list();
    }

    Optional<Paper> find(UUID committee, PaperId paper) {
        return jdbc.sql("""
                select id, committee, party, symbol, kind, title, distribution, topic, withdrawn
                from documents.paper where committee = :committee and id = :paper
                union all
                select id, committee, party, symbol, kind, title, 'PARTY', topic, withdrawn
                from documents.own_paper where committee = :committee and id = :paper and not shared
                """)
                .param("committee", committee)
                .param("paper", paper.id())
                .query(this::paper)
                .optional();
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

    private Paper paper(ResultSet row, int n) throws SQLException {
        var id = new PaperId(row.getObject("id", UUID.class));
        var symbol = row.getString("symbol");
        var withdrawn = row.getObject("withdrawn", OffsetDateTime.class);
        var distribution = Distribution.valueOf(row.getString("distribution"));
        return new Paper(
                id,
                row.getObject("committee", UUID.class),
                row.getObject("party", UUID.class),
                symbol == null ? null : new PaperSymbol(symbol),
                PaperKind.valueOf(row.getString("kind")),
                LocalText.ofJson(row.getString("title")),
                distribution,
                row.getString("topic"),
                withdrawn == null ? null : withdrawn.toInstant(),
                revisions(id, distribution));
    }

    private List<Revision> revisions(PaperId paper, Distribution distribution) {
        return jdbc.sql(distribution == Distribution.PARTY ? """
                select number, digest, name, type, size, by, at
                from documents.own_revision where paper = :paper order by number
                """ : """
                select number, digest, name, type, size, by, at
                from documents.revision where paper = :paper order by number
                """)
                .param("paper", paper.id())
                .query(PaperStore::revision)
                .list();
    }

    private static Revision revision(ResultSet row, int n) throws SQLException {
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

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

/** A database that had papers before there was an order of them, and before a symbol named but one. */
class PapersFromBeforeTest {
    private static final UUID COMMITTEE = new UUID(0, 7);
    private static final UUID OTHER = new UUID(0, 8);
    private static final UUID PARTY = new UUID(0, 9);

    private final TestDatabase database = TestDatabase.unmigrated();
    private final JdbcClient superuser = JdbcClient.create(database.superuser());

    @BeforeEach
    void bring() {
        JdbcClient.create(database.owner()).sql("create schema documents").update();
        to("2");
        for (var committee : List.of(COMMITTEE, OTHER)) {
            superuser
                    .sql("insert into documents.content (committee, digest) values (:committee, repeat('a', 64))")
                    .param("committee", committee)
                    .update();
        }
        superuser
                .sql("insert into documents.own_content (party, digest) values (:party, repeat('a', 64))")
                .param("party", PARTY)
                .update();
        joint(1, COMMITTEE, "JC/7/WP.3", "2022-03-02T10:00Z");
        joint(2, COMMITTEE, "JC/7/WP.3", "2022-03-01T10:00Z");
        joint(3, COMMITTEE, "JC/7/Wp.3", "2022-03-03T10:00Z");
        joint(4, COMMITTEE, "JC/7/WP.4", "2022-03-01T10:00Z");
        joint(5, COMMITTEE, null, "2022-03-01T10:00Z");
        joint(6, COMMITTEE, null, "2022-03-01T10:00Z");
        joint(7, OTHER, "JC/7/WP.3", "2022-03-04T10:00Z");
        own(8, "2022-03-01T10:00Z");
        own(9, "2022-03-02T10:00Z");
    }

    private void joint(int number, UUID committee, @Nullable String symbol, String at) {
        superuser
                .sql("""
                        insert into documents.paper (id, committee, party, symbol, kind, title, distribution, topic)
                        values (:id, :committee, :party, cast(:symbol as text), 'NON_PAPER', '{"en": "T"}', 'JOINT', 'committee')
                        """)
                .param("id", new UUID(1, number))
                .param("committee", committee)
                .param("party", PARTY)
                .param("symbol", symbol)
                .update();
        superuser
                .sql("""
                        insert into documents.revision (paper, number, committee, digest, name, type, size, by, at)
                        values (:id, 1, :committee, repeat('a', 64), 'n', 't', 1, :party, cast(:at as timestamptz)),
                          (:id, 2, :committee, repeat('a', 64), 'n', 't', 1, :party, now())
                        """)
                .param("id", new UUID(1, number))
                .param("committee", committee)
                .param("party", PARTY)
                .param("at", at)
                .update();
    }

    private void own(int number, String at) {
        superuser
                .sql("""
                        insert into documents.own_paper (party, id, committee, symbol, kind, title, topic)
                        values (:party, :id, :committee, 'JC/7/WP.3', 'NON_PAPER', '{"en": "T"}', 'committee')
                        """)
                .param("id", new UUID(1, number))
                .param("committee", COMMITTEE)
                .param("party", PARTY)
                .update();
        superuser
                .sql("""
                        insert into documents.own_revision (party, paper, number, digest, name, type, size, by, at)
                        values (:party, :id, 1, repeat('a', 64), 'n', 't', 1, :party, cast(:at as timestamptz))
                        """)
                .param("id", new UUID(1, number))
                .param("party", PARTY)
                .param("at", at)
                .update();
    }

    private void to(String version) {
        Flyway.configure()
                .dataSource(database.owner())
                .schemas("documents")
                .defaultSchema("documents")
                .createSchemas(false)
                .locations("classpath:db/migration/documents")
                .placeholders(java.util.Map.of("application", TestDatabase.APPLICATION))
                .target(version)
                .load()
                .migrate();
    }

    private List<Long> papers(String wanted) {
        return superuser
                .sql(wanted)
                .query((row, n) -> row.getObject(1, UUID.class).getLeastSignificantBits())
                .list();
    }

    @Test
    void everyPaperOfEverySideLearnsWhenItWasBrought() {
        to("3");
        assertThat(papers("""
                select id from documents.paper where committee = '%s' and symbol is not null order by brought, id
                """.formatted(COMMITTEE))).containsExactly(2L, 4L, 1L, 3L);
        assertThat(papers("select id from documents.own_paper order by brought"))
                .containsExactly(8L, 9L);
        assertThat(superuser
                        .sql("select relforcerowsecurity from pg_class where relname in ('own_paper', 'own_revision')")
                        .query(Boolean.class)
                        .list())
                .as("the walls stand again")
                .containsExactly(true, true);
    }

    @Test
    void theFirstBroughtKeepsASymbolToItselfAndNoneLosesIts() {
        to("4");
        assertThat(papers("select id from documents.paper where again order by id"))
                .containsExactly(1L, 3L);
        assertThat(papers("select id from documents.paper where lower(symbol) = 'jc/7/wp.3' order by id"))
                .containsExactly(1L, 2L, 3L, 7L);
        assertThat(papers("select id from documents.own_paper where symbol = 'JC/7/WP.3' order by id"))
                .containsExactly(8L, 9L);
    }

    @Test
    void fromThenOnTheDatabaseItselfRefusesASecond() {
        to("4");
        assertThatThrownBy(() -> superuser
                        .sql("update documents.paper set symbol = 'JC/7/Wp.4' where id = :id")
                        .param("id", new UUID(1, 2))
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(superuser
                        .sql("update documents.paper set symbol = 'JC/7/WP.5' where id = :id")
                        .param("id", new UUID(1, 2))
                        .update())
                .isOne();
    }
}

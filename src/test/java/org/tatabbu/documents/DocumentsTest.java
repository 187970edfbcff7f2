// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.language.LocalText;
import org.tatabbu.testing.OnStage;

@OnStage
class DocumentsTest {
    private static final Instant NOON = Instant.parse("2023-01-17T12:00:00Z");
    private static final String OWN_ROWS = """
            select (select count(*) from documents.own_paper) + (select count(*) from documents.own_revision)
              + (select count(*) from documents.own_content) + (select count(*) from documents.own_piece)
            """;

    @Autowired
    private Documents documents;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PrivateCircle circle;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID committee = UUID.randomUUID();
    private final Place east = new Place(committee, UUID.randomUUID(), UUID.randomUUID());
    private final Place west = new Place(committee, UUID.randomUUID(), UUID.randomUUID());

    private PaperId kept(Distribution distribution, Place by, byte[] content) {
        var draft =
                new PaperDraft(null, PaperKind.NON_PAPER, new LocalText("", "", "Title"), distribution, "committee");
        if (documents.keep(draft, new Bytes(content), by, NOON) instanceof Keeping.Kept kept) {
            return kept.paper();
        }
        throw new AssertionError("Not kept");
    }

    private static byte[] said(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long seenBy(Place who, String count) {
        return new TransactionTemplate(transactions).execute(status -> {
            circle.enter(who.party());
            return jdbc.sql(count).query(Long.class).single();
        });
    }

    @Test
    void theDatabaseItselfShowsAPartysRowsToNobodyElse() {
        kept(Distribution.PARTY, east, said("ours"));
        assertThat(seenBy(east, OWN_ROWS)).isEqualTo(4);
        assertThat(seenBy(west, OWN_ROWS)).isZero();
        assertThat(jdbc.sql(OWN_ROWS).query(Long.class).single()).isZero();
    }

    @Test
    void equalContentsAreKeptOncePerCircleAndNeverAcross() {
        var content = said("the same");
        kept(Distribution.PARTY, east, content);
        kept(Distribution.PARTY, east, content);
        kept(Distribution.PARTY, west, content);
        kept(Distribution.JOINT, west, content);
        assertThat(seenBy(east, "select count(*) from documents.own_piece")).isEqualTo(1);
        assertThat(seenBy(west, "select count(*) from documents.own_piece")).isEqualTo(1);
    }

    @Test
    void aContentOfManyPiecesComesBackAsItWas() throws Exception {
        var content = new byte[3 * ContentStore.PIECE + 1];
        new java.util.Random(1).nextBytes(content);
        var paper =
                documents.open(kept(Distribution.PARTY, east, content), east).orElseThrow();
        var size = content.length;
        assertThat(read(paper, 0, size - 1)).isEqualTo(content);
        for (var from : new int[] {1, ContentStore.PIECE - 1, ContentStore.PIECE, ContentStore.PIECE + 1}) {
            assertThat(read(paper, from, size - 2)).isEqualTo(Arrays.copyOfRange(content, from, size - 1));
        }
    }

    private byte[] read(Paper paper, long first, long last) throws IOException {
        try (var in = documents.read(paper, paper.latest(), first, last, east).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    @Test
    void onlyItsOwnSideChangesAPaperAndNothingNarrows() {
        var paper = kept(Distribution.JOINT, east, said("first"));
        assertThat(documents.revise(paper, new Bytes(said("second")), west, NOON))
                .isInstanceOf(Keeping.NotYours.class);
        assertThat(documents.widen(paper, Distribution.PUBLIC, west, NOON)).isEqualTo(Widening.NOT_YOURS);
        assertThat(documents.withdraw(paper, west, NOON)).isFalse();
        assertThat(documents.widen(paper, Distribution.PARTY, east, NOON)).isEqualTo(Widening.NOT_YOURS);
        assertThat(documents.widen(paper, Distribution.PUBLIC, east, NOON)).isEqualTo(Widening.WIDENED);
    }

    @Test
    void everyChangeOfAnOwnPaperIsNotedForItsSideAlone() {
        var paper = kept(Distribution.PARTY, east, said("first"));
        documents.revise(paper, new Bytes(said("second")), east, NOON);
        documents.withdraw(paper, east, NOON);
        var noted = "select count(*) from audit.change where about = '" + paper.id() + "'";
        assertThat(seenBy(east, noted)).isEqualTo(3);
        assertThat(seenBy(west, noted)).isZero();
    }
}

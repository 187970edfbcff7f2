// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.language.LocalText;
import org.tatabbu.testing.AtOnce;
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

    private Keeping brought(String symbol, Distribution distribution, Place by) {
        var draft = new PaperDraft(
                new PaperSymbol(symbol),
                PaperKind.NON_PAPER,
                new LocalText("", "", "Title"),
                distribution,
                "committee");
        return documents.keep(draft, new Bytes(said(symbol)), by, NOON);
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
        assertThat(documents.widen(paper, Distribution.PUBLIC, null, west, NOON))
                .isEqualTo(Widening.NOT_YOURS);
        assertThat(documents.withdraw(paper, west, NOON)).isFalse();
        assertThat(documents.widen(paper, Distribution.PARTY, null, east, NOON)).isEqualTo(Widening.NOT_YOURS);
        assertThat(documents.widen(paper, Distribution.PUBLIC, null, east, NOON))
                .isEqualTo(Widening.WIDENED);
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

    @Test
    void aSymbolNamesOnePaperAmongThoseThatEverySideReads() {
        assertThat(brought("JC/7/WP.3", Distribution.JOINT, east)).isInstanceOf(Keeping.Kept.class);
        assertThat(brought("JC/7/WP.3", Distribution.JOINT, west)).isEqualTo(new Keeping.SymbolTaken());
        assertThat(brought("JC/7/Wp.3", Distribution.PUBLIC, west))
                .as("letters alone do not tell two symbols apart")
                .isEqualTo(new Keeping.SymbolTaken());
        assertThat(brought("JC/7/WP.4", Distribution.PUBLIC, west)).isInstanceOf(Keeping.Kept.class);
        var elsewhere = new Place(UUID.randomUUID(), east.party(), east.account());
        assertThat(brought("JC/7/WP.3", Distribution.JOINT, elsewhere)).isInstanceOf(Keeping.Kept.class);
    }

    @Test
    void whatIsRefusedForItsSymbolLeavesNothing() {
        brought("JC/7/WP.3", Distribution.JOINT, east);
        var rows = "select (select count(*) from documents.piece) + (select count(*) from documents.revision)"
                + " + (select count(*) from audit.change where committee = '" + committee + "')";
        var before = seenBy(west, rows);
        var draft = new PaperDraft(
                new PaperSymbol("JC/7/WP.3"),
                PaperKind.NON_PAPER,
                new LocalText("", "", "Title"),
                Distribution.JOINT,
                "committee");
        assertThat(documents.keep(draft, new Bytes(said("another content")), west, NOON))
                .isEqualTo(new Keeping.SymbolTaken());
        assertThat(seenBy(west, rows)).isEqualTo(before);
    }

    @Test
    void aPartysOwnPaperNeitherTakesASymbolNorIsRefusedForOne() {
        for (var place : List.of(east, west, east)) {
            assertThat(brought("JC/7/WP.3", Distribution.PARTY, place)).isInstanceOf(Keeping.Kept.class);
        }
        assertThat(brought("JC/7/WP.3", Distribution.JOINT, west)).isInstanceOf(Keeping.Kept.class);
        assertThat(brought("JC/7/WP.3", Distribution.PARTY, east)).isInstanceOf(Keeping.Kept.class);
    }

    @Test
    void anOwnPaperGoesOverUnderAnotherSymbolWhereItsOwnIsTaken() {
        var symbol = new PaperSymbol("JC/7/WP.3");
        var own = ((Keeping.Kept) brought(symbol.text(), Distribution.PARTY, east)).paper();
        brought(symbol.text(), Distribution.JOINT, west);
        assertThat(documents.widen(own, Distribution.JOINT, symbol, east, NOON)).isEqualTo(Widening.SYMBOL_TAKEN);
        assertThat(documents.open(own, west)).isEmpty();
        var free = new PaperSymbol("JC/7/WP.4");
        assertThat(documents.widen(own, Distribution.JOINT, free, east, NOON)).isEqualTo(Widening.WIDENED);
        assertThat(documents.open(own, west).map(Paper::symbol)).contains(free);
    }

    @Test
    void ofSeveralWhoBringASymbolAtOnceOneIsFirst() throws Exception {
        var own = ((Keeping.Kept) brought("JC/7/WP.3", Distribution.PARTY, east)).paper();
        var symbol = new PaperSymbol("JC/7/WP.3");
        var acts = new ArrayList<Callable<Object>>();
        for (var place : List.of(east, west, east, west)) {
            acts.add(() -> brought("JC/7/WP.3", Distribution.JOINT, place));
        }
        acts.add(() -> documents.widen(own, Distribution.JOINT, symbol, east, NOON));
        assertThat(AtOnce.all(acts))
                .filteredOn(answer -> answer instanceof Keeping.Kept || answer == Widening.WIDENED)
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from documents.paper where committee = :committee")
                        .param("committee", committee)
                        .query(Long.class)
                        .single())
                .isOne();
    }
}

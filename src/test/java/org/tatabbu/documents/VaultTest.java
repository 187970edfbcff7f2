// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tatabbu.language.LocalText;
import org.tatabbu.testing.ObjectServer;
import org.tatabbu.testing.OnStage;

/** Papers whose contents are objects of a store that speaks S3. */
@OnStage
@DirtiesContext
class VaultTest {
    private static final Instant NOON = Instant.parse("2023-01-17T12:00:00Z");

    private static final ObjectServer SERVER = served();

    @Autowired
    private Documents documents;

    @Autowired
    private Contents contents;

    @Autowired
    private ContentStore store;

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcClient jdbc;

    private final UUID committee = UUID.randomUUID();
    private final Place east = new Place(committee, UUID.randomUUID(), UUID.randomUUID());
    private final Place west = new Place(committee, UUID.randomUUID(), UUID.randomUUID());

    private static ObjectServer served() {
        try {
            return new ObjectServer(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "objects"));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @DynamicPropertySource
    static void serve(DynamicPropertyRegistry registry) {
        SERVER.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @BeforeEach
    void empty() throws IOException {
        for (var object : SERVER.objects()) {
            Files.delete(object);
        }
    }

    private Keeping keep(Distribution distribution, Place by, String content) {
        var draft =
                new PaperDraft(null, PaperKind.NON_PAPER, new LocalText("", "", "Title"), distribution, "committee");
        return documents.keep(draft, new Bytes(content.getBytes(StandardCharsets.UTF_8)), by, NOON);
    }

    private PaperId kept(Distribution distribution, Place by, String content) {
        if (keep(distribution, by, content) instanceof Keeping.Kept kept) {
            return kept.paper();
        }
        throw new AssertionError("Not kept");
    }

    private String read(PaperId id, Place reader, long first, long last) throws IOException {
        var paper = documents.open(id, reader).orElseThrow();
        try (var in = documents.read(paper, paper.latest(), first, last, reader).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long arriving() {
        return jdbc.sql("select count(*) from documents.arriving")
                .query(Long.class)
                .single();
    }

    @Test
    void aContentIsOneObjectAndComesBackWholeAndInPart() throws Exception {
        var pieces = "select count(*) from documents.piece";
        var before = jdbc.sql(pieces).query(Long.class).single();
        var paper = kept(Distribution.JOINT, east, "0123456789");
        assertThat(jdbc.sql(pieces).query(Long.class).single()).isEqualTo(before);
        assertThat(SERVER.objects())
                .singleElement()
                .satisfies(object -> assertThat(object).hasContent("0123456789"));
        assertThat(read(paper, east, 0, 9)).isEqualTo("0123456789");
        assertThat(read(paper, east, 3, 5)).isEqualTo("345");
        assertThat(arriving()).isZero();
    }

    @Test
    void theNameOfAnObjectTellsNothingAndEachCircleHasItsOwn() throws Exception {
        kept(Distribution.PARTY, east, "the same");
        kept(Distribution.PARTY, east, "the same");
        kept(Distribution.PARTY, west, "the same");
        kept(Distribution.JOINT, west, "the same");
        assertThat(SERVER.objects()).hasSize(3);
        assertThat(SERVER.objects())
                .allSatisfy(object -> assertThat(object.toString())
                        .doesNotContain(east.party().toString(), west.party().toString(), committee.toString())
                        .doesNotContain(
                                ContentDigest.of(Files.newInputStream(object)).hex()));
        assertThat(arriving()).isZero();
    }

    @Test
    void aPaperThatIsSharedHasAnObjectOfItsOwn() throws Exception {
        var paper = kept(Distribution.PARTY, east, "ours");
        assertThat(documents.open(paper, west)).isEmpty();
        assertThat(documents.widen(paper, Distribution.JOINT, null, east, NOON)).isEqualTo(Widening.WIDENED);
        assertThat(SERVER.objects()).hasSize(2);
        assertThat(read(paper, west, 0, 3)).isEqualTo("ours");
    }

    @Test
    void whileTheStoreIsAwayNothingIsHalfKept() throws Exception {
        var paper = kept(Distribution.JOINT, east, "before");
        var own = kept(Distribution.PARTY, east, "own");
        SERVER.stop();
        try {
            assertThat(keep(Distribution.JOINT, east, "meanwhile")).isEqualTo(new Keeping.StoreAway());
            assertThat(documents.revise(paper, new Bytes(new byte[] {1}), east, NOON))
                    .isEqualTo(new Keeping.StoreAway());
            assertThat(documents.widen(own, Distribution.JOINT, null, east, NOON))
                    .isEqualTo(Widening.STORE_AWAY);
            var there = documents.open(paper, west).orElseThrow();
            assertThat(documents.read(there, there.latest(), 0, 5, west)).isEmpty();
            assertThat(there.revisions()).hasSize(1);
            assertThat(documents.of(west, "", null, 9)).hasSize(1);
        } finally {
            SERVER.goOn();
        }
        assertThat(arriving()).isEqualTo(3);
        contents.sweep(NOON.plusSeconds(1));
        assertThat(arriving()).isZero();
        assertThat(read(paper, west, 0, 5)).isEqualTo("before");
        assertThat(SERVER.objects()).hasSize(2);
    }

    @Test
    void whatNobodyKeptIsGoneAndWhatWasKeptStays() throws Exception {
        kept(Distribution.JOINT, east, "kept");
        var content = new Bytes("given up".getBytes(StandardCharsets.UTF_8));
        var digest = ContentDigest.of(content.open());
        contents.deliver(content, digest, NOON).close();
        assertThat(SERVER.objects()).hasSize(1);
        var stranded = UUID.randomUUID();
        store.announce(stranded, NOON);
        vault.put(stranded, digest, content);
        contents.sweep(NOON);
        assertThat(SERVER.objects()).as("it may still be on its way").hasSize(2);
        contents.sweep(NOON.plusSeconds(1));
        assertThat(SERVER.objects())
                .singleElement()
                .satisfies(object -> assertThat(object).hasContent("kept"));
    }

    @Test
    void whatIsNotTheContentThatWasBroughtIsNotGivenOutWhole() throws Exception {
        var paper = kept(Distribution.JOINT, east, "0123456789");
        Files.writeString(SERVER.objects().getFirst(), "01234X6789");
        assertThatThrownBy(() -> read(paper, west, 0, 9)).isInstanceOf(IOException.class);
        Files.writeString(SERVER.objects().getFirst(), "01234");
        assertThatThrownBy(() -> read(paper, west, 0, 9)).isInstanceOf(IOException.class);
    }

    @Test
    void theStoreRefusesWhatIsNotOfItsDigest() {
        var other = new ContentDigest("0".repeat(64));
        var content = new Bytes(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> contents.deliver(content, other, NOON)).isInstanceOf(Vault.Away.class);
        assertThat(arriving()).isZero();
    }

    @Test
    void aContentThatWasInTheDatabaseBeforeStaysReadable() throws Exception {
        var paper = kept(Distribution.JOINT, east, "in pieces");
        var digest = documents.open(paper, east).orElseThrow().latest().digest();
        var circle = new Circle(UUID.randomUUID(), false);
        assertThat(store.add(circle, digest, null)).isTrue();
        store.addPieces(circle, digest, new Bytes("in pieces".getBytes(StandardCharsets.UTF_8)).open());
        var revision = documents.open(paper, east).orElseThrow().latest();
        try (var in = contents.read(circle, revision, 3, 5, west.party())) {
            assertThat(in.readAllBytes()).isEqualTo("pie".getBytes(StandardCharsets.UTF_8));
        }
    }
}

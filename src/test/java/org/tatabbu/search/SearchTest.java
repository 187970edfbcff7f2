// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

class SearchTest {
    private static final UUID HERE = UUID.randomUUID();
    private static final UUID ELSEWHERE = UUID.randomUUID();
    private static final Reader SEAT = new Reader(Set.of(HERE));

    private static final Catalogue CATALOGUE = new Catalogue();

    @BeforeAll
    static void put() {
        CATALOGUE.put("bridge", Language.AR, "بناء جسر للجنة المشتركة", "اتفق الطرفان على لجان فرعية.");
        CATALOGUE.put("pont", Language.FR, "Construction d’un pont frontalier", "Les travaux dureront deux années.");
        CATALOGUE.put("ferry", Language.EN, "A ferry between the ports", "Ferries sail twice a day <b>in summer</b>.");
        CATALOGUE.put(
                Kind.PAPER,
                "joint",
                HERE,
                Language.FR,
                "Note sur le téléphérique",
                "Un téléphérique relierait les rives.");
        CATALOGUE.put(Kind.PAPER, "theirs", ELSEWHERE, Language.FR, "Note sur le dirigeable", "Un dirigeable.");
    }

    @ParameterizedTest
    @CsvSource({
        "لجنه, AR, /news/bridge",
        "اللجنةُ, AR, /news/bridge",
        "لـــجـــنـــة, AR, /news/bridge",
        "ponts frontaliers, FR, /news/pont",
        "annee, FR, /news/pont",
        "ferries, EN, /news/ferry",
        "FERRY, AR, /news/ferry"
    })
    void aWordIsFoundHoweverItIsWritten(String words, Language language, String path) {
        assertThat(CATALOGUE.paths(words, language)).containsExactly(path);
    }

    @Test
    void aHitIsMarkedInItsOwnSpelling() {
        var found = CATALOGUE.find("لجنه", Language.AR).hits().getFirst();

        assertThat(marked(found.title())).containsExactly("للجنة");
        assertThat(marked(found.body())).containsExactly("لجان");
    }

    @Test
    void whatHasEveryWordComesBeforeWhatHasSome() {
        var answer = CATALOGUE.find("ferry between deux ports", Language.EN);

        assertThat(answer.wholes()).isZero();
        assertThat(answer.hits()).extracting(Found::path).containsExactly("/news/ferry", "/news/pont");
    }

    @Test
    void onlySeatsFindWhatIsJoint() {
        assertThat(CATALOGUE.paths("téléphérique", Language.FR)).isEmpty();
        assertThat(CATALOGUE.paths("téléphérique", Language.FR, new Reader(Set.of(ELSEWHERE))))
                .isEmpty();
        assertThat(CATALOGUE.find("téléphérique", Language.FR, SEAT).hits())
                .singleElement()
                .matches(Found::joint);
    }

    @Test
    void aSlipIsMendedByWordsThatTheReaderMayFind() {
        assertThat(CATALOGUE.find("frontalyer pont", Language.FR).meant()).isEqualTo("frontalier pont");
        assertThat(CATALOGUE.find("téléphérlque", Language.FR, SEAT).meant()).isEqualTo("téléphérique");
        assertThat(CATALOGUE.find("téléphérlque", Language.FR).meant()).isEmpty();
        assertThat(CATALOGUE.find("dirigeabla", Language.FR, SEAT).meant()).isEmpty();
    }

    @Test
    void aWordWhoseTextsAreGoneIsNotSuggested() {
        var catalogue = new Catalogue();
        catalogue.put("gone", Language.EN, "The lighthouse", "");
        catalogue.search.unpublish(Kind.ARTICLE, "gone");

        assertThat(catalogue.find("lighthouze", Language.EN).meant()).isEmpty();
        assertThat(catalogue.paths("lighthouse", Language.EN)).isEmpty();
    }

    @Test
    void whatIsTakenOutOfThePublicStaysWithTheSeatsUntilItIsRemoved() {
        var catalogue = new Catalogue();
        catalogue.put(Kind.PAPER, "p", null, Language.EN, "Harbour", "");
        catalogue.put(Kind.PAPER, "p", HERE, Language.EN, "Harbour", "");

        catalogue.search.unpublish(Kind.PAPER, "p");
        assertThat(catalogue.paths("harbour", Language.EN)).isEmpty();
        assertThat(catalogue.paths("harbour", Language.EN, SEAT)).hasSize(1);

        catalogue.search.remove(Kind.PAPER, "p");
        assertThat(catalogue.paths("harbour", Language.EN, SEAT)).isEmpty();
    }

    @Test
    void whatATransactionTakesBackIsNotFound() {
        var catalogue = new Catalogue();

        catalogue.transactions.executeWithoutResult(status -> {
            catalogue.put("draft", Language.EN, "A draft", "");
            status.setRollbackOnly();
        });
        catalogue.put("kept", Language.EN, "A pier", "");

        assertThat(catalogue.paths("draft", Language.EN)).isEmpty();
        assertThat(catalogue.paths("pier", Language.EN)).hasSize(1);
    }

    @Test
    void aLanguageThatATextLosesIsNoLongerFound() {
        var catalogue = new Catalogue();
        catalogue.put("one", Language.EN, "A pier", "");
        catalogue.put("one", Language.FR, "Une jetée", "");

        assertThat(catalogue.paths("pier", Language.EN)).isEmpty();
        assertThat(catalogue.paths("jetée", Language.EN)).hasSize(1);
    }

    @Test
    void rowsOfAnotherFoldingAreFoldedAgain() {
        var catalogue = new Catalogue();
        catalogue.put("one", Language.EN, "A pier", "");
        catalogue.put(Kind.PAPER, "two", HERE, Language.EN, "A quay", "");
        catalogue
                .client
                .sql("update search.document set folding = 0, lexemes = ''")
                .update();
        catalogue
                .client
                .sql("update search.joint_document set folding = 0, lexemes = ''")
                .update();
        assertThat(catalogue.paths("pier", Language.EN)).isEmpty();

        while (Boolean.TRUE.equals(catalogue.transactions.execute(status -> catalogue.index.refold(1)))) {
            assertThat(catalogue.written.old(10)).hasSizeLessThan(2);
        }

        assertThat(catalogue.paths("pier", Language.EN)).hasSize(1);
        assertThat(catalogue.paths("quay", Language.EN, SEAT)).hasSize(1);
        assertThat(catalogue.paths("quay", Language.EN)).isEmpty();
    }

    /** Else what it became would be overwritten with the lexemes of what it was. */
    @Test
    void nobodyChangesARowWhileItIsFoldedAgain() {
        var catalogue = new Catalogue();
        catalogue.put("one", Language.EN, "A pier", "");
        catalogue.put(Kind.PAPER, "two", HERE, Language.EN, "A quay", "");
        for (var table : List.of("search.document", "search.joint_document")) {
            catalogue.client.sql("update " + table + " set folding = 0").update();
        }
        catalogue.transactions.executeWithoutResult(status -> {
            assertThat(catalogue.written.old(10)).hasSize(2);
            for (var table : List.of("search.document", "search.joint_document")) {
                var free = catalogue.client.sql("select of from " + table + " for update skip locked");
                assertThat(free.query((row, n) -> row.getString("of")).list())
                        .as(table)
                        .isEmpty();
            }
        });
    }

    @Test
    void aDocumentInThreeLanguagesIsFoundOnceInTheReadersOwn() {
        var catalogue = new Catalogue();
        catalogue.search.put(new Document(
                Kind.ACT,
                "a",
                null,
                "c",
                Catalogue.NAME,
                LocalText.each(language -> "JC/7/2023 " + language.ownName()),
                LocalText.NONE,
                List.of(),
                Catalogue.DAY,
                "/committees/c/acts/2023/7"));

        for (var language : Language.ALL) {
            assertThat(catalogue.find("jc/٧/2023", language).hits())
                    .singleElement()
                    .extracting(Found::language)
                    .isEqualTo(language);
        }
    }

    @Test
    void limitsHoldForEveryHit() {
        var answer = CATALOGUE.search.find(
                Asked.of(Map.of("q", "ferry", "kind", "act", "year", "٢٠٢٤")), Reader.PUBLIC, Language.EN);
        var year = CATALOGUE.search.find(Asked.of(Map.of("q", "ferry", "year", "٢٠٢٤")), Reader.PUBLIC, Language.EN);

        assertThat(answer.total()).isZero();
        assertThat(year.total()).isEqualTo(1);
    }

    @Test
    void whatSaysTheSameIsRelatedBeforeWhatDoesNot() {
        var catalogue = new Catalogue();
        catalogue.put("a", Language.EN, "Rail tunnel under the strait", "Tunnel works begin.");
        catalogue.put("b", Language.EN, "Scholarships for nurses", "Students apply in May.");
        catalogue.put("c", Language.EN, "Cost of the tunnel", "The strait is deep.");
        catalogue.put(Kind.PAPER, "d", null, Language.EN, "Tunnel under the strait", "");
        catalogue.put(Kind.ARTICLE, "e", HERE, Language.EN, "Tunnel under the strait", "");

        assertThat(catalogue.search.related(Kind.ARTICLE, "a", Language.EN, 3)).containsExactly("c");
    }

    @Test
    void anAreaIsFoundHoweverLongItsName() {
        var catalogue = new Catalogue();
        var area = LocalText.NONE.with(Language.EN, "Harbours and ferries ".repeat(200));
        catalogue.search.put(new Document(
                Kind.ARTICLE,
                "long",
                null,
                "c",
                Catalogue.NAME,
                LocalText.NONE.with(Language.EN, "A quay"),
                LocalText.NONE,
                List.of(area),
                Catalogue.DAY,
                "/news/long"));

        var asked = Asked.of(Map.of("q", "quay", "area", Lexemes.areaKey(area)));
        assertThat(asked.area()).isNotEmpty();
        assertThat(catalogue.search.find(asked, Reader.PUBLIC, Language.EN).hits())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "% _ \\ '' \" ' & | ! ( ) :* <->",
                "\"unbalanced",
                "'); drop table search.document; --",
                "~x #kind:paper",
                "\ud800",
                "و",
                "🙂 🙂"
            })
    void noQuestionBreaksTheSearch(String words) {
        assertThat(CATALOGUE.find(words, Language.AR, SEAT).hits())
                .noneMatch(found -> found.title().pieces().isEmpty());
        assertThat(CATALOGUE.find(words.repeat(2_000), Language.FR).total()).isZero();
    }

    private static Set<String> marked(Excerpt excerpt) {
        return excerpt.pieces().stream()
                .filter(Excerpt.Piece::marked)
                .map(Excerpt.Piece::text)
                .collect(Collectors.toSet());
    }
}

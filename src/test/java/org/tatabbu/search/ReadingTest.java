// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tatabbu.language.Folding;
import org.tatabbu.language.Language;
import org.tatabbu.testing.DefaultLocales;

class ReadingTest {
    @ParameterizedTest
    @CsvSource({
        "للجنة, اللجنة, AR",
        "لجنة, لجان, AR",
        "وباللجان, لجنته, AR",
        "محاضر, محضر, AR",
        "قراراتها, القرار, AR",
        "الاتفاقيات, اتفاقية, AR",
        "مسؤول, المسؤولين, AR",
        "إعلان, اعلانًا, AR",
        "وزير, الوزراء, AR",
        "ﻟﺠﻨﺔ, لجنة, AR",
        "rapports, rapport, FR",
        "régionaux, régional, FR",
        "décisions, décision, FR",
        "commitments, commitment, EN",
        "parties, party, EN",
        "spokesmen, spokesman, EN"
    })
    void twoFormsOfAWordMeet(String one, String other, Language language) {
        assertThat(Collections.disjoint(lexemes(one, language), lexemes(other, language)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"لجنة, جنوب, AR", "محضر, حضارة, AR", "قرار, قرية, AR", "comité, commission, FR", "party, parliament, EN"
    })
    void otherWordsDoNot(String one, String other, Language language) {
        assertThat(Collections.disjoint(lexemes(one, language), lexemes(other, language)))
                .isTrue();
    }

    @Property(tries = 300)
    void foldingTwiceIsFoldingOnce(@ForAll @StringLength(max = 60) String text) {
        assertThat(DefaultLocales.each(() -> Folding.of(Folding.of(text)))).containsOnly(Folding.of(text));
    }

    @Property(tries = 300)
    void anExcerptIsThePartOfTheTextThatItIsAndMarksOnlyWords(@ForAll @StringLength(max = 700) String text) {
        var tokens = Reading.of(text);
        var wanted = tokens.stream()
                .limit(3)
                .flatMap(token -> token.lexemes(Language.AR).stream())
                .collect(Collectors.toSet());

        var part = Excerpt.part(text, Language.AR, wanted);

        assertThat(text)
                .contains(part.pieces().stream().map(Excerpt.Piece::text).collect(Collectors.joining()));
        assertThat(part.pieces())
                .filteredOn(Excerpt.Piece::marked)
                .allMatch(piece -> tokens.stream()
                        .anyMatch(token ->
                                text.substring(token.from(), token.to()).equals(piece.text())));
    }

    @Property(tries = 300)
    void whateverIsAskedIsReadInto(@ForAll @StringLength(max = 400) String words) {
        var asked = Asked.of(Map.of("q", words, "area", words, "year", words));

        assertThat(asked.words().length()).isLessThanOrEqualTo(Asked.LONGEST);
        assertThat(Question.of(asked).words()).hasSizeLessThanOrEqualTo(Question.MOST_WORDS);
        assertThat(Asked.of(asked.fields())).isEqualTo(asked);
    }

    private static Set<String> lexemes(String text, Language language) {
        return Reading.of(text).stream()
                .flatMap(token -> token.lexemes(language).stream())
                .collect(Collectors.toSet());
    }
}

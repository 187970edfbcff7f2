// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "أحمد, احمد",
        "إلى, الي",
        "آفاق, افاق",
        "ٱلْعَرَبِيَّةُ, العربيه",
        "مــاء, ماء",
        "مسؤول, مسوول",
        "١٧, 17",
        "Réunion, reunion",
        "TITRE, titre",
        "İstanbul, istanbul",
    })
    void whatIsOftenWrittenInTwoWaysIsComparedInOne(String written, String folded) {
        assertThat(Folding.of(written)).isEqualTo(folded);
        assertThat(Folding.of(folded)).isEqualTo(Folding.of(Folding.of(folded)));
    }

    @Test
    void aSearchIsItsWords() {
        assertThat(Folding.words("  Déjà\nوُرود ")).containsExactly("deja", "ورود");
        assertThat(Folding.words("   ")).isEmpty();
    }
}

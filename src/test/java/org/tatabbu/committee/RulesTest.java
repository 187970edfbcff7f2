// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.language.Language;

class RulesTest {
    @Test
    void aRuleThatNobodySetHasItsUsualValue() {
        var rules = new Rules(Map.of(Rule.PAPERS_DAYS, "3"));

        assertThat(rules.days(Rule.PAPERS_DAYS)).isEqualTo(3);
        assertThat(rules.days(Rule.ITEM_REQUEST_DAYS)).isEqualTo(21);
        assertThat(rules.on(Rule.SILENCE_CONSENTS)).isFalse();
        assertThat(rules.on(Rule.WRITTEN_PROCEDURE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "366", "07", "1.5", "ON", "٧"})
    void aRuleThatCountsTakesDaysAlone(String value) {
        assertThat(Rule.PAPERS_DAYS.allows(value)).isFalse();
        assertThatThrownBy(() -> new Rules(Map.of(Rule.PAPERS_DAYS, value)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void everyPresetReadsInEveryLanguage(Preset preset) {
        for (var language : Language.ALL) {
            assertThat(preset.label(language)).isNotBlank();
            for (var rule : Rule.values()) {
                assertThat(rule.label(language)).isNotBlank();
                assertThat(rule.label(preset.rules().value(rule), language)).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyValueOfARuleReadsInEveryLanguage(Rule rule) {
        assertThat(rule.allows(rule.usual())).isTrue();
        for (var language : Language.ALL) {
            assertThat(rule.choices())
                    .allSatisfy(value -> assertThat(rule.label(value, language)).isNotBlank());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tatabbu.testing.DefaultLocales;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-01-16 | 2023-01-16 | 16 يناير 2023               | 16 janvier 2023                  | 16 January 2023
            2023-01-16 | 2023-01-17 | 16 و17 يناير 2023           | 16 et 17 janvier 2023            | 16 and 17 January 2023
            2023-01-16 | 2023-01-19 | من 16 إلى 19 يناير 2023     | 16 au 19 janvier 2023            | 16 to 19 January 2023
            2023-02-01 | 2023-02-01 | 1 فبراير 2023               | 1er février 2023                 | 1 February 2023
            2023-02-01 | 2023-02-02 | 1 و2 فبراير 2023            | 1er et 2 février 2023            | 1 and 2 February 2023
            2023-02-28 | 2023-03-01 | من 28 فبراير 2023 إلى 1 مارس 2023 | 28 février 2023 au 1er mars 2023 | 28 February 2023 to 1 March 2023
            2022-12-31 | 2023-12-31 | من 31 ديسمبر 2022 إلى 31 ديسمبر 2023 | 31 décembre 2022 au 31 décembre 2023 | 31 December 2022 to 31 December 2023
            """)
    void daysAreWrittenAsEachLanguageWritesThem(LocalDate first, LocalDate last, String ar, String fr, String en) {
        assertThat(DefaultLocales.each(() -> Language.ALL.stream()
                        .map(language -> Dates.days(first, last, language))
                        .toList()))
                .containsOnly(List.of(ar, fr, en));
    }

    @Test
    void aMomentNamesItsZone() {
        var opening = Instant.parse("2023-01-16T08:30:00Z");

        var spoken = DefaultLocales.each(() -> Language.ALL.stream()
                .map(language -> Dates.moment(opening, ZoneId.of("Africa/Algiers"), language))
                .toList());

        assertThat(spoken).allMatch(spoken.getFirst()::equals);
        assertThat(spoken.getFirst().get(0))
                .startsWith("16 يناير 2023، 09:30 (")
                .contains("وسط أوروبا");
        assertThat(spoken.getFirst().get(1))
                .startsWith("16 janvier 2023, 09:30 (")
                .contains("Europe centrale");
        assertThat(spoken.getFirst().get(2))
                .startsWith("16 January 2023, 09:30 (")
                .contains("Central European");
    }

    @Test
    void theHijriDayIsThatOfUmmAlQura() {
        var day = LocalDate.of(2023, 1, 16);

        assertThat(DefaultLocales.each(() -> Dates.hijri(day, Language.AR))).containsOnly("23 جمادى الآخرة 1444");
    }

    @Property
    void aDayIsTheSameOnEveryMachineAndInWesternDigits(@ForAll("days") LocalDate day, @ForAll Language language) {
        var spoken = DefaultLocales.each(() -> Dates.day(day, language) + " / " + Dates.hijri(day, language));

        assertThat(spoken).containsOnly(spoken.getFirst());
        assertThat(spoken.getFirst()).contains(String.valueOf(day.getYear())).doesNotContainPattern("[٠-٩۰-۹,{}]");
    }

    @Property
    void aRunOfDaysNamesBothEnds(
            @ForAll("days") LocalDate first,
            @ForAll @IntRange(min = 1, max = 500) int more,
            @ForAll Language language) {
        var last = first.plusDays(more);

        assertThat(Dates.days(first, last, language))
                .contains(String.valueOf(first.getDayOfMonth()))
                .endsWith(Dates.day(last, language).replaceFirst("^\\S+ ", ""))
                .contains(String.valueOf(last.getDayOfMonth()));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2100, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}

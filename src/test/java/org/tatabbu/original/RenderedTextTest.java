// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.original;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tatabbu.language.Language;
import org.tatabbu.statement.CanonicalJson;
import org.tatabbu.statement.Digest;

class RenderedTextTest {
    private static final String EAST = "00000000-0000-4000-8000-000000000001";
    private static final String WEST = "00000000-0000-4000-8000-000000000002";

    @Test
    void everythingThatTheRecordSaysInALanguageStandsInItsText() {
        var record = CanonicalJson.bytes(record());
        for (var language : Language.ALL) {
            var text = new String(RenderedText.of(record, language), UTF_8);
            var said = said(record(), language);

            assertThat(said).hasSizeGreaterThan(15);
            assertThat(text).contains(said);
            assertThat(text).contains("5.1").endsWith("\n");
        }
    }

    @Test
    void theSameBytesAreAlwaysReadAlike() {
        var record = CanonicalJson.bytes(record());

        assertThat(RenderedText.of(record, Language.AR)).isEqualTo(RenderedText.of(record.clone(), Language.AR));
    }

    @Test
    void everyWordAndNumberIsTheRecordsAndTheOrderIsOneForAllLanguages() {
        var record = CanonicalJson.bytes(record());

        assertThat(new String(RenderedText.of(record, Language.FR), UTF_8))
                .isEqualTo("""
                لجنة fr
                7 · 2023-01-16 – 2023-01-17 · مكان fr

                – شرق fr
                – غرب fr

                2021-05-04 · سلطة fr
                تكليف fr
                ولاية fr

                – رتبة fr Layla · منصب fr · شرق fr

                5.1 · نقطة fr

                1. بند fr
                   5.1 · شرق fr
                   2023-03-31 · شرق fr · وزارة fr

                2. علم fr

                – موضوع fr · هيئات fr · مستوى fr

                %s
                %s
                """.formatted(Digest.of(record).hex(), "ab".repeat(32)));
        assertThat(new String(RenderedText.of(record, Language.AR), UTF_8))
                .contains("\n1. بند ar\nسطر\n   5.1 · شرق ar\n", "– رتبة ar ليلى · منصب ar");
    }

    @Test
    void aTextWithoutMeetingIsReadToo() {
        var record = record();
        List.of("meeting", "participants", "agenda", "annexes").forEach(record::remove);
        record.put("title", text("عنوان"));

        assertThat(new String(RenderedText.of(CanonicalJson.bytes(record), Language.EN), UTF_8))
                .startsWith("لجنة en\nعنوان en\n\n– شرق en\n");
    }

    private static Map<String, Object> record() {
        var record = new HashMap<String, Object>();
        record.put("type", AgreedRecord.TYPE);
        record.put(
                "committee",
                Map.of(
                        "id",
                        WEST,
                        "slug",
                        "c",
                        "name",
                        text("لجنة"),
                        "mandate",
                        Map.of("authority", text("سلطة"), "text", text("تكليف"), "on", "2021-05-04")));
        record.put(
                "parties", List.of(Map.of("id", EAST, "name", text("شرق")), Map.of("id", WEST, "name", text("غرب"))));
        record.put("languages", List.of("ar", "fr", "en"));
        record.put(
                "meeting",
                Map.of(
                        "id",
                        EAST,
                        "number",
                        7,
                        "from",
                        "2023-01-16",
                        "to",
                        "2023-01-17",
                        "venue",
                        text("مكان"),
                        "mandate",
                        text("ولاية"),
                        "sideMeetings",
                        List.of(Map.of("bodies", text("هيئات"), "level", text("مستوى"), "subject", text("موضوع")))));
        record.put(
                "participants",
                List.of(Map.of(
                        "party",
                        EAST,
                        "name",
                        List.of("ليلى", "Layla"),
                        "rank",
                        text("رتبة"),
                        "office",
                        text("منصب"),
                        "chairs",
                        true)));
        record.put("agenda", List.of(Map.of("label", "5.1", "title", text("نقطة"), "kind", "DECISION")));
        record.put(
                "clauses",
                List.of(
                        Map.of(
                                "id",
                                EAST,
                                "number",
                                1,
                                "revision",
                                1,
                                "verb",
                                "UNDERTOOK",
                                "text",
                                Map.of("ar", "بند ar\nسطر", "fr", "بند fr", "en", "بند en"),
                                "item",
                                "5.1",
                                "party",
                                EAST,
                                "commitment",
                                Map.of("owner", EAST, "body", text("وزارة"), "due", "2023-03-31")),
                        Map.of("id", WEST, "number", 2, "revision", 1, "verb", "NOTED", "text", text("علم"))));
        record.put("annexes", List.of());
        record.put("previous", "ab".repeat(32));
        return record;
    }

    private static Map<String, String> text(String what) {
        return Map.of("ar", what + " ar", "fr", what + " fr", "en", what + " en");
    }

    private static List<String> said(Object value, Language language) {
        return switch (value) {
            case Map<?, ?> all ->
                all.get(language.tag()) instanceof String text
                        ? List.of(text)
                        : all.values().stream()
                                .flatMap(one -> said(one, language).stream())
                                .toList();
            case List<?> all ->
                all.stream().flatMap(one -> said(one, language).stream()).toList();
            default -> List.of();
        };
    }
}

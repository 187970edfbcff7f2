// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tatabbu.language.Language;
import org.tatabbu.original.RenderedText;

/** The text that the program makes of a whole record is the one that whoever verifies makes of it, and no other. */
class ReadingTest {
    /** A record with everything that a meeting leaves, and the program's own texts of it. */
    static Story whole() {
        var story = new Story();
        var east = story.sides.getFirst().id;
        var west = story.sides.get(1).id;
        story.record.put(
                "committee",
                Map.of(
                        "id",
                        story.committee,
                        "slug",
                        "c",
                        "name",
                        all("لجنة"),
                        "mandate",
                        Map.of("authority", all("سلطة"), "text", all("تكليف"), "on", "2021-05-04")));
        story.record.put("meeting", meeting());
        story.record.put(
                "participants",
                List.of(
                        person(east, "ليلى", "Layla", all("رتبة"), all("منصب")),
                        person(west, "عمر", "", Map.of("ar", "", "fr", "", "en", ""), all("منصب"))));
        story.record.put("agenda", List.of(Map.of("label", "5.1", "title", all("نقطة"), "kind", "DECISION")));
        story.record.put(
                "clauses",
                List.of(
                        Map.of(
                                "number",
                                1,
                                "verb",
                                "UNDERTOOK",
                                "text",
                                Map.of("ar", "بند\nسطر", "fr", "clause\nligne", "en", "clause\nline"),
                                "item",
                                "5.1",
                                "party",
                                east,
                                "commitment",
                                Map.of("owner", west, "body", all("وزارة"), "due", "2026-12-31")),
                        Map.of("number", 2, "verb", "NOTED", "text", all("علم"))));
        story.record.put("annexes", List.of());
        story.record.put("previous", "ab".repeat(32));
        story.reading = (record, language) ->
                new String(RenderedText.of(record, Language.of(language).orElseThrow()), UTF_8);
        return story;
    }

    private static Map<String, Object> meeting() {
        return Map.of(
                "number",
                7,
                "from",
                "2026-11-23",
                "to",
                "2026-11-24",
                "venue",
                all("مكان"),
                "mandate",
                all("ولاية"),
                "sideMeetings",
                List.of(Map.of("bodies", all("هيئات"), "level", all("مستوى"), "subject", all("موضوع"))));
    }

    private static Map<String, Object> person(
            String party, String arabic, String latin, Map<String, String> rank, Map<String, String> office) {
        return Map.of("party", party, "name", List.of(arabic, latin), "rank", rank, "office", office, "chairs", true);
    }

    private static Map<String, String> all(String what) {
        return Map.of("ar", what + " ar", "fr", what + " fr", "en", what + " en");
    }

    private static String refused(Language language, UnaryOperator<String> edit) {
        var story = whole();
        story.edited.put(language.tag(), edit);
        return Verifier.ask(story.bundle()).code();
    }

    @ParameterizedTest
    @EnumSource
    void theProgramsTextIsTheOneThatIsMadeAgain(Language language) {
        var story = whole();

        assertThat(Verifier.ask(story.bundle()).fault()).isEmpty();
        assertThat(story.texts.get(language.tag()))
                .contains("7 · 2026-11-23 – 2026-11-24 · مكان " + language.tag())
                .contains("   2026-12-31 · ")
                .contains("– عمر · منصب");
    }

    @ParameterizedTest
    @EnumSource
    void aClauseAddedIsRefused(Language language) {
        assertThat(refused(language, text -> text.replace("\n\n2. ", "\n\n2. علم\n\n3. ")))
                .isEqualTo("reading");
    }

    @ParameterizedTest
    @EnumSource
    void aSentencePutBeforeAClauseIsRefused(Language language) {
        assertThat(refused(language, text -> text.replace("\n\n2. ", "\n\nRejected:\n2. ")))
                .isEqualTo("reading");
    }

    @ParameterizedTest
    @EnumSource
    void anotherPlaceIsRefused(Language language) {
        assertThat(refused(language, text -> text.replace("مكان", "قاعة"))).isEqualTo("reading");
    }

    @ParameterizedTest
    @EnumSource
    void anotherDateIsRefused(Language language) {
        assertThat(refused(language, text -> text.replace("2026-11-24", "2026-11-25")))
                .isEqualTo("reading");
        assertThat(refused(language, text -> text.replace("2026-12-31", "2027-12-31")))
                .isEqualTo("reading");
    }
}

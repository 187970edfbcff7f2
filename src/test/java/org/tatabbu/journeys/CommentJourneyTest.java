// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.language.Language;

/** A reader says something under an article, and everybody reads it once a moderator has. */
@Told
class CommentJourneyTest {
    private static final String PARTIAL = "nadia.reader@";

    @Autowired
    Stage stage;

    private final String author = "Nadia " + UUID.randomUUID();
    private final String email = UUID.randomUUID() + "@readers.example";
    private final String opinion = "Opinion " + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void aCommentIsReadByAModeratorThenByEverybodyWithoutItsEmail(Language language) {
        comesThrough(stage.reader(language));
    }

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void aCommentNeedsNoScript(Language language) {
        comesThrough(stage.readerWithoutScript(language));
    }

    private void comesThrough(Person reader) {
        toTheArticle(reader);
        int before = reader.part("ol.comments > li").count();
        assertThat(before).isGreaterThanOrEqualTo(10);
        returnsFilled(reader);
        reader.type(reader.words("discussion", "email"), email);
        reader.press(reader.words("discussion", "send"));
        assertThat(reader.part("#comment-received")).hasText(reader.words("discussion", "received"));
        assertThat(reader.part("#comment-received")).isInViewport();
        assertThat(reader.part("ol.comments > li")).hasCount(before);

        moderate(stage.member(reader.language(), Stage.MODERATOR));

        reader.open("/news/first-meeting");
        assertThat(reader.part("ol.comments > li")).hasCount(before + 1);
        assertThat(reader.part("ol.comments > li").last()).containsText(opinion);
        assertThat(reader.part("ol.comments > li").last()).containsText(author);
        assertThat(reader.part("#comments-count")).hasText(reader.words("discussion", "count", before + 1));
        assertThat(reader.answer().text()).contains(opinion).doesNotContain(email);
    }

    private static void toTheArticle(Person reader) {
        reader.open("");
        reader.follow(reader.words("page", "news"));
        reader.follow(reader.words("sample", "articleTitle"));
        assertThat(reader.place()).isEqualTo("/" + reader.language().tag() + "/news/first-meeting");
    }

    private void returnsFilled(Person reader) {
        reader.press(reader.words("discussion", "send"));
        assertThat(reader.answer().status()).isEqualTo(422);
        wrong(reader, "body", "bodyMissing");
        wrong(reader, "name", "nameMissing");
        wrong(reader, "email", "emailMissing");
        assertThat(reader.part("#body")).isFocused();

        reader.type(reader.words("discussion", "body"), opinion);
        reader.type(reader.words("discussion", "name"), author);
        reader.type(reader.words("discussion", "email"), PARTIAL);
        reader.press(reader.words("discussion", "send"));
        assertThat(reader.answer().status()).isEqualTo(422);
        wrong(reader, "email", "emailWrong");
        assertThat(reader.part("#email")).isFocused();
        assertThat(reader.part("#body")).hasValue(opinion);
        assertThat(reader.part("#name")).hasValue(author);
        assertThat(reader.part("#email")).hasValue(PARTIAL);
    }

    private static void wrong(Person reader, String field, String message) {
        assertThat(reader.part("#" + field)).hasAttribute("aria-invalid", "true");
        assertThat(reader.part("#" + field)).hasAccessibleDescription(reader.words("discussion", message));
    }

    private void moderate(Person moderator) {
        moderator.follow(moderator.words("page", "moderation"));
        var entry = moderator.part("ol.queue > li").filter(new FilterOptions().setHasText(author));
        assertThat(entry).containsText(opinion);
        assertThat(entry).containsText(email);
        moderator.press(entry.getByRole(
                AriaRole.BUTTON,
                new GetByRoleOptions()
                        .setName(moderator.words("moderation", "approve"))
                        .setExact(true)));
        assertThat(moderator.part("#ruled")).containsText(moderator.words("moderation", "nowPublished"));
        assertThat(moderator.part("ol.queue > li").filter(new FilterOptions().setHasText(author)))
                .hasCount(0);
    }
}

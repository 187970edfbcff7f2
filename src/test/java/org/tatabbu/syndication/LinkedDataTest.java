// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tatabbu.discussion.CommentsSection;
import org.tatabbu.language.Language;
import org.tatabbu.page.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinkedDataTest {
    private static final Site SITE = new Site("https://example.org", "");
    private static final String HOSTILE = FeedTest.HOSTILE + "\\\"},{\"@type\":\"Person\"";

    private static JsonNode article(Language language, CommentsSection.Shown... comments) {
        var article = FeedTest.article("a", HOSTILE);
        return JsonMapper.shared()
                .readTree(new LinkedData(SITE, language).article(article, List.of(comments), "/en/x.png"));
    }

    @ParameterizedTest
    @EnumSource
    void anArticleSaysInItsLanguageWhatThePageSays(Language language) {
        var told = article(language);
        assertThat(told.get("@context").asString()).isEqualTo("https://schema.org");
        assertThat(told.get("@type").asString()).isEqualTo("NewsArticle");
        assertThat(told.get("url").asString()).isEqualTo("https://example.org/" + language.tag() + "/news/a");
        assertThat(told.get("inLanguage").asString()).isEqualTo(language.tag());
        assertThat(told.get("datePublished").asString()).isEqualTo("2023-01-17");
        assertThat(told.get("image").asString()).isEqualTo("https://example.org/en/x.png");
        assertThat(told.get("publisher").get("@type").asString()).isEqualTo("GovernmentOrganization");
        assertThat(told.get("publisher").get("name").asString())
                .isEqualTo(FeedTest.text("River & valley").in(language));
        assertThat(told.get("commentCount").asInt()).isZero();
    }

    @Test
    void aHostileTitleStaysOneText() {
        var told = article(Language.EN);
        assertThat(told.get("headline").asString()).isEqualTo(HOSTILE.strip());
        assertThat(told.propertyNames()).doesNotContain("Person");
    }

    @Test
    void aCommentSaysWhoSpokeAndNothingElseOfThem() {
        var comment = new CommentsSection.Shown(
                UUID.randomUUID(),
                "3",
                "comment-3",
                false,
                "",
                HOSTILE,
                Instant.parse("2023-01-17T12:00:00Z"),
                "17 January",
                List.of("a", "b"));
        var told = article(Language.EN, comment).get("comment").get(0);
        assertThat(told.get("@type").asString()).isEqualTo("Comment");
        assertThat(told.propertyNames()).containsExactlyInAnyOrder("@type", "url", "dateCreated", "text", "author");
        assertThat(told.get("author").propertyNames()).containsExactly("@type", "name");
        assertThat(told.get("author").get("name").asString()).isEqualTo(HOSTILE);
        assertThat(told.get("text").asString().getBytes(StandardCharsets.UTF_8)).hasSize(4);
    }
}

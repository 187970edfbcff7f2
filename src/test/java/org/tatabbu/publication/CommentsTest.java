// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.language.Language;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.testing.Browser;

/** What readers say under an article, as the article's page takes it. */
@Printing
class CommentsTest {
    private static final Map<String, String> COMMENT =
            Map.of("name", "Nadia", "email", "nadia.secret@example.org", "body", "Well said.", "website", "");

    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    @Autowired
    private Discussions discussions;

    @Autowired
    private Published published;

    private Hosts hosts;
    private String slug = "";
    private Browser reader = new Browser(0);

    @BeforeEach
    void print() {
        hosts = press.found();
        slug = press.news(hosts, Pressroom.NOON);
        reader = new Browser(port);
    }

    private String path(Language language) {
        return "/" + language.tag() + "/news/" + slug;
    }

    /** The comment of somebody who has had the page before their eyes for a minute. */
    private Map<String, String> comment() {
        return but("website", "");
    }

    private Map<String, String> but(String field, String value) {
        var fields = new HashMap<>(COMMENT);
        var topic = new TopicId(published.article(slug).orElseThrow().topic());
        fields.put("time", discussions.time(topic, Instant.now().minusSeconds(60)));
        fields.put(field, value);
        return fields;
    }

    @ParameterizedTest
    @EnumSource
    void aCommentIsTakenAndWaits(Language language) {
        var before = reader.get(path(language)).body();
        var answer = reader.post(path(language) + "/comments", comment());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.header(answer, "Set-Cookie")).isEmpty();
        var to = Browser.header(answer, "Location");
        assertThat(to).startsWith(path(language) + "?comment=received#");
        var page = reader.page(to.replaceAll("#.*", ""));
        assertThat(page.getElementById(to.substring(to.indexOf('#') + 1))).isNotNull();
        assertThat(page.select("#comments [role=status]").text()).isNotBlank();
        assertThat(page.select("ol.comments")).isEmpty();
        assertThat(page.html()).doesNotContain("secret", "Well said.");
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(path(language));
        assertThat(reader.get(path(language)).body()).isEqualTo(before);
    }

    @Test
    void aPublishedCommentShowsAndChangesTheTagOfThePage() {
        var before = reader.get(path(Language.AR));
        reader.post(path(Language.AR) + "/comments", comment());
        var moderator = new Browser(port);
        moderator.signIn(press.member(hosts, Role.MODERATOR), Pressroom.PASSWORD);
        var queue = moderator.page("/en/work/moderation");
        var form = Objects.requireNonNull(queue.selectFirst(".queue form.verdicts"));
        moderator.send(form, Map.of("verdict", "published"));
        var after = reader.get(path(Language.AR));
        assertThat(Browser.page(after).select("ol.comments > li").text()).contains("Nadia", "Well said.");
        assertThat(Browser.header(after, "ETag")).isNotEqualTo(Browser.header(before, "ETag"));
        for (var language : Language.ALL) {
            assertThat(reader.get(path(language)).body()).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingComesBackFilledInTheReadersLanguage(Language language) {
        var answer = reader.post(path(language) + "/comments", but("email", "nadia@"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(Browser.header(answer, "ETag")).isEmpty();
        assertThat(Browser.header(answer, "Set-Cookie")).isEmpty();
        var page = Browser.page(answer);
        assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.select("h1").text()).isNotBlank();
        assertThat(page.select("#name").val()).isEqualTo("Nadia");
        assertThat(page.select("#body").text()).isEqualTo("Well said.");
        assertThat(page.select(".field.wrong .error")).hasSize(1);
        assertThat(page.select("#email").attr("aria-describedby")).isEqualTo("email-error");
        assertThat(page.select("form#comment-form").attr("action")).isEqualTo(path(language) + "/comments");
    }

    @Test
    void anEmptyFormSaysWhatEachFieldNeeds() {
        var answer = reader.post(path(Language.FR) + "/comments", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.page(answer).select(".field.wrong")).hasSize(3);
    }

    @Test
    void nulAndHalfCharactersComeBackToTheirSender() {
        var body = BodyPublishers.ofString("name=a%00b&email=a%40example.org&body=x");
        var answer = reader.send(
                "POST", path(Language.EN) + "/comments", body, "Content-Type", "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.page(answer).select("#name-error").text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "%3Cscript%3E", "a%20b", "x%27--"})
    void anArticleThatIsNotThereTakesNoComment(String unknown) {
        for (var language : Language.ALL) {
            var answer = reader.post("/" + language.tag() + "/news/" + unknown + "/comments", comment());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Browser.page(answer).select("html").attr("lang")).isEqualTo(language.tag());
        }
    }

    @Test
    void aDraftTakesNoComment() {
        var draft = Pressroom.unique("draft");
        press.write(hosts, null, Pressroom.article(draft));
        assertThat(reader.post("/en/news/" + draft + "/comments", comment()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCommentInAnotherShapeIsRefused() {
        var answer = reader.send(
                "POST",
                path(Language.FR) + "/comments",
                BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Browser.page(answer).select("html").attr("lang")).isEqualTo("fr");
    }

    @ParameterizedTest
    @EnumSource
    void aCommentOverOneMegabyteIsTooLarge(Language language) {
        var answer = reader.post(path(language) + "/comments", but("body", "a".repeat(1_100_000)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Browser.page(answer).select("html").attr("lang")).isEqualTo(language.tag());
        assertThat(Browser.page(answer).select("main .trouble h1").text()).isNotBlank();
    }

    @Test
    void theAddressTakesCommentsAndShowsNothing() {
        assertThat(reader.get(path(Language.EN) + "/comments").statusCode()).isEqualTo(405);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tatabbu.discussion.CommentsSection.Reading;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;

class CommentsPageTest {
    private Hall hall;

    @BeforeEach
    void open(@TempDir Path keys) {
        hall = new Hall(keys);
    }

    private static Document page(CommentsSection section) {
        var frame = Frame.open(section.language(), "/news/first", "", "");
        var answer = Hall.PAGES.show(frame, "discussion/Comments.jte", section);
        return Jsoup.parse(new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8));
    }

    private static Element one(Document page, String selector) {
        return Objects.requireNonNull(page.selectFirst(selector), selector);
    }

    @Test
    void commentsStandInANumberedListUnderTheirCount() {
        hall.published("واحد", Hall.NOON);
        hall.published("two", Hall.NOON.plusSeconds(1));
        hall.held("three");
        var page = page(hall.section(Language.AR));
        assertThat(one(page, "#comments > h2").text()).isEqualTo("تعليقان");
        assertThat(page.select("#comments ol.comments > li")).hasSize(2);
        var item = one(page, "#comment-1");
        assertThat(item.select("bdi").text()).isEqualTo("Nadia");
        assertThat(item.select("time").attr("datetime")).isEqualTo("2023-01-18T12:00:00Z");
        assertThat(item.select("time").text()).isEqualTo("18 يناير 2023");
        assertThat(item.select("p").attr("dir")).isEqualTo("auto");
    }

    @Test
    void paragraphsAndLinesAreKept() {
        hall.published("one\ntwo\n\nthree", Hall.NOON);
        assertThat(page(hall.section(Language.EN)).select("p.said").stream().map(Element::wholeText))
                .containsExactly("one\ntwo", "three");
    }

    @Test
    void theAddressIsOnNoPageInAnyForm() {
        hall.published("Well said.", Hall.NOON);
        for (var language : Language.ALL) {
            var html = page(hall.section(language)).html();
            assertThat(html).doesNotContain(Hall.EMAIL, "secret", "mailto:", "gravatar", "img");
            assertThat(hall.section(language).toString()).doesNotContain(Hall.EMAIL);
        }
    }

    @Test
    void markupInACommentIsText() {
        var attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>${7*7}</textarea>";
        var draft = new CommentDraft(attack, "a@example.org", attack, Language.EN);
        var posting = (Posting.Held) hall.discussions.post(hall.topic, draft, Hall.NOON);
        hall.rule(posting.id(), Verdict.PUBLISHED, hall.moderator, Hall.NOON);
        var form = new CommentDraft(attack, attack, attack, Language.EN).form();
        var page = page(hall.section(Language.EN, Reading.FIRST, form));
        assertThat(page.select("script, img")).isEmpty();
        assertThat(one(page, "p.said").text()).isEqualTo(attack);
        assertThat(one(page, "#body").wholeText()).isEqualTo(attack);
        assertThat(one(page, "#name").attr("value")).isEqualTo(attack);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFormPromisesAndMarksWhatIsRequired(Language language) {
        var page = page(hall.section(language));
        var form = one(page, "form#comment-form");
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.attr("action")).isEqualTo("/" + language.tag() + "/news/first/comments");
        assertThat(one(page, "#comment-promise").text()).contains("*");
        for (var field : new String[] {"name", "email", "body"}) {
            assertThat(one(page, "[name=" + field + "]").hasAttr("required")).isTrue();
            assertThat(page.select("label[for=" + field + "] .star")).hasSize(1);
        }
        assertThat(page.select("[role=status]")).isEmpty();
        assertThat(form.select("input[type=hidden]").eachAttr("name")).containsExactly("time");
    }

    @Test
    void theTrapIsHiddenFromPeopleWithoutAStyleInThePage() {
        var trap = one(page(hall.section(Language.EN)), "[name=website]");
        assertThat(trap.attr("tabindex")).isEqualTo("-1");
        assertThat(trap.hasAttr("required")).isFalse();
        var around = Objects.requireNonNull(trap.parent());
        assertThat(around.attr("aria-hidden")).isEqualTo("true");
        assertThat(around.classNames()).containsExactly("trap");
    }

    @Test
    void anIncompleteCommentComesBackFilledWithTheErrorBesideItsField() {
        var posting = hall.discussions.post(
                hall.topic, new CommentDraft("Nadia", "nadia@", "Line one\nline two", Language.FR), Hall.NOON);
        var form = ((Posting.Incomplete) posting).form();
        var page = page(hall.section(Language.FR, Reading.FIRST, form));
        assertThat(one(page, "#name").attr("value")).isEqualTo("Nadia");
        assertThat(one(page, "#body").wholeText()).isEqualTo("Line one\nline two");
        var email = one(page, "#email");
        assertThat(email.attr("value")).isEqualTo("nadia@");
        assertThat(email.attr("aria-invalid")).isEqualTo("true");
        assertThat(email.hasAttr("autofocus")).isTrue();
        assertThat(one(page, "#" + email.attr("aria-describedby")).text())
                .isEqualTo(DiscussionWords.in(Language.FR).emailWrong());
        assertThat(page.select(".error")).hasSize(1);
    }

    @Test
    void aReceivedCommentIsAnnounced() {
        var page = page(hall.section(Language.AR, new Reading(1, 0, true), Form.EMPTY));
        assertThat(one(page, "#comments [role=status]").text())
                .isEqualTo(DiscussionWords.in(Language.AR).received());
    }
}

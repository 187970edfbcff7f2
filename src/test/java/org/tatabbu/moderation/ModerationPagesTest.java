// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.discussion.CommentId;
import org.tatabbu.discussion.Hall;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;

class ModerationPagesTest {
    private static final String PATH = "/work/moderation";

    private Court hall;
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path keys) {
        hall = new Court(keys);
        desk = new Desk(hall);
    }

    private Document queue(String state) throws Exception {
        return desk.page(hall.moderator, PATH + "?state=" + state);
    }

    private static Element one(Document page, String selector) {
        return Objects.requireNonNull(page.selectFirst(selector), selector);
    }

    @Test
    void theQueueShowsAllThatARulingNeeds() throws Exception {
        var comment = hall.held("Well said.\n\nReally.");
        var entry = one(desk.page(hall.moderator, PATH), "#comment-" + comment.id());
        assertThat(entry.text()).contains("Nadia", Hall.EMAIL, "The article", "18 January 2023, 12:00", "Well said.");
        assertThat(entry.select("p.said")).hasSize(2);
        assertThat(entry.select("header a").attr("href")).isEqualTo("/en/news/first");
        var form = Objects.requireNonNull(entry.selectFirst("form"));
        assertThat(form.attr("action")).isEqualTo("/en/work/moderation/" + comment.id() + "/verdict");
        assertThat(form.select("[name=_csrf]").val()).isEqualTo("token");
        assertThat(form.select("[name=seen]").val()).isEqualTo("held");
        assertThat(form.select("button").eachAttr("value")).containsExactly("published", "refused", "spam");
    }

    @Test
    void eachStateHasItsTabWithItsCount() throws Exception {
        hall.held("one");
        hall.hall.published("two", Hall.NOON);
        var page = queue("published");
        assertThat(page.select("nav .chip").eachText())
                .containsExactly("Waiting (1)", "Spam (0)", "Refused (0)", "Published (1)");
        assertThat(page.select("nav .chip[aria-current]").text()).isEqualTo("Published (1)");
        assertThat(page.select(".queue header a").attr("href")).isEqualTo("/en/news/first?comment=1#comment-1");
        assertThat(queue("no-such-state").select(".queue > li")).hasSize(1);
    }

    @Test
    void aRulingIsAnsweredWithItsUndoWhichPutsTheCommentBack() throws Exception {
        var comment = hall.held("Well said.");
        var answer = desk.rule(hall.moderator, comment, "published", "held");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/en/work/moderation?state=held&ruled=" + comment.id());
        var undo = one(queue("held&ruled=" + comment.id()), "#ruled");
        assertThat(undo.text()).contains("Nadia", "now published");
        desk.rule(
                hall.moderator,
                comment,
                undo.select("button").val(),
                undo.select("[name=seen]").val());
        assertThat(hall.hall.shown()).isZero();
        assertThat(hall.waiting()).isEqualTo(1);
    }

    @Test
    void onlyWhoRuledLastIsOfferedUndo() throws Exception {
        var comment = hall.held("Well said.");
        desk.rule(hall.moderator, comment, "published", "held");
        desk.rule(hall.colleague, comment, "spam", "published");
        var ruled = PATH + "?ruled=" + comment.id();
        assertThat(desk.page(hall.moderator, ruled).select("#ruled")).isEmpty();
        assertThat(desk.page(hall.colleague, ruled).select("#ruled")).hasSize(1);
    }

    @Test
    void whoeverRulesOnAnOldPageIsToldAndNothingIsOverwritten() throws Exception {
        var comment = hall.held("Well said.");
        desk.rule(hall.colleague, comment, "published", "held");
        var answer = desk.rule(hall.moderator, comment, "spam", "held");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/en/work/moderation?state=held&overtaken=" + comment.id());
        var page = queue("published&overtaken=" + comment.id());
        assertThat(one(page, "#overtaken [role=status]").text()).contains("was not applied", "now published");
        assertThat(one(page, "#overtaken [name=seen]").val()).isEqualTo("published");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(hall.hall.shown()).isEqualTo(1);
    }

    @Test
    void aStrangersRulingIsAnsweredLikeAMissingComment() throws Exception {
        var comment = hall.held("Well said.");
        var stranger = desk.rule(hall.stranger, comment, "published", "held");
        var missing = desk.rule(hall.moderator, new CommentId(UUID.randomUUID()), "published", "held");
        assertThat(stranger.getStatus()).isEqualTo(missing.getStatus()).isEqualTo(404);
        assertThat(stranger.getContentAsString()).isEqualTo(missing.getContentAsString());
        var page = desk.page(hall.stranger, PATH + "?ruled=" + comment.id() + "&overtaken=" + comment.id());
        assertThat(page.text()).doesNotContain("Nadia", "Well said.");
        assertThat(hall.waiting()).isEqualTo(1);
    }

    @Test
    void aVerdictThatWeDoNotKnowIsNotUnderstood() throws Exception {
        var comment = hall.held("Well said.");
        assertThat(desk.rule(hall.moderator, comment, "approve", "held").getStatus())
                .isEqualTo(400);
        assertThat(hall.waiting()).isEqualTo(1);
    }

    @Test
    void whoModeratesNothingReadsWhy() throws Exception {
        var page = desk.page(AccountId.random(), PATH);
        assertThat(one(page, "main .lead").text())
                .isEqualTo(ModerationWords.in(Language.EN).moderatesNothing());
        assertThat(page.select(".queue, .chips")).isEmpty();
    }

    @Test
    void whatIsNotShownIsNamedAndReached() throws Exception {
        for (int number = 1; number <= 53; number++) {
            hall.hall.held("Comment " + number, Hall.NOON.plusSeconds(number));
        }
        var first = queue("held");
        assertThat(first.select(".queue > li")).hasSize(50);
        assertThat(one(first, "#shown").text()).isEqualTo("1 to 50 of 53 shown");
        assertThat(first.select("[rel=next]").attr("href")).isEqualTo("/en/work/moderation?state=held&screen=2");
        for (var screen : new int[] {2, 999, Integer.MAX_VALUE}) {
            var last = queue("held&screen=" + screen);
            assertThat(one(last, "#shown").text()).isEqualTo("51 to 53 of 53 shown");
            assertThat(last.select("[rel=next]")).isEmpty();
        }
        assertThat(one(queue("held&screen=-5"), "#shown").text()).startsWith("1 to 50");
    }

    @Test
    void anAddressSealedWithALostKeyIsSaidToBeSo(@TempDir Path lost) throws Exception {
        var comment = hall.held("Well said.");
        hall.hall
                .sql
                .sql("update discussion.comment set address = :address")
                .param("address", hall.hall.seal(comment, lost, "x@example.org"))
                .update();
        assertThat(one(queue("held"), ".queue .error").text())
                .isEqualTo(ModerationWords.in(Language.EN).sealed());
    }

    @Test
    void severalAreRuledOnTogetherAndUndoneTogether() throws Exception {
        var one = hall.held("one");
        var two = hall.held("two");
        var late = hall.held("three");
        desk.rule(hall.colleague, late, "spam", "held");
        var page = queue("held");
        assertThat(page.select(".queue [name=chosen][form=bulk]")).hasSize(2);
        var chosen = List.of(one.id() + ":held", two.id() + ":held", late.id() + ":held");
        var answer = desk.post(
                hall.moderator, PATH + "/verdicts", Map.of("chosen", chosen, "verdict", List.of("published")));
        assertThat(answer.getHeader("Location")).contains("ruled=" + one.id(), "ruled=" + two.id());
        assertThat(hall.hall.shown()).isEqualTo(2);
        var undo = one(queue("held&ruled=" + one.id() + "&ruled=" + two.id()), "#several");
        assertThat(undo.text()).contains("2 comments ruled on");
        desk.post(
                hall.moderator,
                PATH + "/verdicts",
                Map.of(
                        "chosen", undo.select("[name=chosen]").eachAttr("value"),
                        "verdict", List.of(undo.select("button").val())));
        assertThat(hall.hall.shown()).isZero();
        assertThat(hall.waiting()).isEqualTo(2);
    }

    @Test
    void aReasonIsKeptForModeratorsAndWhatElseTheAuthorSentStandsBeside() throws Exception {
        var comment = hall.held("Well said.");
        var other = hall.held("Something else.");
        var path = PATH + "/" + comment.id();
        desk.post(
                hall.moderator,
                path + "/verdict",
                Map.of("verdict", List.of("refused"), "reason", List.of("Off the subject")));
        var page = desk.page(hall.colleague, path);
        assertThat(page.select("#rulings").text()).contains("Off the subject", "now refused");
        assertThat(page.select("#others").text()).contains("Something else.").doesNotContain("Well said.");
        assertThat(page.select("#others a[href$=" + other.id() + "]")).isNotEmpty();
        var overlong = desk.post(
                hall.moderator,
                path + "/verdict",
                Map.of("verdict", List.of("spam"), "reason", List.of("x".repeat(501))));
        assertThat(overlong.getStatus()).isEqualTo(422);
        assertThat(overlong.getContentAsString()).contains("x".repeat(501), "reason-error");
    }

    @Test
    void everyKeyThatTheScriptKnowsIsListedAndPressesAButton() throws Exception {
        hall.held("Well said.");
        var page = queue("held");
        assertThat(page.select("#keys kbd").eachText()).containsExactly("j", "k", "a", "r", "s", "h", "z");
        assertThat(page.select(".queue [data-key]").eachAttr("data-key")).containsExactly("a", "r", "s");
    }
}

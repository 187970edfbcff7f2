// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.discussion.CommentsSection.Reading;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.testing.AtOnce;

/** Replies, numbers, pages, and what stands where something was removed. */
class ThreadsTest {
    private Hall hall;

    @BeforeEach
    void open(@TempDir Path keys) {
        hall = new Hall(keys);
    }

    @Test
    void aReplyStandsInItsThreadUnderANumberOfItsOwn() {
        hall.published("one", Hall.NOON);
        hall.published("two", Hall.NOON);
        reply("1", "first reply");
        reply("1", "second reply");
        var page = page(Reading.FIRST);
        assertThat(page.select("ol.comments > li").eachAttr("id")).containsExactly("comment-1", "comment-2");
        assertThat(page.select("#comment-1 ol.replies > li").eachAttr("id"))
                .containsExactly("comment-1-1", "comment-1-2");
        assertThat(page.select("#comment-1-2 .said").text()).isEqualTo("second reply");
        assertThat(page.select("#comments-count").text()).isEqualTo("4 comments");
        assertThat(page.select("ol.replies a[href*=reply]")).isEmpty();
        assertThat(page.select("#comment-2 a[href*=reply]").attr("href"))
                .isEqualTo("/en/news/first?reply=2#comment-form");
    }

    @Test
    void theFormSaysWhomItAnswersAndKeepsItWhenItComesBack() {
        hall.published("one", Hall.NOON);
        var page = page(Reading.of(Map.of("reply", "1")));
        assertThat(page.select("#comment-form-title").text()).isEqualTo("Reply to comment 1 by Nadia");
        assertThat(page.select("[name=reply]").val()).isEqualTo("1");
        var draft = new CommentDraft("", "", "x", "", "1", "", Language.EN);
        var back = page(hall.section(Language.EN, Reading.FIRST, draft.form()));
        assertThat(back.select("[name=reply]").val()).isEqualTo("1");
        assertThat(page(Reading.of(Map.of("reply", "7"))).select("[name=reply]"))
                .isEmpty();
    }

    @Test
    void aReplyToWhatIsNoLongerPublishedComesBack() {
        var gone = hall.published("one", Hall.NOON);
        hall.rule(gone, Verdict.REFUSED, hall.moderator, Hall.NOON);
        for (var reply : List.of("1", "9", "1.1", "x", "-1", "99999999999999")) {
            assertThat(send(reply, "x")).as(reply).isInstanceOf(Posting.Incomplete.class);
        }
    }

    @Test
    void aRemovedCommentLeavesItsNumberAndTheNoteAndNothingOfItsAuthor() {
        var one = hall.published("the secret words", Hall.NOON);
        hall.published("two", Hall.NOON);
        var decision = new Decision(Verdict.REFUSED, null, "internal reason", "Removed: it named a private person.");
        hall.rule(one, decision, hall.moderator, Hall.NOON);
        var page = page(Reading.FIRST);
        assertThat(page.select("#comment-1").text()).contains("The moderators removed", "a private person");
        assertThat(page.html()).doesNotContain("secret words", "internal reason");
        assertThat(page.select("#comments-count").text()).isEqualTo("1 comment");
        hall.rule(one, Verdict.PUBLISHED, hall.moderator, Hall.NOON);
        assertThat(page(Reading.FIRST).select("#comment-1 .said").text()).isEqualTo("the secret words");
        hall.rule(one, Verdict.HELD, hall.moderator, Hall.NOON);
        assertThat(page(Reading.FIRST).select("#comment-1")).isEmpty();
    }

    @Test
    void aThreadStaysWhereWhatBeganItIsGone() {
        var one = hall.published("one", Hall.NOON);
        reply("1", "an answer");
        hall.rule(one, Verdict.SPAM, hall.moderator, Hall.NOON);
        var page = page(Reading.FIRST);
        assertThat(page.select("#comment-1 > div").text()).contains("no longer here");
        assertThat(page.select("#comment-1-1 .said").text()).isEqualTo("an answer");
        assertThat(page.select("a[href*=reply]")).isEmpty();
    }

    @Test
    void countsAndNumbersAreRightWhileOthersPublish() throws Exception {
        var waiting = IntStream.range(0, 24).mapToObj(i -> hall.held("n " + i)).toList();
        var acts = new ArrayList<Callable<Ruling>>();
        for (var comment : waiting) {
            acts.add(() -> hall.rule(comment, Verdict.PUBLISHED, hall.moderator, Hall.NOON));
        }
        AtOnce.all(acts);
        AtOnce.all(waiting.subList(0, 8).stream()
                .map(comment -> (Callable<Ruling>) () -> hall.rule(comment, Verdict.SPAM, hall.colleague, Hall.NOON))
                .toList());
        var section = hall.section(Language.EN);
        assertThat(section.count()).isEqualTo(16).isEqualTo(section.comments().size());
        assertThat(hall.sql
                        .sql("select thread from discussion.comment order by thread")
                        .query(Integer.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, 24).boxed().toList());
    }

    @Test
    void ofTenThousandCommentsEachPageReadsFiftyAndEveryNumberFindsItsPage() {
        many(10_000);
        var last = hall.section(Language.EN, Reading.of(Map.of("comments", "200")), Form.EMPTY);
        assertThat(last.pages()).isEqualTo(200);
        assertThat(last.threads()).hasSize(50);
        for (int number : new int[] {1, 50, 51, 5_000, 10_000}) {
            var section = hall.section(Language.EN, Reading.of(Map.of("comment", "" + number)), Form.EMPTY);
            assertThat(section.threads()).hasSize(50);
            assertThat(page(section)
                            .select("#comment-" + number + " header > a:first-child")
                            .attr("href"))
                    .isEqualTo("/en/news/first" + (number > 50 ? "?comment=" + number : "") + "#comment-" + number);
        }
        assertThat(page(last).select("nav .chip").eachText()).hasSizeLessThanOrEqualTo(7);
        assertThat(hall.section(Language.EN, Reading.of(Map.of("comments", "999999999")), Form.EMPTY)
                        .shown())
                .isEqualTo(200);
        var plan = String.join(
                "\n",
                hall.sql
                        .sql("""
                                explain select * from discussion.comment
                                where topic = :topic and thread between 9951 and 10000 and (erased is null or place = 0)
                                order by thread, place
                                """)
                        .param("topic", hall.topic.id())
                        .query(String.class)
                        .list());
        assertThat(plan).contains("comment_by_number").doesNotContain("Seq Scan");
    }

    private void many(int count) {
        hall.sql.sql("""
                        insert into discussion.comment
                            (id, topic, language, author, address, body, posted, state, thread, place)
                        select gen_random_uuid(), :topic, 'en', 'R', '', 'n ' || n, now(), 'published', n, 0
                        from generate_series(1, :count) n
                        """).param("topic", hall.topic.id()).param("count", count).update();
        hall.sql
                .sql("insert into discussion.tally (topic, threads, shown) values (:topic, :count, :count)")
                .param("topic", hall.topic.id())
                .param("count", count)
                .update();
        hall.sql.sql("analyze discussion.comment").update();
    }

    private void reply(String to, String body) {
        var posting = (Posting.Held) send(to, body);
        hall.rule(posting.id(), Verdict.PUBLISHED, hall.moderator, Hall.NOON);
    }

    private Posting send(String to, String body) {
        var time = hall.discussions.time(hall.topic, Hall.NOON.minusSeconds(60));
        var draft = new CommentDraft("Sami", "sami@example.org", body, "", to, time, Language.EN);
        return hall.discussions.post(hall.place(), draft, "192.0.2.1", Hall.NOON);
    }

    private Document page(Reading reading) {
        return page(hall.section(Language.EN, reading, Form.EMPTY));
    }

    private static Document page(CommentsSection section) {
        var frame = Frame.open(section.language(), "/news/first", "", "");
        var answer = Hall.PAGES.show(frame, "discussion/Comments.jte", section);
        return Jsoup.parse(new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8));
    }
}

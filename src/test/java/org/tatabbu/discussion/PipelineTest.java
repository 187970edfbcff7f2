// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.language.Language;

/** What becomes of a comment that a page sent, by the first decision that falls. */
class PipelineTest {
    private static final String HOME = "192.0.2.1";

    private Hall hall;

    @BeforeEach
    void open(@TempDir Path keys) {
        hall = new Hall(keys);
    }

    @Test
    void whereCommentsAreClosedNothingIsTakenAndNothingTypedIsLost() {
        hall.policy = new Policy(false, Policy.Waits.NONE, 9, text -> false);
        var posting = hall.discussions.post(hall.place(), draft("x", 60), HOME, Hall.NOON);
        assertThat(posting).isInstanceOf(Posting.Closed.class);
        assertThat(((Posting.Closed) posting).form().value("body")).isEqualTo("x");
        assertThat(kept()).isZero();
    }

    @Test
    void whatAMachineFillsOrSendsWithinThreeSecondsIsSpamAndAnsweredAsHeld() {
        var trapped = new CommentDraft("Bot", Hall.EMAIL, "x", "https://a.example", "", time(60), Language.EN);
        assertThat(hall.discussions.post(hall.place(), trapped, HOME, Hall.NOON))
                .isInstanceOf(Posting.Held.class);
        assertThat(post("quick", 2)).isInstanceOf(Posting.Held.class);
        assertThat(hall.standing(Verdict.SPAM)).extracting(Comment::doubt).containsExactly(Doubt.HASTE, Doubt.TRAP);
        post("patient", 3);
        assertThat(hall.standing(Verdict.HELD)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"86401", "-1"})
    void aPageOlderThanADayOrOfTheFutureGivesItsFormBackFilledWithAFreshTime(int age) {
        var posting = (Posting.Incomplete) post("Well said.", age);
        assertThat(posting.form().error("body"))
                .isEqualTo(DiscussionWords.in(Language.EN).stale());
        assertThat(posting.form().value("body")).isEqualTo("Well said.");
        var fresh = hall.section(Language.EN, CommentsSection.Reading.FIRST, posting.form())
                .time();
        var again = new CommentDraft("Nadia", Hall.EMAIL, "Well said.", "", "", fresh, Language.EN);
        assertThat(hall.discussions.post(hall.place(), again, HOME, Hall.NOON)).isInstanceOf(Posting.Held.class);
        assertThat(hall.standing(Verdict.HELD)).hasSize(1);
    }

    @Test
    void aPageTimeIsGoodToTheLastSecondOfItsDayAndForItsTopicAlone() {
        assertThat(post("late", 86_400)).isInstanceOf(Posting.Held.class);
        var elsewhere = hall.discussions.time(new TopicId(UUID.randomUUID()), Hall.NOON.minusSeconds(60));
        var honest = time(60);
        for (var time : new String[] {
            elsewhere, "", "1.2", honest.replaceFirst("[0-9]\\.", "1."), honest + "x", "999999999999999." + honest
        }) {
            var draft = new CommentDraft("Nadia", Hall.EMAIL, "x", "", "", time, Language.EN);
            assertThat(hall.discussions.post(hall.place(), draft, HOME, Hall.NOON))
                    .as(time)
                    .isInstanceOf(Posting.Incomplete.class);
        }
    }

    @Test
    void theSameCommentSentAgainIsOneAndCostsNothing() {
        var discussions = hall.limited(12, 1200);
        for (int i = 0; i < 20; i++) {
            assertThat(discussions.post(hall.place(), draft("twice", 60), HOME, Hall.NOON))
                    .isInstanceOf(Posting.Held.class);
        }
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void anAddressThatSendsTooMuchWaitsWithItsFormFilledAndOthersGoOn() {
        var discussions = hall.limited(60, 1200);
        var answers = new ArrayList<Posting>();
        for (int i = 0; i < 200; i++) {
            answers.add(discussions.post(hall.place(), draft("flood " + i, 60), HOME, Hall.NOON));
        }
        assertThat(kept()).isEqualTo(5);
        var refused = (Posting.TooMany) answers.getLast();
        assertThat(refused.pause()).isEqualTo(Duration.ofMinutes(1));
        assertThat(refused.advised(Language.AR).value("body")).isEqualTo("flood 199");
        assertThat(refused.advised(Language.AR).error("body")).contains("دقيقة");
        assertThat(discussions.post(hall.place(), draft("other", 60), "192.0.2.2", Hall.NOON))
                .isInstanceOf(Posting.Held.class);
        var later = Hall.NOON.plusSeconds(60);
        assertThat(discussions.post(hall.place(), draft("later", 60), HOME, later))
                .isInstanceOf(Posting.Held.class);
    }

    @Test
    void manyAddressesTogetherAreHeldByTheTopicsOwnLimit() {
        var discussions = hall.limited(60, 240);
        for (int i = 0; i < 250; i++) {
            discussions.post(hall.place(), draft("flood " + i, 60), "127.0.0." + (i + 1), Hall.NOON);
        }
        assertThat(kept()).isEqualTo(20);
    }

    @Test
    void spamBeyondMeasureIsAnsweredAlikeAndForgotten() {
        var discussions = hall.limited(60, 1200);
        for (int i = 0; i < 50; i++) {
            var bot = new CommentDraft("Bot", Hall.EMAIL, "Buy " + i, "x", "", "", Language.EN);
            assertThat(discussions.post(hall.place(), bot, HOME, Hall.NOON))
                    .isInstanceOfAny(Posting.Held.class, Posting.Dropped.class);
        }
        assertThat(kept()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example http://b.example", "<a href=x> www.b.example", "[url=x] https://c.example"})
    void moreLinksThanPassMakeACommentWait(String body) {
        hall.policy = new Policy(true, Policy.Waits.NONE, 1, text -> false);
        post(body, 60);
        assertThat(hall.standing(Verdict.HELD)).extracting(Comment::doubt).containsExactly(Doubt.LINKS);
        post("http://a.example", 60);
        assertThat(hall.shown()).isEqualTo(1);
    }

    @Test
    void aListedWordInTheNameOrTheTextMakesACommentWaitBeforeItsLinksDo() {
        hall.policy = new Policy(true, Policy.Waits.NONE, 0, text -> text.contains("listed"));
        post("listed http://a.example", 60);
        var named = new CommentDraft("listed", Hall.EMAIL, "x", "", "", time(60), Language.EN);
        hall.discussions.post(hall.place(), named, HOME, Hall.NOON);
        assertThat(hall.standing(Verdict.HELD)).extracting(Comment::doubt).containsExactly(Doubt.WORD, Doubt.WORD);
    }

    @Test
    void whereOnlyFirstCommentsWaitAnAuthorOnceReadAppearsAtOnce() {
        hall.policy = new Policy(true, Policy.Waits.FIRST, 2, text -> false);
        post("first", 60);
        var first = hall.standing(Verdict.HELD).getFirst();
        assertThat(first.doubt()).isEqualTo(Doubt.FIRST);
        hall.rule(first.id(), Verdict.PUBLISHED, hall.moderator, Hall.NOON);
        var cased = new CommentDraft("N.", Hall.EMAIL.toUpperCase(Locale.ROOT), "b", "", "", time(60), Language.EN);
        hall.discussions.post(hall.place(), cased, HOME, Hall.NOON);
        var other = new CommentDraft("O.", "other@example.org", "c", "", "", time(60), Language.EN);
        hall.discussions.post(hall.place(), other, HOME, Hall.NOON);
        assertThat(hall.section(Language.EN).comments())
                .extracting(CommentsSection.Shown::number)
                .containsExactly("1", "2");
    }

    @Test
    void everythingWaitsUnlessTheCommitteeSaysOtherwise() {
        post("x", 60);
        assertThat(hall.standing(Verdict.HELD)).extracting(Comment::doubt).containsExactly(Doubt.RULE);
        assertThat(hall.shown()).isZero();
    }

    private Posting post(String body, int age) {
        return hall.discussions.post(hall.place(), draft(body, age), HOME, Hall.NOON);
    }

    private CommentDraft draft(String body, int age) {
        return new CommentDraft("Nadia", Hall.EMAIL, body, "", "", time(age), Language.EN);
    }

    private String time(int age) {
        return hall.discussions.time(hall.topic, Hall.NOON.minusSeconds(age));
    }

    private int kept() {
        return hall.sql
                .sql("select count(*) from discussion.comment")
                .query(Integer.class)
                .single();
    }
}

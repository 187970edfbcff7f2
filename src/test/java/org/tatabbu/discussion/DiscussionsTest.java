// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;

class DiscussionsTest {
    private Hall hall;

    @BeforeEach
    void open(@TempDir Path keys) {
        hall = new Hall(keys);
    }

    @Test
    void aCommentIsHeldUntilAModeratorPublishesIt() {
        var comment = hall.held("Well said.");
        assertThat(hall.section(Language.EN).comments()).isEmpty();
        assertThat(hall.waiting(hall.moderator)).isEqualTo(1);
        assertThat(hall.rule(comment, Verdict.PUBLISHED, hall.moderator, Hall.NOON))
                .isEqualTo(new Ruling.Ruled(comment, Verdict.HELD, Verdict.PUBLISHED));
        assertThat(hall.section(Language.AR).comments()).hasSize(1);
        assertThat(hall.waiting(hall.moderator)).isZero();
    }

    @Test
    void anIncompleteCommentIsNotKept() {
        var posting = hall.discussions.post(hall.topic, new CommentDraft("", "", "x", Language.FR), Hall.NOON);
        assertThat(posting).isInstanceOf(Posting.Incomplete.class);
        assertThat(total("comment")).isZero();
    }

    @Test
    void commentsStandInTheOrderInWhichTheyAppearedAndKeepTheirNumbers() {
        var first = hall.published("first", Hall.NOON.plusSeconds(1));
        hall.published("second", Hall.NOON);
        hall.published("third", Hall.NOON);
        assertThat(said()).containsExactly("1 first", "2 second", "3 third");
        rule(first, Verdict.REFUSED);
        assertThat(said()).containsExactly("2 second", "3 third");
        rule(first, Verdict.PUBLISHED);
        assertThat(said()).containsExactly("1 first", "2 second", "3 third");
    }

    private List<String> said() {
        return hall.section(Language.EN).comments().stream()
                .map(comment -> comment.number() + " " + comment.paragraphs().getFirst())
                .toList();
    }

    @Test
    void aButtonPressedTwiceLeavesOneComment() throws Exception {
        var postings = atOnce(() -> hall.held("Twice"), () -> hall.held("Twice"));
        assertThat(postings.get(0)).isEqualTo(postings.get(1));
        assertThat(hall.held("Twice", Hall.NOON.plus(Duration.ofHours(1)))).isNotEqualTo(postings.get(0));
        assertThat(total("comment")).isEqualTo(2);
    }

    @Test
    void whatAMachineFillsIsAnsweredAlikeAndFiledAsSpam() {
        var draft = new CommentDraft("Bot", "bot@example.org", "Buy", "https://spam.example", "", "", Language.EN);
        assertThat(hall.discussions.post(hall.topic, draft, Hall.NOON)).isInstanceOf(Posting.Held.class);
        assertThat(hall.waiting(hall.moderator)).isZero();
        assertThat(hall.standing(Verdict.SPAM)).hasSize(1);
    }

    @Test
    void onlyAChangeOfWhatReadersSeeIsAnnounced() {
        var comment = hall.held("Well said.");
        rule(comment, Verdict.SPAM);
        rule(comment, Verdict.HELD);
        assertThat(hall.announced).isEmpty();
        rule(comment, Verdict.PUBLISHED);
        rule(comment, Verdict.PUBLISHED);
        assertThat(hall.announced).containsExactly(new CommentsChanged(hall.topic));
        rule(comment, Verdict.REFUSED);
        assertThat(hall.announced).hasSize(2);
    }

    @Test
    void everyRulingIsRemembered() {
        var comment = hall.held("Well said.");
        rule(comment, Verdict.PUBLISHED);
        hall.rule(comment, Verdict.HELD, hall.colleague, Hall.NOON.plusSeconds(60));
        var history = hall.sql
                .sql("select moderator || ' ' || was || ' ' || became from discussion.ruling order by number")
                .query(String.class)
                .list();
        assertThat(history)
                .containsExactly(hall.moderator.id() + " held published", hall.colleague.id() + " published held");
    }

    @Test
    void theHistoryCannotBeRewritten() {
        rule(hall.held("Well said."), Verdict.SPAM);
        for (var attempt : List.of("update discussion.ruling set became = 'held'", "delete from discussion.ruling")) {
            assertThat(catchThrown(() -> hall.sql.sql(attempt).update())).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void ofTwoModeratorsAtOnceTheFirstRulesAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 10; round++) {
            var comment = hall.held("Round " + round);
            var rulings = atOnce(
                    () -> seen(comment, Verdict.PUBLISHED, hall.moderator),
                    () -> seen(comment, Verdict.REFUSED, hall.colleague));
            var made = rulings.stream().filter(Ruling.Ruled.class::isInstance).map(Ruling.Ruled.class::cast);
            var now = made.map(Ruling.Ruled::now).toList();
            assertThat(now).hasSize(1);
            assertThat(rulings).contains(new Ruling.RuledMeanwhile(comment, now.getFirst()));
        }
        assertThat(total("ruling")).isEqualTo(10);
    }

    @Test
    void aStrangerIsAnsweredAsIfTheCommentWereNotThere() {
        var comment = hall.held("Well said.");
        var missing = new CommentId(UUID.randomUUID());
        for (var account : List.of(hall.stranger, AccountId.random())) {
            assertThat(hall.rule(comment, Verdict.PUBLISHED, account, Hall.NOON))
                    .isEqualTo(hall.rule(missing, Verdict.PUBLISHED, hall.moderator, Hall.NOON))
                    .isEqualTo(new Ruling.NotThere());
            assertThat(hall.waiting(account)).isZero();
        }
        assertThat(hall.waiting(hall.moderator)).isEqualTo(1);
    }

    @Test
    void theDatabaseHoldsNoAddress() {
        hall.held("Well said.");
        var row = hall.sql
                .sql("select comment::text from discussion.comment comment")
                .query(String.class)
                .single();
        assertThat(row).contains("Nadia").doesNotContain(Hall.EMAIL, "example.org");
    }

    private void rule(CommentId comment, Verdict verdict) {
        hall.rule(comment, verdict, hall.moderator, Hall.NOON);
    }

    private Ruling seen(CommentId comment, Verdict verdict, AccountId by) {
        return hall.rule(comment, new Decision(verdict, Verdict.HELD, "", ""), by, Hall.NOON);
    }

    private int total(String table) {
        return hall.sql
                .sql("select count(*) from discussion." + table)
                .query(Integer.class)
                .single();
    }

    private static Throwable catchThrown(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        return org.assertj.core.api.Assertions.catchThrowable(attempt);
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> {
                barrier.await();
                return one.call();
            });
            var second = threads.submit(() -> {
                barrier.await();
                return other.call();
            });
            results.add(first.get());
            results.add(second.get());
        }
        return results;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.language.Language;

/** What comes from another program keeps its time, order, threads and state, and comes once. */
class ArchiveTest {
    private Hall hall;

    @BeforeEach
    void open(@TempDir Path keys) {
        hall = new Hall(keys);
    }

    private static Archive.Old old(String origin, String answers, String body, int second, Verdict state) {
        var posted = Instant.parse("2013-05-01T08:00:00Z").plusSeconds(second);
        return new Archive.Old(
                origin, answers, "Reader", "r" + origin + "@example.org", body, Language.AR, posted, state);
    }

    private int restore(List<Archive.Old> all) {
        return hall.transactions.execute(transaction -> hall.archive.restore(hall.place(), all));
    }

    @Test
    void itKeepsTimeOrderThreadAndStateOneLevelDeep() {
        assertThat(restore(List.of(
                        old("4", "2", "deeper", 4, Verdict.PUBLISHED),
                        old("3", "", "later", 3, Verdict.PUBLISHED),
                        old("2", "1", "answer", 2, Verdict.PUBLISHED),
                        old("1", "", "first", 1, Verdict.PUBLISHED),
                        old("5", "", "waiting", 5, Verdict.HELD),
                        old("6", "", "spam", 6, Verdict.SPAM))))
                .isEqualTo(6);
        assertThat(hall.section(Language.EN).comments())
                .extracting(
                        comment -> comment.number() + " " + comment.paragraphs().getFirst())
                .containsExactly("1 first", "1.1 answer", "1.2 deeper", "2 later");
        assertThat(hall.section(Language.EN).comments().getFirst().posted())
                .isEqualTo(Instant.parse("2013-05-01T08:00:01Z"));
        assertThat(hall.standing(Verdict.HELD)).hasSize(1);
        assertThat(hall.standing(Verdict.SPAM)).hasSize(1);
        assertThat(hall.verdicts.email(hall.standing(Verdict.HELD).getFirst())).contains("r5@example.org");
    }

    @Test
    void whatWasTakenBeforeIsLeftAsItStandsHere() {
        var all = List.of(old("1", "", "first", 1, Verdict.PUBLISHED), old("2", "", "second", 2, Verdict.HELD));
        assertThat(restore(all)).isEqualTo(2);
        var second = hall.standing(Verdict.HELD).getFirst().id();
        hall.rule(second, Verdict.REFUSED, hall.moderator, Hall.NOON);
        assertThat(restore(all)).isZero();
        assertThat(hall.standing(Verdict.REFUSED)).hasSize(1);
        assertThat(hall.section(Language.EN).count()).isEqualTo(1);
    }

    @Test
    void whatIsBrokenOrAnswersNothingDoesNotStopTheRest() {
        assertThat(restore(List.of(
                        old("1", "nobody", "orphan", 1, Verdict.PUBLISHED),
                        old("2", "3", "circle", 2, Verdict.PUBLISHED),
                        old("3", "2", "circle too", 3, Verdict.PUBLISHED),
                        old("4", "", "\u200B", 4, Verdict.PUBLISHED),
                        old("5", "", "x".repeat(4_000), 5, Verdict.PUBLISHED))))
                .isEqualTo(4);
        assertThat(hall.section(Language.EN).count()).isEqualTo(4);
        assertThat(hall.verdicts.counts(Set.of(hall.topic))).containsEntry(Verdict.PUBLISHED, 4);
    }
}

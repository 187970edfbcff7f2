// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.brief.Briefs;
import org.tatabbu.brief.Note;
import org.tatabbu.brief.NoteDraft;
import org.tatabbu.brief.NoteId;
import org.tatabbu.brief.NoteList;
import org.tatabbu.brief.Topic;
import org.tatabbu.brief.Writing;
import org.tatabbu.committee.Seat;
import org.tatabbu.testing.OnFreshDatabase;
import org.tatabbu.testing.Stage;

/** What both parties write for themselves about the same topics, through the door, over fewer connections than askers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tatabbu.database.connections=4")
@OnFreshDatabase
@Import(Stage.class)
class BriefsOverOnePoolTest {
    private static final int REQUESTS = 10_000;

    @Autowired
    Briefs briefs;

    @Autowired
    Stage stage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource pool;

    @Autowired
    PlatformTransactionManager transactions;

    /** A side, the word in everything it writes, a note that it keeps, and the same of the other. */
    private record Asker(Seat seat, String word, NoteId kept, String theirWord, NoteId theirs) {}

    private record Seen(List<String> titles, String word, String left) {}

    private static final class Thrown extends RuntimeException {}

    @Test
    void tenThousandInterleavedRequestsReadAndWriteTheirOwnAlone() throws Exception {
        assertThat(pool.getMaximumPoolSize()).isEqualTo(4);
        var parties = stage.found();
        var east = parties.east().secretary();
        var west = parties.west().secretary();
        var ofEast = written(east, "saqr", 0);
        var ofWest = written(west, "nimr", 0);
        var askers = List.of(
                new Asker(east, "saqr", ofEast, "nimr", ofWest), new Asker(west, "nimr", ofWest, "saqr", ofEast));

        var answers = new ArrayList<Future<Seen>>();
        try (var threads = Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            for (int i = 0; i < REQUESTS; i++) {
                var asker = askers.get(i % 2);
                int number = i / 2;
                answers.add(threads.submit((Callable<Seen>) () -> request(asker, number)));
            }
        }
        long own = 0;
        for (var answer : answers) {
            var seen = answer.get();
            assertThat(seen.titles()).allMatch(title -> title.startsWith(seen.word() + " "));
            assertThat(seen.left()).isEmpty();
            own += seen.titles().size();
        }
        assertThat(own)
                .as("notes of their own, so that seeing nothing is no proof")
                .isGreaterThan(REQUESTS / 2);
        for (var asker : askers) {
            assertThat(briefs.notes(asker.seat(), "taken back", null, 1, NOON))
                    .hasValueSatisfying(notes -> assertThat(notes.total()).isZero());
            assertThat(briefs.notes(asker.seat(), "", null, 1, NOON))
                    .hasValueSatisfying(notes -> assertThat(notes.total()).isEqualTo(REQUESTS / 20 + 1));
        }
    }

    private Seen request(Asker asker, int number) {
        var titles = new ArrayList<String>();
        var seat = asker.seat();
        switch (number % 10) {
            case 0 -> written(seat, asker.word(), number);
            case 1 -> takenBack(asker, number, titles);
            case 2 -> broken(asker, number, titles);
            case 3 -> {
                assertThat(briefs.note(asker.theirs(), seat, NOON)).isEmpty();
                var over = new NoteDraft(Note.Kind.NOTE, "over", "over");
                assertThat(briefs.revise(asker.theirs(), 1, over, seat, NOON)).isInstanceOf(Writing.NotYours.class);
            }
            case 4 -> assertThat(briefs.withdraw(asker.theirs(), 1, seat, NOON)).isInstanceOf(Writing.NotYours.class);
            case 5 ->
                assertThat(briefs.notes(seat, asker.theirWord(), null, 1, NOON).map(NoteList::lines))
                        .hasValue(List.of());
            case 6 -> titles.addAll(found(asker, "about " + number / 100));
            case 7 -> {
                briefs.notes(seat, "", topic(number), 1, NOON)
                        .orElseThrow()
                        .lines()
                        .forEach(note -> titles.add(note.title()));
            }
            case 8 -> {
                if (number % 200 == 8) {
                    assertThat(briefs.takeAll(seat, NOON, note -> titles.add(note.title())))
                            .isTrue();
                }
            }
            default ->
                titles.add(briefs.note(asker.kept(), seat, NOON)
                        .orElseThrow()
                        .now()
                        .title());
        }
        return new Seen(titles, asker.word(), setting());
    }

    private List<String> found(Asker asker, String words) {
        return briefs.notes(asker.seat(), words, null, 1, NOON).orElseThrow().lines().stream()
                .map(NoteList.Line::title)
                .toList();
    }

    private void takenBack(Asker asker, int number, List<String> titles) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            written(asker.seat(), asker.word() + " taken back", number);
            titles.addAll(found(asker, "taken back " + number));
            status.setRollbackOnly();
        });
    }

    private void broken(Asker asker, int number, List<String> titles) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                written(asker.seat(), asker.word() + " taken back", number);
                titles.addAll(found(asker, "taken back " + number));
                throw new Thrown();
            });
        } catch (Thrown expected) {
            assertThat(titles).isNotEmpty();
        }
    }

    private static Topic topic(int number) {
        return new Topic(Topic.Kind.MEETING, "m" + number / 100);
    }

    private NoteId written(Seat by, String word, int number) {
        var title = word + " about " + number / 100 + " number " + number;
        var writing = briefs.write(topic(number), "Meeting", new NoteDraft(Note.Kind.NOTE, title, word), by, NOON);
        return ((Writing.Written) writing).note().id();
    }

    private String setting() {
        return jdbc.sql("select coalesce(current_setting('tatabbu.party', true), '')")
                .query(String.class)
                .single();
    }
}

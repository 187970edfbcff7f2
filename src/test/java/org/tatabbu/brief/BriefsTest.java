// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tatabbu.testing.Stage.NOON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

@OnStage
class BriefsTest {
    private static final Topic ITEM = new Topic(Topic.Kind.AGENDA_ITEM, "3/5.1");

    @Autowired
    private Briefs briefs;

    @Autowired
    private Stage stage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PrivateCircle circle;

    @Autowired
    private TransactionOperations transactions;

    private Stage.Parties parties;
    private Seat east;
    private Seat west;

    @BeforeEach
    void meet() {
        parties = stage.found();
        east = parties.east().secretary();
        west = parties.west().head();
    }

    private static NoteDraft draft(String title, String text) {
        return new NoteDraft(Note.Kind.POSITION, title, text);
    }

    private Note written(Seat by, String title, String text) {
        return ((Writing.Written) briefs.write(ITEM, "Item 5.1", draft(title, text), by, NOON)).note();
    }

    private List<String> titles(Seat reader, String wanted) {
        return briefs.notes(reader, wanted, null, 1, NOON).orElseThrow().lines().stream()
                .map(NoteList.Line::title)
                .toList();
    }

    private List<Note> taken(Seat reader) {
        var all = new ArrayList<Note>();
        assertThat(briefs.takeAll(reader, NOON, all::add)).isTrue();
        return all;
    }

    @Test
    void everySeatOfThePartyReadsWhatOneOfThemWrote() {
        var note = written(east, "Position", "We *hold*");
        var read = briefs.note(note.id(), parties.east().alternate(), NOON).orElseThrow();
        assertThat(read.versions()).containsExactly(note);
        assertThat(read.now().writer().en()).isEqualTo("SECRETARY");
        assertThat(titles(parties.east().head(), "")).containsExactly("Position");
    }

    @Test
    void theOtherSideSeesNothingByIdListSearchTopicOrExport() {
        var note = written(east, "Secret position", "the red line");
        assertThat(briefs.note(note.id(), west, NOON)).isEmpty();
        assertThat(titles(west, "")).isEmpty();
        assertThat(titles(west, "red line")).isEmpty();
        assertThat(briefs.notes(west, "", ITEM, 1, NOON).orElseThrow().lines()).isEmpty();
        assertThat(taken(west)).isEmpty();
    }

    @Test
    void someoneElsesNoteAndNoNoteAnswerAlike() {
        var note = written(east, "Position", "text").id();
        var nobodys = NoteId.random();
        for (var id : List.of(note, nobodys)) {
            assertThat(briefs.revise(id, 1, draft("x", "y"), west, NOON)).isEqualTo(new Writing.NotYours());
            assertThat(briefs.revise(id, 7, draft("", ""), west, NOON)).isEqualTo(new Writing.NotYours());
            assertThat(briefs.withdraw(id, 1, west, NOON)).isEqualTo(new Writing.NotYours());
            assertThat(briefs.note(id, west, NOON)).isEmpty();
        }
        assertThat(briefs.note(note, east, NOON).orElseThrow().versions()).hasSize(1);
    }

    @Test
    void anotherCommitteesSeatOfTheSameWriterSeesNothing() {
        written(east, "Position", "text");
        assertThat(titles(stage.found().east().secretary(), "")).isEmpty();
    }

    @Test
    void whoWritesLaterIsShownWhatCameBefore() {
        var first = written(east, "Position", "one");
        var second = briefs.revise(
                first.id(), 1, draft("Position", "two"), parties.east().head(), NOON);
        var third = briefs.revise(first.id(), 1, draft("Position", "three"), east, NOON);
        assertThat(third).isEqualTo(new Writing.Overtaken(((Writing.Written) second).note()));
        assertThat(briefs.note(first.id(), east, NOON).orElseThrow().versions())
                .extracting(Note::text)
                .containsExactly("two", "one");
    }

    @Test
    void aWithdrawnNoteKeepsItsVersionsAndStandsAgainWhenRevised() {
        var note = written(east, "Position", "one").id();
        assertThat(briefs.withdraw(note, 1, east, NOON)).isInstanceOf(Writing.Written.class);
        var gone = briefs.note(note, east, NOON).orElseThrow();
        assertThat(gone.now().withdrawn()).isTrue();
        assertThat(gone.versions()).extracting(Note::text).containsExactly("one", "one");
        briefs.revise(note, 2, draft("Position", "two"), east, NOON);
        assertThat(briefs.note(note, east, NOON).orElseThrow().now().withdrawn())
                .isFalse();
    }

    @Test
    void anObserverReadsAndDoesNotWrite() {
        var note = written(east, "Position", "one").id();
        var observer =
                stage.seated(Stage.seat(parties.committee(), parties.east().party(), Role.OBSERVER, null));
        assertThat(briefs.note(note, observer, NOON)).isPresent();
        assertThat(briefs.write(ITEM, "Item", draft("x", "y"), observer, NOON)).isEqualTo(new Writing.NotYours());
        assertThat(briefs.revise(note, 1, draft("x", "y"), observer, NOON)).isEqualTo(new Writing.NotYours());
        assertThat(briefs.withdraw(note, 1, observer, NOON)).isEqualTo(new Writing.NotYours());
    }

    @Test
    void aSeatThatHasEndedOpensNothing() {
        var note = written(east, "Position", "one").id();
        var ended = stage.seated(Stage.seat(
                parties.committee(),
                parties.east().party(),
                Role.SECRETARY,
                null,
                LocalDate.of(2022, 1, 1),
                LocalDate.of(2022, 12, 31)));
        assertThat(briefs.notes(ended, "", null, 1, NOON)).isEmpty();
        assertThat(briefs.note(note, ended, NOON)).isEmpty();
        assertThat(briefs.takeAll(ended, NOON, one -> {})).isFalse();
        assertThat(briefs.write(ITEM, "Item", draft("x", "y"), ended, NOON)).isEqualTo(new Writing.NotYours());
    }

    @Test
    void aForgedSeatOpensNothing() {
        written(east, "Position", "one");
        var forged = Stage.seat(parties.committee(), parties.east().party(), Role.HEAD, null);
        assertThat(briefs.notes(forged, "", null, 1, NOON)).isEmpty();
    }

    @Test
    void aSearchFindsEveryWordHoweverItIsWritten() {
        written(east, "موقف إدارة المياه", "نُؤيِّد الاتفاقية 100%");
        written(east, "Réunion", "under_score");
        assertThat(titles(east, "اداره الإتفاقيه")).containsExactly("موقف إدارة المياه");
        assertThat(titles(east, "REUNION")).containsExactly("Réunion");
        assertThat(titles(east, "100%")).hasSize(1);
        assertThat(titles(east, "%")).hasSize(1);
        assertThat(titles(east, "r_s")).containsExactly("Réunion");
        assertThat(titles(east, "rxs")).isEmpty();
        assertThat(titles(east, "إدارة Réunion")).isEmpty();
    }

    @Test
    void anUnfitTextIsRefusedAndUnseenCharactersLeaveIt() {
        assertThat(briefs.write(ITEM, "Item", draft("", "y"), east, NOON)).isEqualTo(new Writing.Unfit());
        assertThat(briefs.write(ITEM, "Item", draft("x", " "), east, NOON)).isEqualTo(new Writing.Unfit());
        assertThat(briefs.write(ITEM, "", draft("x", "y"), east, NOON)).isEqualTo(new Writing.Unfit());
        assertThat(briefs.write(ITEM, "Item", draft("x", "ب".repeat(32_769)), east, NOON))
                .isEqualTo(new Writing.Unfit());
        assertThat(written(east, "a\u202eb\u0000", "\u2066c\r\nd\u200f").title())
                .isEqualTo("ab");
        assertThat(written(east, "x", "\u2066c\r\nd\u200f").text()).isEqualTo("c\nd");
        assertThat(written(east, "x", "ب".repeat(32_768)).text()).hasSize(32_768);
    }

    @Test
    void outsideEveryCircleThereIsNoRow() {
        written(east, "Position", "one");
        assertThat(count()).isEqualTo(List.of(0, 0));
        transactions.executeWithoutResult(inside -> {
            circle.enter(east.party().id());
            assertThat(count()).isEqualTo(List.of(1, 1));
        });
        assertThat(count()).isEqualTo(List.of(0, 0));
    }

    private List<Integer> count() {
        return List.of(
                jdbc.sql("select count(*) from brief.note").query(Integer.class).single(),
                jdbc.sql("select count(*) from brief.version")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void nobodyWritesIntoAnotherPartysCircle() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(inside -> {
                    circle.enter(west.party().id());
                    jdbc.sql("""
                            insert into brief.note (party, id, topic_kind, topic_of, label, version, folded)
                            values (:party, :id, 'COMMITTEE', '', 'x', 1, 'x')
                            """)
                            .param("party", east.party().id())
                            .param("id", UUID.randomUUID())
                            .update();
                }))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aVersionIsNeverRewrittenAndNothingIsDeleted() {
        for (var sql :
                List.of("update brief.version set text = 'x'", "delete from brief.version", "delete from brief.note")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void everyTableForcesItsPolicyAndEveryIndexBeginsWithTheParty() {
        assertThat(jdbc.sql("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'brief'::regnamespace and c.relkind in ('r', 'p')
                          and c.relrowsecurity and c.relforcerowsecurity
                        """).query(String.class).list()).containsExactlyInAnyOrder("note", "version");
        assertThat(jdbc.sql("""
                        select a.attname from pg_index i
                        join pg_class c on c.oid = i.indrelid
                        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                        where c.relnamespace = 'brief'::regnamespace and c.relname in ('note', 'version')
                        """).query(String.class).list())
                .hasSizeGreaterThan(2)
                .containsOnly("party");
        assertThat(jdbc.sql("select qual = with_check and cmd = 'ALL' from pg_policies where schemaname = 'brief'")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, true);
    }
}

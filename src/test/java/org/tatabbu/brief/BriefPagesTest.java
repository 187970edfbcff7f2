// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.committee.Role;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.language.Language;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class BriefPagesTest {
    private static final BriefWords EN = BriefWords.in(Language.EN);

    @LocalServerPort
    private int port;

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

    @BeforeEach
    void meet() {
        parties = stage.found();
    }

    private String path(String language) {
        return "/" + language + "/work/committees/" + parties.committee().slug() + "/brief";
    }

    private Visitor east(Role role) throws Exception {
        return stage.browser(port, parties, parties.east(), role);
    }

    private Visitor west() throws Exception {
        return stage.browser(port, parties, parties.west(), Role.SECRETARY);
    }

    private Note written(String title, String text) {
        var draft = new NoteDraft(Note.Kind.POSITION, title, text);
        var by = parties.east().secretary();
        return ((Writing.Written) briefs.write(Topic.COMMITTEE, "All", draft, by, NOON)).note();
    }

    private static Element one(Document page, String selector) {
        return Objects.requireNonNull(page.selectFirst(selector), selector);
    }

    @ParameterizedTest
    @EnumSource
    void theRoomSaysWhoseItIsAndThatTheOtherSideSeesNothing(Language language) throws Exception {
        var words = BriefWords.in(language);
        var page = east(Role.MEMBER).page(path(language.tag()));
        assertThat(one(page, "html").attr("dir")).isEqualTo(language.direction());
        var side = one(page, "main .side.a");
        assertThat(side.text())
                .contains(
                        words.whose(parties.east().party().name().in(language)),
                        words.unseen(parties.east().party().shortName().in(language))
                                .replace('\u00a0', ' '));
        assertThat(one(page, "main .lead").text()).isEqualTo(words.none());
    }

    @Test
    void aTopicIsNamedInTheLanguageOfThePage() throws Exception {
        var visitor = east(Role.MEMBER);
        var form = visitor.form(path("ar") + "/notes/new", "/brief/notes");
        var sent = visitor.send(form, Map.of("title", "x", "text", "y"));
        var names = Stage.committee().name();
        assertThat(one(visitor.page(Visitor.to(sent)), ".side a bdi").text()).isEqualTo(names.in(Language.AR));
        assertThat(one(visitor.page(Visitor.to(sent).replaceFirst("/ar/", "/en/")), ".side a bdi")
                        .text())
                .isEqualTo(names.in(Language.EN));
    }

    @Test
    void aNoteBeginsAtNothingThatIsNotThere() throws Exception {
        var visitor = east(Role.MEMBER);
        var token = visitor.token(path("en") + "/notes/new");
        for (var topic : List.of("AGENDA_ITEM:nonsense", "MEETING:9", "CLAUSE:" + UUID.randomUUID(), "NOTHING:1")) {
            assertThat(visitor.get(path("en") + "/notes/new?topic=" + topic).statusCode())
                    .as(topic)
                    .isEqualTo(404);
            var fields =
                    Map.of("_csrf", token, "topic", topic, "label", "x", "title", "x", "text", "y", "kind", "NOTE");
            assertThat(visitor.post(path("en") + "/notes", fields).statusCode())
                    .as(topic)
                    .isEqualTo(404);
        }
        assertThat(visitor.page(path("en")).select("main .rows a")).isEmpty();
    }

    @Test
    void aNoteIsWrittenReadRevisedAndWithdrawn() throws Exception {
        stage.plan(parties, 3);
        var visitor = east(Role.MEMBER);
        var form = visitor.form(path("ar") + "/notes/new?topic=AGENDA_ITEM:3/5.1&label=5.1", "/brief/notes");
        var sent = visitor.send(form, Map.of("title", "موقفنا", "text", "# عنوان\n\nنص **مهم** <i>x</i>"));
        assertThat(sent.statusCode()).isEqualTo(303);
        var page = visitor.page(Visitor.to(sent));
        assertThat(one(page, "h1").text()).isEqualTo("موقفنا");
        assertThat(one(page, "article h2").text()).isEqualTo("عنوان");
        assertThat(page.select("article i, article h1")).isEmpty();
        assertThat(one(page, "article strong").text()).isEqualTo("مهم");
        var note = Visitor.to(sent);
        var again = visitor.form(note + "/edit", "/revision");
        assertThat(visitor.send(again, Map.of("text", "second")).statusCode()).isEqualTo(303);
        page = visitor.page(note);
        assertThat(page.select("section[aria-labelledby=versions] li")).hasSize(2);
        assertThat(one(visitor.page(note + "/versions/1"), "article").text()).contains("عنوان");
        assertThat(visitor.send(visitor.form(note, "/withdrawal"), Map.of()).statusCode())
                .isEqualTo(303);
        page = visitor.page(note);
        assertThat(one(page, ".warning").text())
                .isEqualTo(BriefWords.in(Language.AR).isWithdrawn());
        assertThat(one(visitor.page(path("ar")), "details").text()).contains("موقفنا");
    }

    @Test
    void aFormThatFailsComesBackFilled() throws Exception {
        var visitor = east(Role.SECRETARY);
        var form = visitor.form(path("en") + "/notes/new", "/brief/notes");
        var answer = visitor.send(form, Map.of("title", "", "text", "kept", "kind", "NONE"));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Visitor.read(answer);
        assertThat(one(page, "#title-error").text()).isEqualTo(EN.titleMissing());
        assertThat(one(page, "#kind-error").text()).isEqualTo(EN.kindMissing());
        assertThat(one(page, "#text").wholeText()).isEqualTo("kept");
        var large = visitor.send(form, Map.of("title", "x", "text", "x".repeat(NoteText.LARGEST + 1)));
        assertThat(one(Visitor.read(large), "#text-error").text()).isEqualTo(EN.textTooLarge(64));
    }

    @Test
    void whoWritesLaterReadsBothTexts() throws Exception {
        var note = written("Position", "first");
        var visitor = east(Role.HEAD);
        var form = visitor.form(path("en") + "/notes/" + note.id().id() + "/edit", "/revision");
        briefs.revise(
                note.id(),
                1,
                new NoteDraft(Note.Kind.PAPER, "Position", "theirs"),
                parties.east().secretary(),
                NOON);
        var answer = visitor.send(form, Map.of("text", "mine"));
        assertThat(answer.statusCode()).isEqualTo(409);
        var page = Visitor.read(answer);
        assertThat(one(page, "section.warning .preview").text()).isEqualTo("theirs");
        assertThat(one(page, "#text").wholeText()).isEqualTo("mine");
        var second = one(page, "form[action$=/revision]");
        assertThat(visitor.send(second, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void theOtherSideGetsTheSameAnswerForANoteAndForNone() throws Exception {
        var note = written("Secret", "red line").id().id();
        var visitor = west();
        var token = visitor.token(path("en") + "/notes/new");
        for (var end : List.of("", "/edit", "/versions/1")) {
            var theirs = visitor.get(path("en") + "/notes/" + note + end);
            var none = visitor.get(path("en") + "/notes/" + UUID.randomUUID() + end);
            assertThat(theirs.statusCode()).isEqualTo(404);
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(Visitor.read(theirs).select("main").text())
                    .isEqualTo(Visitor.read(none).select("main").text());
        }
        var fields = Map.of("_csrf", token, "version", "1", "title", "x", "text", "y", "kind", "NOTE");
        for (var end : List.of("/revision", "/withdrawal")) {
            assertThat(visitor.post(path("en") + "/notes/" + note + end, fields).statusCode())
                    .isEqualTo(404);
        }
        assertThat(visitor.get(path("en")).body()).doesNotContain("Secret");
        assertThat(one(visitor.page(path("en") + "?q=red"), "main .lead").text())
                .isEqualTo(EN.noneFound());
        assertThat(files(visitor.download(path("en") + "/export").body())).isEmpty();
    }

    @Test
    void anObserverIsOfferedNothingToWrite() throws Exception {
        var note = written("Position", "text").id().id();
        var visitor = east(Role.OBSERVER);
        assertThat(visitor.page(path("en")).select("a[href$=/new]")).isEmpty();
        assertThat(visitor.page(path("en") + "/notes/" + note).select("main form, a[href$=/edit]"))
                .isEmpty();
        assertThat(visitor.get(path("en") + "/notes/new").statusCode()).isEqualTo(404);
    }

    @Test
    void aSearchAndATopicNarrowTheList() throws Exception {
        written("Fisheries", "eels");
        written("Levels", "gauges");
        var visitor = east(Role.MEMBER);
        assertThat(visitor.page(path("en") + "?q=EELS").select("main .rows a").eachText())
                .containsExactly("Fisheries");
        assertThat(visitor.page(path("en") + "?topic=COMMITTEE").select("main .rows a"))
                .hasSize(2);
        assertThat(one(visitor.page(path("en") + "?topic=CLAUSE:1"), "main .lead")
                        .text())
                .isEqualTo(EN.noneOfTopic());
        assertThat(visitor.get(path("en") + "?topic=NOTHING:1").statusCode()).isEqualTo(404);
        var hostile = visitor.page(path("en") + "?q=%22%3E%3Cscript%3Ex");
        assertThat(one(hostile, "#q").val()).isEqualTo("\"><script>x");
        assertThat(visitor.get(path("en") + "?q=%00").statusCode()).isLessThan(500);
    }

    @Test
    void aRoomOfManyNotesOpensOnTwentyOfThemWithoutTheirTexts() throws Exception {
        var party = parties.east().party().id().id();
        transactions.executeWithoutResult(status -> {
            circle.enter(party);
            jdbc.sql("""
                    with one as (
                      insert into brief.note (party, id, topic_kind, topic_of, label, version, folded)
                      select :party, gen_random_uuid(), 'CLAUSE', 'c' || n % 400, 'About ' || n % 400, 1, 'dam ' || n
                      from generate_series(1, 2000) n
                      returning id, folded
                    )
                    insert into brief.version (party, note, version, kind, title, text, withdrawn, seat, writer, at)
                    select :party, id, 1, 'NOTE', folded, '## First *line* of ' || folded || chr(10) || repeat('deep ', 400),
                      false, :seat, '{"ar": "", "fr": "", "en": "Secretary"}', now()
                    from one
                    """)
                    .param("party", party)
                    .param("seat", parties.east().secretary().id().id())
                    .update();
        });
        var list = briefs.notes(parties.east().secretary(), "", null, 1, NOON).orElseThrow();
        assertThat(list.total()).isEqualTo(2000);
        assertThat(list.lines())
                .hasSize(NoteList.MOST)
                .allSatisfy(line -> assertThat(line.opening())
                        .startsWith("First line of dam ")
                        .doesNotContain("deep")
                        .hasSizeLessThanOrEqualTo(NoteList.OPENING));
        var visitor = east(Role.MEMBER);
        var page = visitor.page(path("en"));
        assertThat(page.html()).hasSizeLessThan(60_000).doesNotContain("deep");
        assertThat(page.select("main .rows li")).hasSize(NoteList.MOST);
        assertThat(one(page, ".pager").text()).isEqualTo(EN.shown(1, 20, 2000) + " " + EN.next());
        var second = visitor.page(one(page, ".pager a[rel=next]").attr("href"));
        assertThat(one(second, ".pager").text()).startsWith(EN.shown(21, 40, 2000));
        assertThat(second.select("main .rows a").eachText())
                .doesNotContainAnyElementsOf(page.select("main .rows a").eachText());
        var found = visitor.page(path("en") + "?q=DAM&topic=CLAUSE:c7&page=99");
        assertThat(found.select("main .rows li")).hasSize(5);
        assertThat(found.select(".pager")).isEmpty();
        var last = visitor.page(path("en") + "?q=dam&page=100");
        assertThat(one(last, ".pager a[rel=prev]").attr("href")).contains("page=99", "q=dam");
        assertThat(last.select(".pager a[rel=next]")).isEmpty();
    }

    @Test
    void aTopicThatARoomKeepsIsNamedByItAndLeadsBack() throws Exception {
        stage.plan(parties, 3);
        var visitor = east(Role.MEMBER);
        var form = visitor.form(path("fr") + "/notes/new?topic=AGENDA_ITEM:3/5.1", "/brief/notes");
        var fields = Map.of("title", "x", "text", "y", "label", "misled");
        var note = Visitor.to(visitor.send(form, fields));
        var topic = one(visitor.page(note), ".side a");
        assertThat(topic.text()).startsWith("5.1 · ");
        assertThat(topic.attr("href")).isEqualTo(parties.path("fr", 3) + "#item-5.1");
        assertThat(visitor.page(parties.path("fr", 3)).getElementById("item-5.1"))
                .isNotNull();
        assertThat(visitor.page(parties.path("fr", 3))
                        .select("a[href$='brief?topic=AGENDA_ITEM:3/5.1']")
                        .text())
                .startsWith(BriefWords.in(Language.FR).notesAt(1));
        visitor.send(visitor.form(note, "/withdrawal"), Map.of());
        assertThat(visitor.page(parties.path("fr", 3)).select("a[href$='brief?topic=AGENDA_ITEM:3/5.1']"))
                .as("a note that was withdrawn counts no more")
                .isEmpty();
    }

    @Test
    void thePartyTakesEveryVersionAlong() throws Exception {
        var note = written("Position", "first");
        briefs.withdraw(note.id(), 1, parties.east().secretary(), NOON);
        var answer = east(Role.MEMBER).download(path("en") + "/export");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        var id = note.id().id();
        assertThat(files(answer.body())).containsExactly(id + "/1.md", id + "/2.md");
    }

    private static List<String> files(byte[] archive) throws Exception {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("# Position");
                names.add(entry.getName());
            }
        }
        return names;
    }
}

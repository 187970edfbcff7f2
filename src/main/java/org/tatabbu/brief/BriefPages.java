// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.parcel.Parcel;

@Controller
@RequestMapping("/work/committees/{committee}/brief")
class BriefPages {
    private final Briefs briefs;
    private final ObjectProvider<TopicNames> names;
    private final Pages pages;
    private final Clock clock;

    BriefPages(Briefs briefs, ObjectProvider<TopicNames> names, Pages pages, Clock clock) {
        this.briefs = briefs;
        this.names = names;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @PathVariable Language lang,
            Membership place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "1") int page,
            SignedIn me) {
        var room = room(lang, place);
        var about = topic.isEmpty() ? null : topic(topic);
        var notes = briefs.notes(room.place().seat(), q, about, page, clock.instant())
                .orElseThrow(NotHere::new);
        var shown = new BriefPage(room, notes, Form.of(Map.of("q", q)), about);
        var frame = me.frame(lang, room.path(), room.words().title()).under(room.toCommittee());
        return pages.show(frame, "brief/BriefPage.jte", shown);
    }

    @GetMapping("/notes/new")
    ResponseEntity<byte[]> blank(
            @PathVariable Language lang,
            Membership place,
            @RequestParam(defaultValue = "COMMITTEE") String topic,
            @RequestParam(defaultValue = "") String label,
            SignedIn me) {
        var room = writing(lang, place);
        var about = known(room, topic);
        var named = label.isEmpty() && about.equals(Topic.COMMITTEE)
                ? room.committee().name().in(lang)
                : NoteText.line(label);
        return form(HttpStatus.OK, me, new NoteFormPage(room, about, null, NoteForm.blank(named), null));
    }

    @PostMapping("/notes")
    ResponseEntity<byte[]> write(
            @PathVariable Language lang,
            Membership place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var room = writing(lang, place);
        var about = known(room, sent.getOrDefault("topic", ""));
        var named = room.named(about).map(TopicNames.Named::label).map(NoteText::label);
        var form = new NoteForm(
                lang,
                Form.of(sent).filled(named.map(label -> Map.of("label", label)).orElse(Map.of())));
        var page = new NoteFormPage(room, about, null, form.checked(true), null);
        if (page.form().fails()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
        }
        var writing =
                briefs.write(about, form.label(), form.draft(), room.place().seat(), clock.instant());
        return answer(writing, room.words().saved(), me, page, next);
    }

    @GetMapping("/notes/{note}")
    ResponseEntity<byte[]> show(@PathVariable Language lang, Membership place, @PathVariable UUID note, SignedIn me) {
        var room = room(lang, place);
        var history = history(room, note);
        return page(me, new NotePage(room, history, history.now()));
    }

    @GetMapping("/notes/{note}/versions/{version:[0-9]{1,9}}")
    ResponseEntity<byte[]> version(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID note,
            @PathVariable int version,
            SignedIn me) {
        var room = room(lang, place);
        var history = history(room, note);
        return page(me, new NotePage(room, history, history.version(version).orElseThrow(NotHere::new)));
    }

    @GetMapping("/notes/{note}/edit")
    ResponseEntity<byte[]> edit(@PathVariable Language lang, Membership place, @PathVariable UUID note, SignedIn me) {
        var room = writing(lang, place);
        var now = history(room, note).now();
        return form(HttpStatus.OK, me, new NoteFormPage(room, now.topic(), now, NoteForm.of(now), null));
    }

    @PostMapping("/notes/{note}/revision")
    ResponseEntity<byte[]> revise(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID note,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var room = writing(lang, place);
        var now = history(room, note).now();
        var form = new NoteForm(lang, Form.of(sent));
        var page = new NoteFormPage(room, now.topic(), now, form.checked(false), null);
        if (page.form().fails()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
        }
        var writing = briefs.revise(
                now.id(), form.version(), form.draft(), room.place().seat(), clock.instant());
        return answer(writing, room.words().saved(), me, page, next);
    }

    @PostMapping("/notes/{note}/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID note,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var room = writing(lang, place);
        var history = history(room, note);
        var now = history.now();
        int expected = new NoteForm(lang, Form.of(sent)).version();
        var seen = history.version(expected).orElse(now);
        var page = new NoteFormPage(room, now.topic(), now, NoteForm.of(seen), null);
        var writing = briefs.withdraw(now.id(), expected, room.place().seat(), clock.instant());
        return answer(writing, room.words().taken(), me, page, next);
    }

    /** Packed as it is read: a room of many years is never held in memory, and no reader holds a connection. */
    @GetMapping("/export")
    void export(@PathVariable Language lang, Membership place, SignedIn me, HttpServletResponse response)
            throws IOException {
        var room = room(lang, place);
        var name = "attachment; filename=\"brief-" + room.committee().slug() + ".zip\"";
        try (var parcel = Parcel.of(out -> pack(room, out))) {
            parcel.to(response, "application/zip", name);
        }
    }

    private void pack(Room room, OutputStream out) throws IOException {
        try (var archive = new NoteArchive(room, out)) {
            if (!briefs.takeAll(room.place().seat(), clock.instant(), archive::add)) {
                throw new NotHere();
            }
        }
    }

    private ResponseEntity<byte[]> answer(
            Writing writing, String done, SignedIn me, NoteFormPage page, RedirectAttributes next) {
        var room = page.room();
        return switch (writing) {
            case Writing.Written written -> {
                next.addFlashAttribute("notice", done);
                yield Pages.seeOther(room.language(), room.path(written.note().id()));
            }
            case Writing.Overtaken overtaken -> form(HttpStatus.CONFLICT, me, page.against(overtaken.theirs()));
            case Writing.Unfit unfit -> form(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
            case Writing.NotYours none -> throw new NotHere();
        };
    }

    private ResponseEntity<byte[]> form(HttpStatus status, SignedIn me, NoteFormPage page) {
        var room = page.room();
        var frame = me.frame(room.language(), page.path(), page.heading()).under(room.toCommittee(), room.toRoom());
        return pages.show(status, frame, "brief/NoteFormPage.jte", page);
    }

    private ResponseEntity<byte[]> page(SignedIn me, NotePage page) {
        var room = page.room();
        var frame = me.frame(
                        room.language(),
                        room.path(page.shown().id()),
                        page.shown().title())
                .under(room.toCommittee(), room.toRoom());
        return pages.show(frame, "brief/NotePage.jte", page);
    }

    private Room room(Language lang, Membership place) {
        // The rooms that know stand above and use this one, so they are asked for only when needed.
        return new Room(
                lang,
                place,
                (topic, reader, language) -> names.stream()
                        .flatMap(one -> one.name(topic, reader, language).stream())
                        .findFirst());
    }

    private NoteHistory history(Room room, UUID note) {
        return briefs.note(new NoteId(note), room.place().seat(), clock.instant())
                .orElseThrow(NotHere::new);
    }

    private static Topic topic(String written) {
        return Topic.of(written).orElseThrow(NotHere::new);
    }

    /** A topic that a note may begin at: one that its own room knows, and shows to this reader. */
    private static Topic known(Room room, String written) {
        var topic = topic(written);
        if (room.known(topic).isEmpty()) {
            throw new NotHere();
        }
        return topic;
    }

    private Room writing(Language lang, Membership place) {
        var room = room(lang, place);
        if (!room.writes()) {
            throw new NotHere();
        }
        return room;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** The agenda of a meeting and who is there. */
@Controller
@RequestMapping("/work/committees/{committee}/meetings/{number:[0-9]{1,4}}")
class AgendaPages {
    private final Preparation preparation;
    private final Committees committees;
    private final Pages pages;
    private final Clock clock;

    AgendaPages(Preparation preparation, Committees committees, Pages pages, Clock clock) {
        this.preparation = preparation;
        this.committees = committees;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/agenda/new")
    ResponseEntity<byte[]> blank(@PathVariable Language lang, Attendance at, SignedIn me) {
        var page = page(lang, planning(at), null, ItemForm.blank(at.meeting()), null);
        return show(HttpStatus.OK, me, page);
    }

    @PostMapping("/agenda")
    ResponseEntity<byte[]> putOn(
            @PathVariable Language lang,
            Attendance at,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var form = new ItemForm(writing(at), lang, Form.of(sent));
        var page = page(lang, at, null, form.checked(), null);
        if (page.form().fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
        }
        var put = preparation.putOn(at.meeting().id(), form.item(), form.seen(), at.seat(), clock.instant());
        return answer(put, page, me, next, page.words().itemSaved());
    }

    @GetMapping("/agenda/{label}")
    ResponseEntity<byte[]> edit(@PathVariable Language lang, Attendance at, @PathVariable String label, SignedIn me) {
        var item = planning(at)
                .meeting()
                .item(label)
                .filter(one -> one.yields(at.seat().party()))
                .orElseThrow(NotHere::new);
        return show(HttpStatus.OK, me, page(lang, at, label, ItemForm.of(at.meeting(), item), null));
    }

    @PostMapping("/agenda/{label}")
    ResponseEntity<byte[]> rewrite(
            @PathVariable Language lang,
            Attendance at,
            @PathVariable String label,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var form = new ItemForm(writing(at), lang, Form.of(sent));
        var page = page(lang, at, label, form.checked(), null);
        if (page.form().fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
        }
        var written =
                preparation.rewrite(at.meeting().id(), label, form.item(), form.seen(), at.seat(), clock.instant());
        return answer(written, page, me, next, page.words().itemSaved());
    }

    @PostMapping("/agenda/{label}/removal")
    ResponseEntity<byte[]> takeOff(
            @PathVariable Language lang,
            Attendance at,
            @PathVariable String label,
            @RequestParam(defaultValue = "") String seen,
            SignedIn me,
            RedirectAttributes next) {
        var item = writing(at).meeting().item(label).orElseThrow(NotHere::new);
        var page = page(lang, at, label, ItemForm.of(at.meeting(), item), null);
        var off = preparation.takeOff(at.meeting().id(), label, PlanForm.number(seen), at.seat(), clock.instant());
        return answer(off, page, me, next, page.words().itemRemoved());
    }

    @GetMapping("/attendance")
    ResponseEntity<byte[]> attendance(@PathVariable Language lang, Attendance at, SignedIn me) {
        if (!writing(at).meeting().attended()) {
            throw new NotHere();
        }
        var values = new HashMap<String, String>();
        values.put("seen", Integer.toString(at.meeting().revision()));
        var own = at.meeting().participants().stream()
                .filter(one -> one.party().equals(at.seat().party()))
                .toList();
        held(at).stream()
                .filter(seat -> own.isEmpty() || own.stream().anyMatch(one -> one.sits(seat)))
                .forEach(seat -> values.put(AttendancePage.field(seat), "yes"));
        return show(HttpStatus.OK, me, new AttendancePage(lang, at, held(at), Form.of(values), null));
    }

    @PostMapping("/attendance")
    ResponseEntity<byte[]> attend(
            @PathVariable Language lang,
            Attendance at,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var form = Form.of(sent);
        var there = held(writing(at)).stream()
                .filter(seat -> form.value(AttendancePage.field(seat)).equals("yes"))
                .map(Seat::id)
                .collect(Collectors.<SeatId>toSet());
        var words = MeetingWords.in(lang);
        int seen = PlanForm.number(form.value("seen"));
        return switch (preparation.attend(at.meeting().id(), there, seen, at.seat(), clock.instant())) {
            case Planning.Planned done -> seeOther(lang, at, next, words.attendanceSaved());
            case Planning.Overtaken overtaken -> {
                var theirs = overtaken.theirs();
                var again = form.filled(Map.of("seen", Integer.toString(theirs.revision())));
                yield show(HttpStatus.CONFLICT, me, new AttendancePage(lang, at, held(at), again, theirs));
            }
            case Planning.TooLate late -> seeOther(lang, at, next, words.tooLate());
            case Planning.Unfit none -> throw new NotHere();
            case Planning.LabelTaken none -> throw new IllegalStateException("Who is there has no label");
            case Planning.NotYours none -> throw new NotHere();
        };
    }

    private ResponseEntity<byte[]> answer(
            Planning planning, ItemPage page, SignedIn me, RedirectAttributes next, String done) {
        var words = page.words();
        return switch (planning) {
            case Planning.Planned planned -> seeOther(page.language(), page.place(), next, done);
            case Planning.Overtaken overtaken -> show(HttpStatus.CONFLICT, me, page.against(overtaken.theirs()));
            case Planning.LabelTaken taken ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, me, page.wrong("label", words.labelTaken()));
            case Planning.Unfit unfit ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, me, page.wrong("area", words.areaWrong()));
            case Planning.TooLate late -> seeOther(page.language(), page.place(), next, words.tooLate());
            case Planning.NotYours none -> throw new NotHere();
        };
    }

    private static ResponseEntity<byte[]> seeOther(
            Language lang, Attendance at, RedirectAttributes next, String notice) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, at.path());
    }

    private ItemPage page(Language lang, Attendance at, @Nullable String label, Form form, @Nullable Meeting theirs) {
        return new ItemPage(lang, at, committees.areas(at.committee().id()), label, form, theirs);
    }

    private ResponseEntity<byte[]> show(HttpStatus status, SignedIn me, ItemPage page) {
        var at = page.place();
        var rest = page.label() == null ? "/agenda/new" : "/agenda/" + page.label();
        var frame = me.frame(page.language(), at.path() + rest, page.heading())
                .under(at.toCommittee(page.language()), at.toMeeting(page.language()));
        return pages.show(status, frame, "meeting/ItemPage.jte", page);
    }

    private ResponseEntity<byte[]> show(HttpStatus status, SignedIn me, AttendancePage page) {
        var at = page.place();
        var frame = me.frame(page.language(), at.path() + "/attendance", page.heading())
                .under(at.toCommittee(page.language()), at.toMeeting(page.language()));
        return pages.show(status, frame, "meeting/AttendancePage.jte", page);
    }

    private List<Seat> held(Attendance at) {
        var now = clock.instant();
        var day = at.committee().dayOf(now);
        return committees.seats(at.committee().id()).stream()
                .filter(seat -> seat.party().equals(at.seat().party()) && seat.heldAt(now, day))
                .toList();
    }

    private static Attendance writing(Attendance at) {
        PlanPages.writing(at.membership());
        return at;
    }

    private static Attendance planning(Attendance at) {
        if (!writing(at).meeting().plannable()) {
            throw new NotHere();
        }
        return at;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
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
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/work/committees/{committee}/meetings")
class PlanPages {
    private final Preparation preparation;
    private final Meetings meetings;
    private final Committees committees;
    private final Pages pages;
    private final Clock clock;

    PlanPages(Preparation preparation, Meetings meetings, Committees committees, Pages pages, Clock clock) {
        this.preparation = preparation;
        this.meetings = meetings;
        this.committees = committees;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/new")
    ResponseEntity<byte[]> blank(@PathVariable Language lang, Membership place, SignedIn me) {
        var committee = writing(place).committee();
        var number = meetings.of(committee.id()).stream()
                        .mapToInt(Meeting::number)
                        .max()
                        .orElse(0)
                + 1;
        return show(HttpStatus.OK, me, page(lang, place, null, PlanForm.blank(committee, number), null));
    }

    @PostMapping
    ResponseEntity<byte[]> plan(
            @PathVariable Language lang,
            Membership place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var form = new PlanForm(writing(place).committee(), lang, Form.of(sent));
        var checked = form.checked(today(place));
        var page = page(lang, place, null, checked, null);
        if (checked.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
        }
        int number = PlanForm.number(checked.value("number"));
        var planned = preparation.plan(form.plan(), number, place.seat(), clock.instant());
        return answer(planned, page, me, next, page.words().planned());
    }

    @GetMapping("/{number:[0-9]{1,4}}/plan")
    ResponseEntity<byte[]> form(@PathVariable Language lang, Attendance at, SignedIn me) {
        var place = writing(at.membership());
        if (!at.meeting().plannable()) {
            throw new NotHere();
        }
        var form = PlanForm.of(at.committee(), at.meeting());
        return show(HttpStatus.OK, me, page(lang, place, at.meeting(), form, null));
    }

    @PostMapping("/{number:[0-9]{1,4}}/plan")
    ResponseEntity<byte[]> change(
            @PathVariable Language lang,
            Attendance at,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var place = writing(at.membership());
        var meeting = at.meeting();
        var form = new PlanForm(at.committee(), lang, Form.of(sent));
        var today = today(place);
        var checked = form.checked(meeting.firstDay().isBefore(today) ? meeting.firstDay() : today);
        var page = page(lang, place, meeting, checked, null);
        if (checked.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
        }
        int seen = PlanForm.number(checked.value("seen"));
        var changed = preparation.change(meeting.id(), form.plan(), seen, place.seat(), clock.instant());
        return answer(changed, page, me, next, page.words().planSaved());
    }

    @PostMapping("/{number:[0-9]{1,4}}/state")
    ResponseEntity<byte[]> move(
            @PathVariable Language lang,
            Attendance at,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes next) {
        writing(at.membership());
        var state = Arrays.stream(Meeting.State.values())
                .filter(one -> one.name().equals(to))
                .findFirst()
                .orElseThrow(NotHere::new);
        var words = MeetingWords.in(lang);
        var said = switch (preparation.advance(at.meeting().id(), state, at.seat(), clock.instant())) {
            case Moving.Moved moved -> words.moved(moved.to().name());
            case Moving.Already already -> words.already(already.now().name());
            case Moving.NoAgenda none -> words.noAgenda();
            case Moving.NotYours none -> throw new NotHere();
        };
        next.addFlashAttribute("notice", said);
        return Pages.seeOther(lang, at.path());
    }

    private ResponseEntity<byte[]> answer(
            Planning planning, PlanPage page, SignedIn me, RedirectAttributes next, String done) {
        return switch (planning) {
            case Planning.Planned planned -> {
                next.addFlashAttribute("notice", done);
                yield Pages.seeOther(page.language(), page.committeePath() + "/meetings/" + planned.number());
            }
            case Planning.Overtaken overtaken -> show(HttpStatus.CONFLICT, me, page.against(overtaken.theirs()));
            case Planning.Unfit unfit -> show(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
            case Planning.TooLate late -> {
                next.addFlashAttribute("notice", page.words().tooLate());
                yield Pages.seeOther(page.language(), page.backPath());
            }
            case Planning.LabelTaken none -> throw new IllegalStateException("A plan has no label");
            case Planning.NotYours none -> throw new NotHere();
        };
    }

    private PlanPage page(
            Language lang, Membership place, @Nullable Meeting meeting, Form form, @Nullable Meeting theirs) {
        var rules = committees.rules(place.committee().id(), today(place));
        return new PlanPage(lang, place, rules, meeting, form, theirs);
    }

    private ResponseEntity<byte[]> show(HttpStatus status, SignedIn me, PlanPage page) {
        var language = page.language();
        var crumb = new Crumb(page.committee().name().in(language), "/" + language.tag() + page.committeePath());
        var frame = me.frame(language, page.path(), page.heading()).under(crumb);
        return pages.show(status, frame, "meeting/PlanPage.jte", page);
    }

    private LocalDate today(Membership place) {
        return place.committee().dayOf(clock.instant());
    }

    static Membership writing(Membership place) {
        if (!place.seat().writes()) {
            throw new NotHere();
        }
        return place;
    }
}

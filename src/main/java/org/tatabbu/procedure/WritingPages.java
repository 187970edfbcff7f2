// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** The texts of a committee between its meetings, as they are written. */
@Controller
@RequestMapping("/work/committees/{committee}/procedures")
class WritingPages {
    private static final String TEXT = "/{text:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final Procedures procedures;
    private final Choices choices;
    private final Pages pages;
    private final Clock clock;

    WritingPages(Procedures procedures, Choices choices, Pages pages, Clock clock) {
        this.procedures = procedures;
        this.choices = choices;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable Language lang, Membership place, SignedIn me) {
        var id = place.committee().id();
        var against = choices.found(id, clock.instant())
                .map(Step.SwitchedOff.class::cast)
                .orElse(null);
        var page = new ProceduresPage(lang, place, procedures.of(id), choices.unwilling(id), against);
        var frame = me.frame(
                        lang,
                        ProceduresPage.path(place.committee()),
                        page.words().list())
                .under(toCommittee(lang, place));
        return pages.show(frame, "procedure/ProceduresPage.jte", page);
    }

    @GetMapping("/new")
    ResponseEntity<byte[]> blank(@PathVariable Language lang, Membership place, SignedIn me) {
        return show(HttpStatus.OK, new TextPage(lang, writing(place), null, TextForm.blank(), null), me);
    }

    @PostMapping
    ResponseEntity<byte[]> begin(
            @PathVariable Language lang,
            Membership place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var form = new TextForm(lang, Form.of(sent));
        var page = new TextPage(lang, writing(place), null, form.checked(), null);
        if (page.form().fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, me);
        }
        return answer(procedures.begin(form.writing(), place.seat(), clock.instant()), page, me, next);
    }

    @GetMapping(TEXT + "/edit")
    ResponseEntity<byte[]> edit(@PathVariable Language lang, Membership place, @PathVariable UUID text, SignedIn me) {
        var draft = found(writing(place), text);
        if (draft.state() != State.DRAFT) {
            throw new NotHere();
        }
        return show(HttpStatus.OK, new TextPage(lang, place, draft, TextForm.of(draft), null), me);
    }

    @PostMapping(TEXT)
    ResponseEntity<byte[]> write(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID text,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var form = new TextForm(lang, Form.of(sent));
        var page = new TextPage(lang, place, found(writing(place), text), form.checked(), null);
        if (page.form().fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, me);
        }
        var step = procedures.write(text, form.writing(), form.seen(), place.seat(), clock.instant());
        return answer(step, page, me, next);
    }

    /** A side switches written procedure off or on for itself. */
    @PostMapping("/choice")
    ResponseEntity<byte[]> choose(
            @PathVariable Language lang,
            Membership place,
            @RequestParam(defaultValue = "") String wanted,
            RedirectAttributes next) {
        boolean on = wanted.equals("yes");
        if (choices.choose(on, place.seat(), clock.instant()) instanceof Step.NotYours) {
            throw new NotHere();
        }
        var words = ProcedureWords.in(lang);
        next.addFlashAttribute("notice", on ? words.nowWanted() : words.nowUnwanted());
        return Pages.seeOther(lang, ProceduresPage.path(place.committee()));
    }

    private ResponseEntity<byte[]> answer(Step step, TextPage page, SignedIn me, RedirectAttributes next) {
        return switch (step) {
            case Step.Done done -> {
                next.addFlashAttribute("notice", page.words().saved());
                yield Pages.seeOther(
                        page.language(), ProceduresPage.path(page.place().committee()) + "/" + done.text());
            }
            case Step.Overtaken overtaken -> show(HttpStatus.CONFLICT, page.against(overtaken.theirs()), me);
            case Step.Unfit any -> show(HttpStatus.UNPROCESSABLE_CONTENT, page, me);
            default -> throw new NotHere();
        };
    }

    private ResponseEntity<byte[]> show(HttpStatusCode status, TextPage page, SignedIn me) {
        var lang = page.language();
        var list = "/" + lang.tag() + ProceduresPage.path(page.place().committee());
        var frame = me.frame(lang, page.path(), page.heading())
                .under(toCommittee(lang, page.place()), new Crumb(page.words().list(), list));
        return pages.show(status, frame, "procedure/TextPage.jte", page);
    }

    private static Crumb toCommittee(Language lang, Membership place) {
        var committee = place.committee();
        return new Crumb(committee.name().in(lang), "/" + lang.tag() + "/work/committees/" + committee.slug());
    }

    private Procedure found(Membership place, UUID text) {
        return procedures.find(place.committee().id(), text).orElseThrow(NotHere::new);
    }

    private static Membership writing(Membership place) {
        if (!Procedures.writes(place.seat())) {
            throw new NotHere();
        }
        return place;
    }
}

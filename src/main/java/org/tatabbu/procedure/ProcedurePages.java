// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.Seals;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.mandate.Mandates;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** One text between meetings, and the steps it takes. */
@Controller
@RequestMapping(
        "/work/committees/{committee}/procedures/{text:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
class ProcedurePages {
    private final Procedures procedures;
    private final Choices choices;
    private final Adoptions adoptions;
    private final Seals seals;
    private final Mandates mandates;
    private final Committees committees;
    private final Pages pages;
    private final Clock clock;

    ProcedurePages(
            Procedures procedures,
            Choices choices,
            Adoptions adoptions,
            Seals seals,
            Mandates mandates,
            Committees committees,
            Pages pages,
            Clock clock) {
        this.procedures = procedures;
        this.choices = choices;
        this.adoptions = adoptions;
        this.seals = seals;
        this.mandates = mandates;
        this.committees = committees;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, Membership place, @PathVariable UUID text, SignedIn me) {
        procedures.lapse(found(place, text).id(), clock.instant());
        return page(HttpStatus.OK, lang, place, text, Form.EMPTY, me);
    }

    /** The canonical bytes themselves, to be hashed by whoever wants to. */
    @GetMapping("/record")
    ResponseEntity<byte[]> record(Membership place, @PathVariable UUID text) {
        var presentation = adoptions.latestOf(found(place, text).id()).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"record.json\"")
                .body(adoptions.record(presentation.id()));
    }

    @PostMapping("/opening")
    ResponseEntity<byte[]> open(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID text,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var term = new TermForm(place.committee(), lang, Form.of(sent));
        var form = term.checked();
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, text, form, me);
        }
        int seen = new TextForm(lang, form).seen();
        var step = procedures.open(text, seen, term.closes(), place.seat(), clock.instant());
        return answer(
                step, lang, place, text, form, me, next, ProcedureWords.in(lang).nowOpen());
    }

    @PostMapping("/extension")
    ResponseEntity<byte[]> extend(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID text,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var term = new TermForm(place.committee(), lang, Form.of(sent));
        var form = term.checked();
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, text, form, me);
        }
        var step = procedures.extend(text, term.closes(), place.seat(), clock.instant());
        return answer(
                step, lang, place, text, form, me, next, ProcedureWords.in(lang).nowExtended());
    }

    @PostMapping("/refusal")
    ResponseEntity<byte[]> refuse(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID text,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        return object(lang, place, text, "refusal", sent, me, next);
    }

    @PostMapping("/discussion")
    ResponseEntity<byte[]> discuss(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID text,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        return object(lang, place, text, "discussion", sent, me, next);
    }

    private ResponseEntity<byte[]> object(
            Language lang,
            Membership place,
            UUID text,
            String field,
            Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var words = ProcedureWords.in(lang);
        var form = Form.of(sent)
                .check(field, reason -> !reason.isEmpty(), words.reasonMissing())
                .check(
                        field,
                        reason -> RecordText.normal(reason).length() <= Procedures.LONGEST_REASON,
                        words.tooLong(Procedures.LONGEST_REASON))
                .check(field, reason -> RecordText.fits(RecordText.normal(reason)), words.hiddenCharacters());
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, text, form, me);
        }
        boolean refuses = field.equals("refusal");
        var step = procedures.object(text, refuses, form.value(field), place.seat(), clock.instant());
        return answer(step, lang, place, text, form, me, next, refuses ? words.nowRefused() : words.nowDiscussed());
    }

    @PostMapping("/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID text,
            SignedIn me,
            RedirectAttributes next) {
        var step = procedures.withdraw(text, place.seat(), clock.instant());
        return answer(
                step,
                lang,
                place,
                text,
                Form.EMPTY,
                me,
                next,
                ProcedureWords.in(lang).nowWithdrawn());
    }

    @PostMapping("/agenda")
    ResponseEntity<byte[]> takeUp(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID text,
            SignedIn me,
            RedirectAttributes next) {
        var step = procedures.takeUp(text, place.seat(), clock.instant());
        return answer(
                step,
                lang,
                place,
                text,
                Form.EMPTY,
                me,
                next,
                ProcedureWords.in(lang).nowOnAgenda());
    }

    private ResponseEntity<byte[]> answer(
            Step step,
            Language lang,
            Membership place,
            UUID text,
            Form form,
            SignedIn me,
            RedirectAttributes next,
            String done) {
        var words = ProcedureWords.in(lang);
        return switch (step) {
            case Step.Done any -> seeOther(lang, place, text, done, next);
            case Step.OutOfTime any ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, text, form.wrong("day", words.outOfTime()), me);
            case Step.Overtaken overtaken ->
                page(
                        HttpStatus.CONFLICT,
                        lang,
                        place,
                        text,
                        form.filled(Map.of(
                                "seen", Integer.toString(overtaken.theirs().revision()), "overtaken", "yes")),
                        me);
            case Step.TooLate tooLate ->
                seeOther(lang, place, text, words.tooLate(tooLate.state().name()), next);
            case Step.Incomplete any -> seeOther(lang, place, text, words.incomplete(), next);
            case Step.SwitchedOff off -> seeOther(lang, place, text, ProceduresPage.off(off, lang), next);
            case Step.NoMeeting any -> seeOther(lang, place, text, words.noMeeting(), next);
            case Step.Unfit any -> page(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, text, form, me);
            case Step.NotYours any -> throw new NotHere();
        };
    }

    private static ResponseEntity<byte[]> seeOther(
            Language lang, Membership place, UUID text, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, ProceduresPage.path(place.committee()) + "/" + text);
    }

    private ResponseEntity<byte[]> page(
            HttpStatusCode status, Language lang, Membership place, UUID id, Form form, SignedIn me) {
        var now = clock.instant();
        var text = found(place, id);
        var committee = place.committee();
        var presentation = adoptions.latestOf(id).orElse(null);
        var act = adoptions.actOf(id).orElse(null);
        var ceremony = new ProcedurePage.Ceremony(
                presentation,
                presentation == null ? committee.parties() : adoptions.awaited(presentation, now),
                act,
                act == null ? null : seals.of(act),
                mandates.inForce(place.seat(), now));
        var against = choices.found(committee.id(), now)
                .map(Step.SwitchedOff.class::cast)
                .orElse(null);
        var page = new ProcedurePage(lang, place, text, ceremony, committees.seats(committee.id()), against, form, now);
        var here = "/" + lang.tag() + "/work/committees/" + committee.slug();
        var frame = me.frame(lang, text.path(committee.slug()), page.title())
                .under(
                        new Crumb(committee.name().in(lang), here),
                        new Crumb(page.words().list(), here + "/procedures"));
        return pages.show(status, frame, "procedure/ProcedurePage.jte", page);
    }

    private Procedure found(Membership place, UUID text) {
        return procedures.find(place.committee().id(), text).orElseThrow(NotHere::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

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
import org.tatabbu.brief.Briefs;
import org.tatabbu.committee.Committees;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.mandate.Mandates;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/work/committees/{committee}/meetings/{number:[0-9]{1,4}}/adoption")
class AdoptionPages {
    private final Adoptions adoptions;
    private final Seals seals;
    private final Mandates mandates;
    private final Minutes minutes;
    private final Briefs briefs;
    private final Committees committees;
    private final Pages pages;
    private final Clock clock;

    AdoptionPages(
            Adoptions adoptions,
            Seals seals,
            Mandates mandates,
            Minutes minutes,
            Briefs briefs,
            Committees committees,
            Pages pages,
            Clock clock) {
        this.adoptions = adoptions;
        this.seals = seals;
        this.mandates = mandates;
        this.minutes = minutes;
        this.briefs = briefs;
        this.committees = committees;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, Attendance place, SignedIn me) {
        return page(HttpStatus.OK, lang, me, place, Form.EMPTY);
    }

    /** The canonical bytes themselves, to be hashed by whoever wants to. */
    @GetMapping("/record")
    ResponseEntity<byte[]> record(@PathVariable Language lang, Attendance place, SignedIn me) {
        var presentation = latest(place);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"record.json\"")
                .body(adoptions.record(presentation.id()));
    }

    @PostMapping("/presentation")
    ResponseEntity<byte[]> present(
            @PathVariable Language lang, Attendance place, SignedIn me, RedirectAttributes next) {
        var text = minutes.of(place.meeting().id()).orElseThrow(NotHere::new);
        var words = AdoptionWords.in(lang);
        return switch (adoptions.present(text.id(), place.seat(), clock.instant())) {
            case Presenting.Presented done -> seeOther(lang, place, "/adoption", words.nowPresented(), next);
            case Presenting.Blocked blocked -> seeOther(lang, place, "/minutes", words.blocked(), next);
            case Presenting.NotADraft already -> seeOther(lang, place, "/adoption", words.presentedAlready(), next);
            case Presenting.NotYours none -> throw new NotHere();
        };
    }

    @PostMapping("/return")
    ResponseEntity<byte[]> giveBack(
            @PathVariable Language lang,
            Attendance place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        deciding(place);
        var words = AdoptionWords.in(lang);
        var form = Form.of(sent)
                .check("reason", reason -> !reason.isEmpty(), words.reasonMissing())
                .check(
                        "reason",
                        reason -> RecordText.normal(reason).length() <= Adoptions.LONGEST_REASON,
                        words.reasonTooLong(Adoptions.LONGEST_REASON))
                .check("reason", reason -> RecordText.fits(RecordText.normal(reason)), words.reasonHidden());
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, form);
        }
        var decision =
                adoptions.giveBack(presentation(sent, place), form.value("reason"), place.seat(), clock.instant());
        return answer(decision, lang, place, next);
    }

    private ResponseEntity<byte[]> answer(Adoption decision, Language lang, Attendance place, RedirectAttributes next) {
        if (decision instanceof Adoption.Refused refused && refused.reason() == Adoption.Reason.NOT_A_HEAD) {
            throw new NotHere();
        }
        return seeOther(lang, place, "/adoption", AdoptionWords.said(decision, lang), next);
    }

    private static ResponseEntity<byte[]> seeOther(
            Language lang, Attendance place, String rest, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, place.path() + rest);
    }

    private ResponseEntity<byte[]> page(
            HttpStatusCode status, Language lang, SignedIn me, Attendance place, Form form) {
        var presentation = latest(place);
        var text = minutes.get(presentation.minutes().orElseThrow(NotHere::new));
        var topics = text.clauses().stream().map(AdoptionPage::topic).toList();
        var act = adoptions.actOf(place.meeting().id());
        var page = new AdoptionPage(
                lang,
                place,
                presentation,
                text,
                briefs.at(topics, place.membership(), lang, clock.instant()),
                act.orElse(null),
                act.map(seals::of).orElse(Sealing.NONE),
                adoptions.awaited(presentation, clock.instant()),
                mandates.inForce(place.seat(), clock.instant()),
                committees.seats(place.committee().id()),
                form);
        var frame = me.frame(lang, place.path() + "/adoption", page.title())
                .under(place.toCommittee(lang), place.toMeeting(lang));
        return pages.show(status, frame, "adoption/AdoptionPage.jte", page);
    }

    private Presentation latest(Attendance place) {
        return adoptions.latest(place.meeting().id()).orElseThrow(NotHere::new);
    }

    private static void deciding(Attendance place) {
        if (!place.seat().adopts()) {
            throw new NotHere();
        }
    }

    // A form names the presentation its reader saw; one of another meeting is nothing here.
    private PresentationId presentation(Map<String, String> sent, Attendance place) {
        try {
            var id = new PresentationId(UUID.fromString(sent.getOrDefault("presentation", "")));
            if (adoptions
                    .find(id)
                    .filter(one -> place.meeting().id().equals(one.meeting()))
                    .isPresent()) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw new NotHere();
        }
        throw new NotHere();
    }
}

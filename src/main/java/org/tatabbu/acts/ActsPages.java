// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Seals;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** The register in the workspace. */
@Controller
@RequestMapping("/work/committees/{committee}")
class ActsPages {
    private static final String OF_A_MEETING = "/acts/{year:[0-9]{4}}/{number:[1-9][0-9]{0,5}}";
    private static final String OF_A_KIND =
            "/acts/{kind:decisions|recommendations|statements}/{year:[0-9]{4}}/{number:[1-9][0-9]{0,5}}";

    private final Acts acts;
    private final Seals seals;
    private final Meetings meetings;
    private final Pages pages;
    private final Clock clock;

    ActsPages(Acts acts, Seals seals, Meetings meetings, Pages pages, Clock clock) {
        this.acts = acts;
        this.seals = seals;
        this.meetings = meetings;
        this.pages = pages;
        this.clock = clock;
    }

    /** The address of an act below its committee's, as the variables of its mapping have it. */
    static String path(Map<String, String> at) {
        var kind = at.get("kind");
        return "/acts/" + (kind == null ? "" : kind + "/") + at.get("year") + "/" + at.get("number");
    }

    @GetMapping("/acts")
    ResponseEntity<byte[]> list(
            @PathVariable Language lang, Membership place, @RequestParam Map<String, String> sent, SignedIn me) {
        var committee = place.committee();
        var page = new ActsPage(lang, place, acts.of(committee.id()), Wanted.of(sent), today(committee));
        var frame = me.frame(
                        lang, ActsPage.path(committee) + "/acts", page.words().register())
                .under(toCommittee(lang, committee));
        return pages.show(frame, "acts/ActsPage.jte", page);
    }

    @GetMapping("/acts.csv")
    void table(
            @PathVariable Language lang,
            Membership place,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        var committee = place.committee();
        var shown = Wanted.of(sent).among(acts.of(committee.id()), today(committee));
        begin(response, committee, "csv", "text/csv;charset=UTF-8");
        new Table(lang, committee, today(committee)).csv(shown, response.getOutputStream());
    }

    @GetMapping("/acts.json")
    void json(
            @PathVariable Language lang,
            Membership place,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        var committee = place.committee();
        var shown = Wanted.of(sent).among(acts.of(committee.id()), today(committee));
        begin(response, committee, "json", "application/json");
        new Table(lang, committee, today(committee)).json(shown, response.getOutputStream());
    }

    private static void begin(HttpServletResponse response, Committee committee, String ending, String type) {
        var name = ContentDisposition.attachment()
                .filename(committee.slug() + "-acts." + ending)
                .build();
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, name.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping({OF_A_MEETING, OF_A_KIND})
    ResponseEntity<byte[]> show(
            @PathVariable Language lang, Membership place, @PathVariable Map<String, String> at, SignedIn me) {
        var one = found(place, at);
        return page(HttpStatus.OK, lang, place, one, ActForm.of(one.said()), false, me);
    }

    @PostMapping({OF_A_MEETING + "/proposal", OF_A_KIND + "/proposal"})
    ResponseEntity<byte[]> propose(
            @PathVariable Language lang,
            Membership place,
            @PathVariable Map<String, String> at,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var one = writing(place, at);
        var form = new ActForm(lang, Form.of(sent)).checked();
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, one, form, false, me);
        }
        var said = new ActForm(lang, form).particulars();
        return answer(
                acts.propose(one.act().id(), said, place.seat(), clock.instant()), lang, place, one, form, me, next);
    }

    @PostMapping({OF_A_MEETING + "/confirmation", OF_A_KIND + "/confirmation"})
    ResponseEntity<byte[]> confirm(
            @PathVariable Language lang,
            Membership place,
            @PathVariable Map<String, String> at,
            @RequestParam(defaultValue = "") String proposal,
            SignedIn me,
            RedirectAttributes next) {
        var one = writing(place, at);
        var done = acts.confirm(one.act().id(), id(proposal), place.seat(), clock.instant());
        return answer(done, lang, place, one, ActForm.of(one.said()), me, next);
    }

    @PostMapping({OF_A_MEETING + "/refusal", OF_A_KIND + "/refusal"})
    ResponseEntity<byte[]> drop(
            @PathVariable Language lang,
            Membership place,
            @PathVariable Map<String, String> at,
            @RequestParam(defaultValue = "") String proposal,
            SignedIn me,
            RedirectAttributes next) {
        var one = writing(place, at);
        var done = acts.drop(one.act().id(), id(proposal), place.seat(), clock.instant());
        return answer(done, lang, place, one, ActForm.of(one.said()), me, next);
    }

    /** A party speaks of its own procedures. */
    @PostMapping({OF_A_MEETING + "/notification", OF_A_KIND + "/notification"})
    ResponseEntity<byte[]> notify(
            @PathVariable Language lang,
            Membership place,
            @PathVariable Map<String, String> at,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var one = writing(place, at);
        var form = ActForm.domestic(sent, lang);
        var standing = ActForm.of(one.said()).filled(form.values());
        if (form.fails()) {
            var wrong = standing.wrong("notified", form.error("notified"));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, one, wrong, false, me);
        }
        boolean needed = form.value("needed").equals("yes");
        var day = ActForm.day(form.value("notified")).orElse(null);
        var said = new Domestic(place.party().id(), needed, day);
        var done = acts.notify(one.act().id(), said, place.seat(), clock.instant());
        if (done instanceof Recording.Unfit) {
            var wrong = standing.wrong("notified", ActsWords.in(lang).notificationWrong());
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, one, wrong, false, me);
        }
        return answer(done, lang, place, one, standing, me, next);
    }

    private ResponseEntity<byte[]> answer(
            Recording done,
            Language lang,
            Membership place,
            RegisteredAct one,
            Form form,
            SignedIn me,
            RedirectAttributes next) {
        var words = ActsWords.in(lang);
        return switch (done) {
            case Recording.Recorded any -> seeOther(lang, place, one.act(), words.recorded(), next);
            case Recording.Waiting any -> seeOther(lang, place, one.act(), words.nowWaiting(), next);
            case Recording.Overtaken any -> page(HttpStatus.CONFLICT, lang, place, now(place, one), form, true, me);
            case Recording.Unfit unfit ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        lang,
                        place,
                        one,
                        ActForm.wrong(form, unfit.reason(), lang),
                        false,
                        me);
            case Recording.NotYours any -> throw new NotHere();
        };
    }

    private static ResponseEntity<byte[]> seeOther(
            Language lang, Membership place, Act act, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, ActsPage.path(place.committee()) + act.path());
    }

    private ResponseEntity<byte[]> page(
            HttpStatusCode status,
            Language lang,
            Membership place,
            RegisteredAct one,
            Form form,
            boolean overtaken,
            SignedIn me) {
        var committee = place.committee();
        var page = new ActPage(
                lang,
                place,
                one,
                acts.of(committee.id()),
                seals.of(one.act()),
                source(lang, committee, one.act()),
                form,
                overtaken,
                today(committee));
        var list = new Crumb(page.words().register(), "/" + lang.tag() + ActsPage.path(committee) + "/acts");
        var frame = me.frame(lang, page.path(), page.title()).under(toCommittee(lang, committee), list);
        return pages.show(status, frame, "acts/ActPage.jte", page);
    }

    private String source(Language lang, Committee committee, Act act) {
        var meeting = act.meeting();
        return "/" + lang.tag() + ActsPage.path(committee)
                + (meeting == null
                        ? "/procedures/" + act.text()
                        : "/meetings/" + meetings.get(meeting).number() + "/adoption");
    }

    private static Crumb toCommittee(Language lang, Committee committee) {
        return new Crumb(committee.name().in(lang), "/" + lang.tag() + ActsPage.path(committee));
    }

    private LocalDate today(Committee committee) {
        return committee.dayOf(clock.instant());
    }

    private RegisteredAct now(Membership place, RegisteredAct one) {
        return acts.find(place.committee().id(), one.act().path()).orElseThrow(NotHere::new);
    }

    private RegisteredAct found(Membership place, Map<String, String> at) {
        return acts.find(place.committee().id(), path(at)).orElseThrow(NotHere::new);
    }

    private RegisteredAct writing(Membership place, Map<String, String> at) {
        if (!place.seat().writes()) {
            throw new NotHere();
        }
        return found(place, at);
    }

    private static UUID id(String proposal) {
        try {
            return UUID.fromString(proposal);
        } catch (IllegalArgumentException malformed) {
            throw new NotHere();
        }
    }
}

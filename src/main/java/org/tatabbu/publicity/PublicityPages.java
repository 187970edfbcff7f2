// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publicity;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesText;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/work/committees/{committee}/meetings/{number:[0-9]{1,4}}/publicity")
class PublicityPages {
    private final Publicities publicities;
    private final Minutes minutes;
    private final Pages pages;
    private final Clock clock;

    PublicityPages(Publicities publicities, Minutes minutes, Pages pages, Clock clock) {
        this.publicities = publicities;
        this.minutes = minutes;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, Attendance place, SignedIn me) {
        var text = text(place);
        return page(HttpStatus.OK, lang, place, me, text, form(text, place));
    }

    @PostMapping
    ResponseEntity<byte[]> say(
            @PathVariable Language lang,
            Attendance place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var words = PublicityWords.in(lang);
        var text = text(place);
        var form = Form.of(sent);
        for (var clause : text.clauses()) {
            form = say(form, text, clause, place, words);
        }
        if (form.fails()) {
            // What is asked anew is asked of the clause as it reads now.
            var revisions = new HashMap<String, String>();
            text.clauses().forEach(one -> revisions.put(PublicityPage.seen(one), Integer.toString(one.revision())));
            return page(HttpStatus.CONFLICT, lang, place, me, text, form.filled(revisions));
        }
        next.addFlashAttribute("notice", words.saved());
        return Pages.seeOther(lang, place.path() + "/publicity");
    }

    private Form say(Form form, MinutesText text, Clause clause, Attendance place, PublicityWords words) {
        var field = PublicityPage.field(clause);
        if (form.value(field).isEmpty()) {
            return form;
        }
        var publicity = Publicity.parse(form.value(field), place.committee()).orElseThrow(NotHere::new);
        var seen = form.value(PublicityPage.seen(clause));
        int revision = seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0;
        return switch (publicities.say(text.id(), clause.id(), revision, publicity, place.seat(), clock.instant())) {
            case Saying.Said said -> form;
            case Saying.Changed changed -> form.wrong(field, words.changed(clause.number()));
            case Saying.NotYours none -> throw new NotHere();
        };
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status, Language lang, Attendance place, SignedIn me, MinutesText text, Form form) {
        var title = PublicityWords.in(lang).title(place.meeting().name(lang));
        var frame = me.frame(lang, place.path() + "/publicity", title)
                .under(place.toCommittee(lang), place.toMeeting(lang));
        var page = new PublicityPage(lang, place, text, publicities.said(text), publicities.of(text), form);
        return pages.show(status, frame, "publicity/PublicityPage.jte", page);
    }

    private Form form(MinutesText text, Attendance place) {
        return PublicityPage.form(
                text, publicities.said(text), place.membership().party().id());
    }

    private MinutesText text(Attendance place) {
        return minutes.of(place.meeting().id()).orElseThrow(NotHere::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Clock;
import java.util.Map;
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
import org.tatabbu.page.NotHere;
import org.tatabbu.publication.Publications;

@Controller
@RequestMapping("/work/committees/{committee}/meetings/{number:[0-9]{1,4}}/communique")
class CommuniquePages {
    private final Drafts drafts;
    private final Publications publications;
    private final Clock clock;

    CommuniquePages(Drafts drafts, Publications publications, Clock clock) {
        this.drafts = drafts;
        this.publications = publications;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, Attendance place, SignedIn me) {
        return drafts.show(lang, publishing(place), me, clock.instant());
    }

    @GetMapping("/trace")
    ResponseEntity<byte[]> trace(@PathVariable Language lang, Attendance place, SignedIn me) {
        return drafts.trace(lang, draft(place), me);
    }

    @PostMapping("/revision")
    ResponseEntity<byte[]> write(
            @PathVariable Language lang,
            Attendance place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        return drafts.write(lang, publishing(place), sent, me, next, clock.instant());
    }

    @PostMapping("/clearance")
    ResponseEntity<byte[]> clear(
            @PathVariable Language lang,
            Attendance place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        return drafts.clear(lang, publishing(place), sent, me, next, clock.instant());
    }

    @PostMapping("/retraction")
    ResponseEntity<byte[]> takeBack(@PathVariable Language lang, Attendance place, RedirectAttributes next) {
        return drafts.takeBack(lang, publishing(place), next, clock.instant());
    }

    private Draft publishing(Attendance place) {
        if (!place.seat().publishes()) {
            throw new NotHere();
        }
        return draft(place);
    }

    private Draft draft(Attendance place) {
        return new Draft(
                place.membership(),
                place.meeting(),
                publications.communique(place.meeting().id()).orElse(null));
    }
}

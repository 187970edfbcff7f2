// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
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
import org.tatabbu.committee.Correcting;
import org.tatabbu.committee.Corrections;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** Corrects what is said of a seat, without another one being given. */
@Controller
@RequestMapping("/work/committees/{committee}/people/seats/{seat:" + CorrectionPages.UUID_SHAPE + "}")
class CorrectionPages {
    /** Beside it stands a page to record a new seat. */
    static final String UUID_SHAPE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Corrections corrections;
    private final Pages pages;
    private final Clock clock;

    CorrectionPages(Corrections corrections, Pages pages, Clock clock) {
        this.corrections = corrections;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, Membership place, @PathVariable UUID seat, SignedIn me) {
        var standing = standing(place, seat);
        var form = SeatForm.of(lang, standing.seat(), standing.version()).form();
        return show(HttpStatus.OK, lang, place, standing.seat(), form, null, me);
    }

    @PostMapping
    ResponseEntity<byte[]> correct(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID seat,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var standing = standing(place, seat).seat();
        var form = new SeatForm(lang, Form.of(sent), false);
        var checked = form.corrected();
        if (checked.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, standing, checked, null, me);
        }
        var words = InvitationWords.in(lang);
        var now = clock.instant();
        return switch (corrections.correct(standing.id(), form.version(), form.wording(), place.seat(), now)) {
            case Correcting.Corrected done -> told(lang, place, words.corrected(), next);
            case Correcting.Over over -> told(lang, place, words.seatOver(), next);
            case Correcting.Overtaken by -> {
                var again = checked.filled(Map.of("version", Integer.toString(by.version())));
                yield show(HttpStatus.CONFLICT, lang, place, by.theirs(), again, by.theirs(), me);
            }
            case Correcting.NotYours none -> throw new NotHere();
        };
    }

    private Corrections.Standing standing(Membership place, UUID seat) {
        return corrections.open(new SeatId(seat), place.seat(), clock.instant()).orElseThrow(NotHere::new);
    }

    private static ResponseEntity<byte[]> told(
            Language lang, Membership place, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, PeoplePage.path(place.committee()));
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status,
            Language lang,
            Membership place,
            Seat seat,
            Form form,
            @Nullable Seat theirs,
            SignedIn me) {
        var page = new CorrectPage(lang, place, seat, form, theirs);
        var frame = me.frame(lang, page.path(), page.words().correctSeat())
                .under(PeoplePages.toCommittee(lang, place.committee()), PeoplePages.toPeople(lang, place));
        return pages.show(status, frame, "invitation/CorrectPage.jte", page);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Ending;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/work/committees/{committee}/people")
class PeoplePages {
    private final Invitations invitations;
    private final Delegations delegations;
    private final Committees committees;
    private final Pages pages;
    private final Clock clock;

    PeoplePages(Invitations invitations, Delegations delegations, Committees committees, Pages pages, Clock clock) {
        this.invitations = invitations;
        this.delegations = delegations;
        this.committees = committees;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, Membership place, SignedIn me) {
        var now = clock.instant();
        var seats = committees.seats(place.committee().id());
        var page = new PeoplePage(
                lang,
                place,
                seats.stream().filter(seat -> !committees.over(seat, now)).toList(),
                seats.stream().filter(seat -> committees.over(seat, now)).toList(),
                invitations.open(place.seat(), now),
                now);
        var frame = me.frame(lang, page.path(), page.words().people()).under(toCommittee(lang, place.committee()));
        return pages.show(frame, "invitation/PeoplePage.jte", page);
    }

    @GetMapping("/invitations/new")
    ResponseEntity<byte[]> invitation(@PathVariable Language lang, Membership place, SignedIn me) {
        return form(lang, secretary(place), true, me);
    }

    @GetMapping("/seats/new")
    ResponseEntity<byte[]> seat(@PathVariable Language lang, Membership place, SignedIn me) {
        return form(lang, secretary(place), false, me);
    }

    @PostMapping("/invitations")
    ResponseEntity<byte[]> invite(
            @PathVariable Language lang,
            Membership place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        secretary(place);
        var form = new SeatForm(lang, Form.of(sent), true);
        var checked = form.checked();
        if (checked.fails()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, new SeatPage(lang, place, checked, true), me);
        }
        var now = clock.instant();
        var words = InvitationWords.in(lang);
        return switch (invitations.invite(form.email(), form.letterLanguage(), form.draft(), place.seat(), now)) {
            case Inviting.Done done -> told(lang, place, words.invited(), next);
            case Inviting.Open open -> {
                var wrong = checked.wrong("email", words.openAlready());
                yield form(HttpStatus.CONFLICT, new SeatPage(lang, place, wrong, true), me);
            }
            case Inviting.Seated seated -> {
                var wrong = checked.wrong("email", words.seatedHere());
                yield form(HttpStatus.CONFLICT, new SeatPage(lang, place, wrong, true), me);
            }
            case Inviting.NotYours none -> throw new NotHere();
        };
    }

    @PostMapping("/invitations/{invitation}/again")
    ResponseEntity<byte[]> again(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID invitation,
            SignedIn me,
            RedirectAttributes next) {
        secretary(place);
        var sent = invitations.sendAgain(new InvitationId(invitation), place.seat(), clock.instant());
        return told(lang, place, sent, InvitationWords.in(lang).sentAgain(), next);
    }

    @PostMapping("/invitations/{invitation}/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID invitation,
            SignedIn me,
            RedirectAttributes next) {
        secretary(place);
        var withdrawn = invitations.withdraw(new InvitationId(invitation), place.seat(), clock.instant());
        return told(lang, place, withdrawn, InvitationWords.in(lang).withdrawn(), next);
    }

    @PostMapping("/seats")
    ResponseEntity<byte[]> record(
            @PathVariable Language lang,
            Membership place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        secretary(place);
        var form = new SeatForm(lang, Form.of(sent), false);
        var checked = form.checked();
        if (checked.fails()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, new SeatPage(lang, place, checked, false), me);
        }
        if (!delegations.record(form.draft(), place.seat(), clock.instant())) {
            throw new NotHere();
        }
        return told(lang, place, InvitationWords.in(lang).seatSaved(), next);
    }

    @GetMapping("/seats/{seat}/end")
    ResponseEntity<byte[]> ending(@PathVariable Language lang, Membership place, @PathVariable UUID seat, SignedIn me) {
        secretary(place);
        return end(HttpStatus.OK, new EndPage(lang, place, own(place, seat), Form.EMPTY), me);
    }

    @PostMapping("/seats/{seat}/end")
    ResponseEntity<byte[]> end(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID seat,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        secretary(place);
        var words = InvitationWords.in(lang);
        var wanted = own(place, seat);
        var form = Form.of(sent).check("sure", "yes"::equals, words.sureMissing());
        if (form.fails()) {
            return end(HttpStatus.UNPROCESSABLE_CONTENT, new EndPage(lang, place, wanted, form), me);
        }
        return switch (delegations.end(wanted.id(), place.seat(), clock.instant())) {
            case Ending.Ended done -> {
                next.addFlashAttribute("notice", words.seatEnded());
                // Who ended their own seat has no way back to this page.
                var own = wanted.id().equals(place.seat().id());
                yield Pages.seeOther(lang, own ? "/work" : PeoplePage.path(place.committee()));
            }
            case Ending.Over over -> told(lang, place, words.seatOver(), next);
            case Ending.LastSecretary last -> {
                var refused = form.wrong("sure", words.lastSecretary());
                yield end(HttpStatus.CONFLICT, new EndPage(lang, place, wanted, refused), me);
            }
            case Ending.NotYours none -> throw new NotHere();
        };
    }

    private ResponseEntity<byte[]> form(Language lang, Membership place, boolean invites, SignedIn me) {
        var now = clock.instant();
        var today = place.committee().dayOf(now);
        var form = SeatForm.empty(lang, today, lastPlace(place, now, today) + 1, invites)
                .form();
        return form(HttpStatus.OK, new SeatPage(lang, place, form, invites), me);
    }

    private ResponseEntity<byte[]> form(HttpStatus status, SeatPage page, SignedIn me) {
        var lang = page.language();
        var path = page.action() + "/new";
        var frame = me.frame(lang, path, page.title())
                .under(toCommittee(lang, page.place().committee()), toPeople(lang, page.place()));
        return pages.show(status, frame, "invitation/SeatPage.jte", page);
    }

    private ResponseEntity<byte[]> end(HttpStatus status, EndPage page, SignedIn me) {
        var lang = page.language();
        var frame = me.frame(lang, page.path(), page.words().endSeat())
                .under(toCommittee(lang, page.place().committee()), toPeople(lang, page.place()));
        return pages.show(status, frame, "invitation/EndPage.jte", page);
    }

    private static ResponseEntity<byte[]> told(
            Language lang, Membership place, Inviting what, String notice, RedirectAttributes next) {
        if (what instanceof Inviting.Done) {
            return told(lang, place, notice, next);
        }
        throw new NotHere();
    }

    private static ResponseEntity<byte[]> told(
            Language lang, Membership place, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, PeoplePage.path(place.committee()));
    }

    /** The last place that is taken in the own delegation. */
    private int lastPlace(Membership place, Instant now, LocalDate today) {
        return committees.seats(place.committee().id()).stream()
                .filter(seat -> seat.party().equals(place.seat().party()) && seat.heldAt(now, today))
                .mapToInt(Seat::precedence)
                .max()
                .orElse(0);
    }

    private Seat own(Membership place, UUID seat) {
        return committees.seats(place.committee().id()).stream()
                .filter(one -> one.id().id().equals(seat)
                        && one.party().equals(place.seat().party()))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    static Crumb toCommittee(Language lang, Committee committee) {
        return new Crumb(committee.name().in(lang), "/" + lang.tag() + "/work/committees/" + committee.slug());
    }

    static Crumb toPeople(Language lang, Membership place) {
        return new Crumb(InvitationWords.in(lang).people(), "/" + lang.tag() + PeoplePage.path(place.committee()));
    }

    private static Membership secretary(Membership place) {
        if (!place.seat().writes()) {
            throw new NotHere();
        }
        return place;
    }
}

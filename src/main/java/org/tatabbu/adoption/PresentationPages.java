// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.signing.Signings;
import org.tatabbu.signing.ToSign;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.Passkey;
import org.tatabbu.statement.Unreadable;

/** How a head signs a presented text: through the signing address, or with a key file. */
@Controller
@RequestMapping("/work/committees/{committee}/presentations/{presentation:[0-9a-f-]{36}}")
class PresentationPages {
    private final Adoptions adoptions;
    private final Signings signings;
    private final Meetings meetings;
    private final Pages pages;
    private final Clock clock;

    PresentationPages(Adoptions adoptions, Signings signings, Meetings meetings, Pages pages, Clock clock) {
        this.adoptions = adoptions;
        this.signings = signings;
        this.meetings = meetings;
        this.pages = pages;
        this.clock = clock;
    }

    /** A head before an open presentation. */
    private record Place(Membership membership, Presentation presentation, String back) {
        String path() {
            return "/work/committees/" + membership.committee().slug() + "/presentations/"
                    + presentation.id().id();
        }
    }

    /** Sends the head to the signing address with a statement made now. */
    @PostMapping("/ticket")
    ResponseEntity<byte[]> ticket(
            @PathVariable Language lang,
            Membership membership,
            @PathVariable UUID presentation,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var place = place(membership, presentation);
        var made = toAdopt(place, sent);
        if (!(made instanceof ToAdopt.Ready ready) || !(ready.mandate().key() instanceof Passkey passkey)) {
            return refused(lang, place, made, next);
        }
        var seat = place.membership().seat();
        var party = place.membership().party().name().in(lang);
        var address = signings.toSign(
                new ToSign(
                        me.account(),
                        ready.statement().type(),
                        ready.statement().bytes(),
                        adoptions.record(place.presentation().id()),
                        passkey.credential().bytes(),
                        place.presentation().id().id(),
                        AdoptionWords.in(lang).signsFor(seat.title(lang), party),
                        place.back()),
                lang,
                clock.instant());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            @PathVariable Language lang,
            Membership membership,
            @PathVariable UUID presentation,
            @RequestParam Map<String, String> sent,
            SignedIn me) {
        return page(HttpStatus.OK, lang, me, place(membership, presentation), Form.of(sent));
    }

    /** A new statement to be signed elsewhere. */
    @GetMapping("/statement")
    ResponseEntity<byte[]> statement(
            Membership membership,
            @PathVariable UUID presentation,
            @RequestParam Map<String, String> sent,
            SignedIn me) {
        if (!(toAdopt(place(membership, presentation), sent) instanceof ToAdopt.Ready ready)) {
            throw new NotHere();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"statement.json\"")
                .body(ready.statement().bytes());
    }

    @PostMapping("/signature")
    ResponseEntity<byte[]> take(
            @PathVariable Language lang,
            Membership membership,
            @PathVariable UUID presentation,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "envelope", required = false) @Nullable MultipartFile file,
            SignedIn me,
            RedirectAttributes next)
            throws IOException {
        var place = place(membership, presentation);
        var words = AdoptionWords.in(lang);
        var envelope = envelope(file);
        var form = Form.of(sent)
                .check("envelope", any -> file != null && !file.isEmpty(), words.envelopeMissing())
                .check("envelope", any -> envelope.isPresent(), words.envelopeUnreadable())
                .check("read", "yes"::equals, words.readFirst());
        if (form.fails() || envelope.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, form);
        }
        var decision = adoptions.adopt(
                place.presentation().id(), envelope.get(), place.membership().seat(), clock.instant());
        if (decision instanceof Adoption.Refused refused) {
            var wrong = form.wrong("envelope", words.refused(refused.reason().name()));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, wrong);
        }
        next.addFlashAttribute("notice", AdoptionWords.said(decision, lang));
        return Pages.seeOther(lang, place.back());
    }

    private static Optional<Envelope> envelope(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.getSize() > Envelope.LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Envelope.read(file.getBytes()));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private ResponseEntity<byte[]> page(HttpStatusCode status, Language lang, SignedIn me, Place place, Form form) {
        var here = "/" + lang.tag() + place.path();
        var mandate = mandate(form.values());
        var page = new SignaturePage(
                lang, place.presentation(), mandate, days(form.values()), here, "/" + lang.tag() + place.back(), form);
        var title = AdoptionWords.in(lang).signWithFile();
        return pages.show(status, me.frame(lang, place.path(), title), "adoption/SignaturePage.jte", page);
    }

    private ResponseEntity<byte[]> refused(Language lang, Place place, ToAdopt made, RedirectAttributes next) {
        var reason = made instanceof ToAdopt.Refused refused ? refused.reason() : Adoption.Reason.NO_MANDATE;
        next.addFlashAttribute("notice", AdoptionWords.in(lang).refused(reason.name()));
        return Pages.seeOther(lang, place.back());
    }

    private ToAdopt toAdopt(Place place, Map<String, String> sent) {
        return adoptions.toAdopt(
                place.presentation().id(),
                mandate(sent),
                Duration.ofDays(days(sent)),
                place.membership().seat(),
                clock.instant());
    }

    private static UUID mandate(Map<String, String> sent) {
        try {
            return UUID.fromString(sent.getOrDefault("mandate", ""));
        } catch (IllegalArgumentException malformed) {
            throw new NotHere();
        }
    }

    private static int days(Map<String, String> sent) {
        return Deciding.DAYS.stream()
                .filter(days -> days.toString().equals(sent.get("days")))
                .findFirst()
                .orElse(Deciding.DAYS.getFirst());
    }

    private Place place(Membership membership, UUID id) {
        if (!membership.seat().adopts()) {
            throw new NotHere();
        }
        var presentation = adoptions
                .find(new PresentationId(id))
                .filter(one -> one.committee().equals(membership.committee().id()))
                .orElseThrow(NotHere::new);
        var meeting = presentation.meeting();
        var base = "/work/committees/" + membership.committee().slug();
        var back = meeting == null
                ? base + "/procedures/" + presentation.text()
                : base + "/meetings/" + meetings.get(meeting).number() + "/adoption";
        return new Place(membership, presentation, back);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.PartyId;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.signing.Signings;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;
import org.tatabbu.transparency.Log;

@Controller
@RequestMapping("/work/committees/{committee}/mandates")
class MandatePages {
    private final Mandates mandates;
    private final Committees committees;
    private final Signings signings;
    private final Log log;
    private final Pages pages;
    private final Clock clock;

    MandatePages(Mandates mandates, Committees committees, Signings signings, Log log, Pages pages, Clock clock) {
        this.mandates = mandates;
        this.committees = committees;
        this.signings = signings;
        this.log = log;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, @PathVariable String committee, SignedIn me) {
        var now = clock.instant();
        var place = place(me, committee, now);
        return show(HttpStatus.OK, lang, me, place, blank(place, now), now);
    }

    /** The request for the party's own statement, for the command line. */
    @GetMapping("/party-request.json")
    ResponseEntity<byte[]> request(@PathVariable String committee, SignedIn me) {
        var place = writing(me, committee, clock.instant());
        return file("party-request.json", PartyRequest.bytes(place.party()));
    }

    @GetMapping("/prepared/{draft}.json")
    ResponseEntity<byte[]> prepared(@PathVariable String committee, @PathVariable String draft, SignedIn me) {
        var now = clock.instant();
        var place = writing(me, committee, now);
        var one = mandates.drafts(place.seat(), now).stream()
                .filter(each -> each.id().toString().equals(draft))
                .findFirst()
                .orElseThrow(NotHere::new);
        return file(MandatePage.fileName(one), one.statement().bytes());
    }

    /** What was signed, as it is in the log. */
    @GetMapping("/signed/{mandate}.json")
    ResponseEntity<byte[]> signed(@PathVariable String committee, @PathVariable String mandate, SignedIn me) {
        var place = place(me, committee, clock.instant());
        var one = MandateForm.id(mandate)
                .flatMap(mandates::find)
                .filter(found -> found.committee().equals(place.committee().id()))
                .orElseThrow(NotHere::new);
        return file("mandate.signed.json", one.envelope().bytes());
    }

    @PostMapping("/signed")
    ResponseEntity<byte[]> bring(
            @PathVariable Language lang,
            @PathVariable String committee,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            SignedIn me,
            RedirectAttributes next) {
        var now = clock.instant();
        var place = writing(me, committee, now);
        var words = MandateWords.in(lang);
        return switch (mandates.bring(bytes(file), place.seat(), now)) {
            case Bringing.KeyInForce done -> back(lang, place, words.keyInForce(), next);
            case Bringing.KeyWaits done -> back(lang, place, words.keyWaits(), next);
            case Bringing.Issued done -> back(lang, place, words.issued(), next);
            case Bringing.Ended done -> back(lang, place, words.ended(), next);
            case Bringing.NotYours none -> throw new NotHere();
            case Bringing.Refused refused ->
                unfit(lang, me, place, wrong(blank(place, now), "file", refused.why(), words), now);
        };
    }

    @PostMapping("/prepared")
    ResponseEntity<byte[]> prepare(
            @PathVariable Language lang,
            @PathVariable String committee,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var now = clock.instant();
        var place = writing(me, committee, now);
        var holders = Holder.of(committees, signings, place, now);
        var form = new MandateForm(lang, Form.of(sent), place.committee().zone());
        var checked = form.checked(holders);
        var words = MandateWords.in(lang);
        if (checked.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, checked, now);
        }
        return switch (mandates.prepare(form.preparation(holders), place.seat(), now)) {
            case Preparing.Prepared done -> back(lang, place, words.prepared(), next);
            case Preparing.NoAuthority none ->
                unfit(lang, me, place, wrong(checked, "key", Bringing.Why.NO_AUTHORITY, words), now);
            case Preparing.KeyTaken taken ->
                unfit(lang, me, place, wrong(checked, form.keyField(), Bringing.Why.KEY_TAKEN, words), now);
            case Preparing.Over over -> unfit(lang, me, place, checked.wrong("until", words.untilPast()), now);
            case Preparing.NotYours none -> throw new NotHere();
        };
    }

    private static Form wrong(Form form, String field, Bringing.Why why, MandateWords words) {
        return form.wrong(field, words.refused(why.name()));
    }

    private ResponseEntity<byte[]> unfit(Language lang, SignedIn me, Membership place, Form form, Instant now) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, form, now);
    }

    @PostMapping("/{mandate}/end")
    ResponseEntity<byte[]> end(
            @PathVariable Language lang,
            @PathVariable String committee,
            @PathVariable String mandate,
            SignedIn me,
            RedirectAttributes next) {
        var now = clock.instant();
        var place = writing(me, committee, now);
        var words = MandateWords.in(lang);
        return switch (mandates.prepareEnd(id(mandate), place.seat(), now)) {
            case Preparing.Prepared done -> back(lang, place, words.prepared(), next);
            case Preparing.Over over -> conflict(lang, me, place, words.refused(Bringing.Why.OVER.name()), now);
            case Preparing.NotYours none -> throw new NotHere();
            case Preparing.NoAuthority none -> throw new IllegalStateException("A mandate without an authority");
            case Preparing.KeyTaken taken -> throw new IllegalStateException("An end has no key");
        };
    }

    @PostMapping("/prepared/{draft}/withdrawal")
    ResponseEntity<byte[]> drop(
            @PathVariable Language lang,
            @PathVariable String committee,
            @PathVariable String draft,
            SignedIn me,
            RedirectAttributes next) {
        var now = clock.instant();
        var place = writing(me, committee, now);
        if (!mandates.drop(id(draft), place.seat(), now)) {
            throw new NotHere();
        }
        return back(lang, place, MandateWords.in(lang).dropped(), next);
    }

    @PostMapping("/keys/{party}/{key}/confirmation")
    ResponseEntity<byte[]> confirm(
            @PathVariable Language lang,
            @PathVariable String committee,
            @PathVariable String party,
            @PathVariable String key,
            SignedIn me,
            RedirectAttributes next) {
        var now = clock.instant();
        var place = writing(me, committee, now);
        var words = MandateWords.in(lang);
        return switch (mandates.confirm(new PartyId(id(party)), digest(key), place.seat(), now)) {
            case Confirming.KeyInForce done -> back(lang, place, words.keyInForce(), next);
            case Confirming.Confirmed done -> back(lang, place, words.keyConfirmed(), next);
            case Confirming.Settled settled -> conflict(lang, me, place, words.settled(), now);
            case Confirming.NotYours none -> throw new NotHere();
        };
    }

    @PostMapping("/keys/{key}/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable Language lang,
            @PathVariable String committee,
            @PathVariable String key,
            SignedIn me,
            RedirectAttributes next) {
        var now = clock.instant();
        var place = writing(me, committee, now);
        if (!mandates.withdraw(digest(key), place.seat(), now)) {
            throw new NotHere();
        }
        return back(lang, place, MandateWords.in(lang).keyWithdrawn(), next);
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        // Nothing longer than an entry is one, so nothing longer is read.
        if (file == null || file.getSize() > Envelope.LONGEST) {
            return new byte[0];
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private static UUID id(String id) {
        return MandateForm.id(id).orElseThrow(NotHere::new);
    }

    private static Digest digest(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new NotHere();
        }
        return new Digest(hex);
    }

    private static ResponseEntity<byte[]> back(
            Language lang, Membership place, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, MandatePage.path(place));
    }

    private ResponseEntity<byte[]> conflict(Language lang, SignedIn me, Membership place, String what, Instant now) {
        return show(HttpStatus.CONFLICT, lang, me, place, blank(place, now).wrong("page", what), now);
    }

    private static Form blank(Membership place, Instant now) {
        return MandateForm.blank(place.committee().dayOf(now));
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, Language lang, SignedIn me, Membership place, Form form, Instant now) {
        var holders = Holder.of(committees, signings, place, now);
        var page = MandatePage.of(lang, place, mandates, holders, log, form, now);
        var committee = place.committee();
        var frame = me.frame(lang, MandatePage.path(place), page.words().mandates())
                .under(new Crumb(committee.name().in(lang), "/" + lang.tag() + "/work/committees/" + committee.slug()));
        return pages.show(status, frame, "mandate/MandatePage.jte", page);
    }

    private Membership writing(SignedIn me, String committee, Instant now) {
        var place = place(me, committee, now);
        if (!place.seat().writes()) {
            throw new NotHere();
        }
        return place;
    }

    private Membership place(SignedIn me, String committee, Instant now) {
        // Somebody with two seats in a committee acts here from the secretary's.
        var held = committees.memberships(me.account().id(), now).stream()
                .filter(place -> place.committee().slug().equals(committee))
                .toList();
        return held.stream()
                .filter(place -> place.seat().writes())
                .findFirst()
                .or(() -> held.stream().findFirst())
                .orElseThrow(NotHere::new);
    }
}

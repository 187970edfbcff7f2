// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tatabbu.acts.Acts;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Language;
import org.tatabbu.original.ActKind;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** Bundles to take away, and the page that verifies them. */
@Controller
class ProofPages {
    /** Nothing that the page reads can leave it. */
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'none'; "
                    + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final String ACT = "/{kind:conclusions|decisions|recommendations|statements}/"
            + "{year:[0-9]{4}}/{number:[1-9][0-9]{0,5}}/bundle.zip";
    private static final String CONCLUSIONS = "/{year:[0-9]{4}}/{number:[1-9][0-9]{0,5}}/bundle.zip";

    private final Proofs proofs;
    private final Adoptions adoptions;
    private final Committees committees;
    private final Acts acts;
    private final PublicActs publicly;
    private final VerifierSource verifier;
    private final Pages pages;

    ProofPages(
            Proofs proofs,
            Adoptions adoptions,
            Committees committees,
            Acts acts,
            PublicActs publicly,
            VerifierSource verifier,
            Pages pages) {
        this.proofs = proofs;
        this.adoptions = adoptions;
        this.committees = committees;
        this.acts = acts;
        this.publicly = publicly;
        this.verifier = verifier;
        this.pages = pages;
    }

    @GetMapping("/verify")
    ResponseEntity<byte[]> verify(@PathVariable Language lang, HttpServletResponse response) {
        var words = ProofWords.in(lang);
        response.setHeader("Content-Security-Policy", CONTENT);
        return pages.show(
                Frame.open(lang, "/verify", words.verify(), words.verifyLead()),
                "proof/VerifyPage.jte",
                new VerifyPage(lang, verifier.findings(lang)));
    }

    @GetMapping("/verify/Verify.java")
    ResponseEntity<byte[]> source() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attached("Verify.java"))
                .cacheControl(CacheControl.noCache())
                .body(verifier.bytes());
    }

    @GetMapping("/work/committees/{committee}/acts" + CONCLUSIONS)
    ResponseEntity<byte[]> conclusionsForSeats(Membership place, @PathVariable int year, @PathVariable int number) {
        return forSeats(place, ActKind.CONCLUSIONS.word(), year, number);
    }

    @GetMapping("/work/committees/{committee}/acts" + ACT)
    ResponseEntity<byte[]> forSeats(
            Membership place, @PathVariable String kind, @PathVariable int year, @PathVariable int number) {
        return bundle(act(place.committee().id(), kind, year, number), CacheControl.noStore());
    }

    @GetMapping("/committees/{committee}/acts" + CONCLUSIONS)
    ResponseEntity<byte[]> conclusionsForAll(
            @PathVariable String committee, @PathVariable int year, @PathVariable int number) {
        return forAll(committee, ActKind.CONCLUSIONS.word(), year, number);
    }

    @GetMapping("/committees/{committee}/acts" + ACT)
    ResponseEntity<byte[]> forAll(
            @PathVariable String committee,
            @PathVariable String kind,
            @PathVariable int year,
            @PathVariable int number) {
        var act = act(committees.find(committee).orElseThrow(NotHere::new).id(), kind, year, number);
        if (!acts.isPublic(act.id()) && !publicly.isPublic(act)) {
            throw new NotHere();
        }
        return bundle(act, CacheControl.noCache());
    }

    private Act act(CommitteeId committee, String kind, int year, int number) {
        return adoptions.register(committee).stream()
                .filter(act -> act.year() == year && act.number() == number && isOf(act, kind))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private static boolean isOf(Act act, String kind) {
        var word = act.kind().word();
        return kind.equals(act.kind() == ActKind.CONCLUSIONS ? word : word + "s");
    }

    private ResponseEntity<byte[]> bundle(Act act, CacheControl cache) {
        var bundle = proofs.bundle(act).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, attached("bundle.zip"))
                .cacheControl(cache)
                .eTag(act.id().id().toString())
                .body(bundle);
    }

    private static String attached(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}

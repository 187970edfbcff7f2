// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.time.Clock;
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
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** The operator's pages; for everybody else they are not there. */
@Controller
@RequestMapping("/work/parties")
class PartyPages {
    private static final String HERE = "/work/parties";
    static final String UUID_SHAPE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Parties parties;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    PartyPages(Parties parties, Accounts accounts, Pages pages, Clock clock) {
        this.parties = parties;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable Language lang, SignedIn me) {
        operator(me);
        return list(HttpStatus.OK, lang, me, Form.EMPTY);
    }

    @PostMapping
    ResponseEntity<byte[]> enter(
            @PathVariable Language lang, @RequestParam Map<String, String> sent, SignedIn me, RedirectAttributes next) {
        operator(me);
        var form = new PartyForm(lang, Form.of(sent));
        if (form.checked().fails()) {
            return list(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, form.checked());
        }
        var id = StandingPartyId.random();
        parties.enter(form.party(id), me.account().id(), clock.instant());
        next.addFlashAttribute("notice", RegisterWords.in(lang).entered());
        return Pages.seeOther(lang, HERE + "/" + id.id());
    }

    @GetMapping("/{party:" + UUID_SHAPE + "}")
    ResponseEntity<byte[]> show(@PathVariable Language lang, @PathVariable UUID party, SignedIn me) {
        operator(me);
        var standing = party(party);
        return show(HttpStatus.OK, lang, me, standing, PartyForm.of(standing));
    }

    @PostMapping("/{party:" + UUID_SHAPE + "}")
    ResponseEntity<byte[]> correct(
            @PathVariable Language lang,
            @PathVariable UUID party,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        operator(me);
        var standing = party(party);
        var form = new PartyForm(lang, Form.of(sent));
        if (form.checked().fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, standing, form.checked());
        }
        parties.enter(form.party(standing.id()), me.account().id(), clock.instant());
        return back(lang, standing, RegisterWords.in(lang).corrected(), next);
    }

    @PostMapping("/{party:" + UUID_SHAPE + "}/secretaries")
    ResponseEntity<byte[]> invite(
            @PathVariable Language lang,
            @PathVariable UUID party,
            @RequestParam(defaultValue = "") String email,
            SignedIn me,
            RedirectAttributes next) {
        operator(me);
        var standing = party(party);
        var words = RegisterWords.in(lang);
        var form = PartyForm.of(standing).filled(Map.of("email", email));
        return switch (parties.invite(standing.id(), email, me.account().id(), clock.instant())) {
            case Inviting.Invited done -> back(lang, standing, words.invited(), next);
            case Inviting.NoAddress none ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, standing, form.wrong("email", words.emailWrong()));
            case Inviting.AlreadySecretary already ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        lang,
                        me,
                        standing,
                        form.wrong("email", words.alreadySecretary()));
            case Inviting.Operates operator ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        lang,
                        me,
                        standing,
                        form.wrong("email", words.operatorNoSecretary()));
            case Inviting.NotYours none -> throw new NotHere();
        };
    }

    @GetMapping("/{party:" + UUID_SHAPE + "}/secretaries/{account:" + UUID_SHAPE + "}/end")
    ResponseEntity<byte[]> ending(
            @PathVariable Language lang, @PathVariable UUID party, @PathVariable UUID account, SignedIn me) {
        operator(me);
        return end(HttpStatus.OK, lang, party(party), account, Form.EMPTY, me);
    }

    @PostMapping("/{party:" + UUID_SHAPE + "}/secretaries/{account:" + UUID_SHAPE + "}/end")
    ResponseEntity<byte[]> end(
            @PathVariable Language lang,
            @PathVariable UUID party,
            @PathVariable UUID account,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        operator(me);
        var standing = party(party);
        var form = Form.of(sent)
                .check("sure", "yes"::equals, RegisterWords.in(lang).sureMissing());
        if (form.fails()) {
            return end(HttpStatus.UNPROCESSABLE_CONTENT, lang, standing, account, form, me);
        }
        if (!parties.end(standing.id(), new AccountId(account), me.account().id(), clock.instant())) {
            throw new NotHere();
        }
        return back(lang, standing, RegisterWords.in(lang).ended(), next);
    }

    private ResponseEntity<byte[]> end(
            HttpStatus status, Language lang, StandingParty party, UUID account, Form form, SignedIn me) {
        var secretary = parties.secretaries(party.id()).stream()
                .filter(one -> one.account().id().equals(account) && one.until() == null)
                .findFirst()
                .flatMap(one -> accounts.find(one.account()))
                .orElseThrow(NotHere::new);
        var page = new EndPage(lang, party, secretary, form);
        var frame = me.frame(lang, page.path(), page.words().end())
                .under(new Crumb(party.name().in(lang), "/" + lang.tag() + page.back()));
        return pages.show(status, frame, "register/EndPage.jte", page);
    }

    private void operator(SignedIn me) {
        if (!parties.operates(me.account().id())) {
            throw new NotHere();
        }
    }

    private StandingParty party(UUID id) {
        return parties.find(new StandingPartyId(id)).orElseThrow(NotHere::new);
    }

    private static ResponseEntity<byte[]> back(
            Language lang, StandingParty party, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, HERE + "/" + party.id().id());
    }

    private ResponseEntity<byte[]> list(HttpStatus status, Language lang, SignedIn me, Form form) {
        var page = new PartiesPage(lang, parties.all(), form);
        return pages.show(status, me.frame(lang, HERE, page.words().parties()), "register/PartiesPage.jte", page);
    }

    private ResponseEntity<byte[]> show(HttpStatus status, Language lang, SignedIn me, StandingParty party, Form form) {
        var secretaries = parties.secretaries(party.id()).stream()
                .map(one ->
                        new PartyPage.Listed(one, accounts.find(one.account()).orElseThrow()))
                .toList();
        var page = new PartyPage(lang, party, secretaries, form);
        var words = page.words();
        var frame = me.frame(lang, HERE + "/" + party.id().id(), party.name().in(lang))
                .under(new Crumb(words.parties(), "/" + lang.tag() + HERE));
        return pages.show(status, frame, "register/PartyPage.jte", page);
    }
}

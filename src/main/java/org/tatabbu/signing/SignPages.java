// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.time.Clock;
import java.util.Map;
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
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.language.Oddities;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.page.Site;

/** The pages of the signing address. No session reaches them: the ticket says who it is for, and the key who it is. */
@Controller
@RequestMapping("/sign/{ticket:[A-Za-z0-9_-]{43}}")
class SignPages {
    private static final int LONGEST_NAME = 60;

    private final Signings signings;
    private final SigningAddress address;
    private final Accounts accounts;
    private final Site site;
    private final Pages pages;
    private final Clock clock;

    SignPages(Signings signings, SigningAddress address, Accounts accounts, Site site, Pages pages, Clock clock) {
        this.signings = signings;
        this.address = address;
        this.accounts = accounts;
        this.site = site;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, @PathVariable String ticket) {
        return page(HttpStatus.OK, lang, ticket, Form.EMPTY);
    }

    /** The record's canonical bytes, for the page to show and to hash. */
    @GetMapping("/record")
    ResponseEntity<byte[]> record(@PathVariable String ticket) {
        return bytes(open(ticket).record());
    }

    /** The statement's canonical bytes: what is signed. */
    @GetMapping("/statement")
    ResponseEntity<byte[]> statement(@PathVariable String ticket) {
        return bytes(open(ticket).statement());
    }

    @PostMapping
    ResponseEntity<byte[]> take(
            @PathVariable Language lang, @PathVariable String ticket, @RequestParam Map<String, String> sent) {
        var held = signings.ticket(ticket).filter(one -> one.open(clock.instant()));
        if (held.isEmpty()) {
            return page(HttpStatus.OK, lang, ticket, Form.EMPTY);
        }
        return held.get().kind() == Ticket.Kind.KEY ? make(lang, ticket, sent) : sign(lang, ticket, sent);
    }

    private ResponseEntity<byte[]> make(Language language, String ticket, Map<String, String> sent) {
        var words = SigningWords.in(language);
        var form = Form.of(Map.of("name", sent.getOrDefault("name", "")))
                .check("name", name -> !name.isEmpty(), words.keyNameMissing())
                .check("name", name -> name.length() <= LONGEST_NAME, words.keyNameTooLong(LONGEST_NAME))
                .check("name", name -> Oddities.in(name).isEmpty(), words.keyNameHidden());
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, language, ticket, form);
        }
        var made = signings.make(
                ticket,
                part(sent, "authenticatorData"),
                part(sent, "clientDataJSON"),
                form.value("name").strip(),
                clock.instant());
        return switch (made) {
            case MADE, OVER -> again(language, ticket);
            case FAILS -> page(HttpStatus.UNPROCESSABLE_CONTENT, language, ticket, form.wrong("key", words.keyFails()));
            case KNOWN -> page(HttpStatus.CONFLICT, language, ticket, form.wrong("key", words.keyKnown()));
        };
    }

    private ResponseEntity<byte[]> sign(Language language, String ticket, Map<String, String> sent) {
        var taken = signings.take(
                ticket,
                part(sent, "authenticatorData"),
                part(sent, "clientDataJSON"),
                part(sent, "signature"),
                language,
                clock.instant());
        return switch (taken) {
            case Signed.Taken.Again again ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, language, ticket, Form.EMPTY.wrong("signature", again.said()));
            case Signed.Taken.Done done -> again(language, ticket);
            case Signed.Taken.Over over -> again(language, ticket);
        };
    }

    private ResponseEntity<byte[]> page(HttpStatusCode status, Language language, String token, Form form) {
        var found = signings.ticket(token);
        var path = "/sign/" + token;
        var here = "/" + language.tag() + path;
        var words = SigningWords.in(language);
        if (found.isEmpty() || !found.get().open(clock.instant())) {
            var said = found.map(Ticket::said).orElse("");
            var key = found.filter(one -> one.kind() == Ticket.Kind.KEY).isPresent();
            var back =
                    site.address("/" + language.tag() + found.map(Ticket::back).orElse(""));
            var end = new EndPage(language, key && !said.isEmpty() ? words.keyMade(said) : said, back);
            var answer = said.isEmpty() ? HttpStatus.GONE : HttpStatus.OK;
            return pages.show(answer, Frame.work(language, path, end.title(), null), "signing/EndPage.jte", end);
        }
        var ticket = found.get();
        if (ticket.kind() == Ticket.Kind.KEY) {
            var account = accounts.find(ticket.account()).orElseThrow(NotHere::new);
            var keys = signings.keys(account.id());
            var page = new KeyPage(language, ticket, account, keys, here, address.host(), form);
            return pages.show(status, Frame.work(language, path, words.keyTitle(), null), "signing/KeyPage.jte", page);
        }
        var page = new SignPage(language, ticket, here, address.host(), form);
        return pages.show(status, Frame.work(language, path, words.title(), null), "signing/SignPage.jte", page);
    }

    private Ticket open(String token) {
        return signings.ticket(token)
                .filter(one -> one.open(clock.instant()) && one.kind() == Ticket.Kind.STATEMENT)
                .orElseThrow(NotHere::new);
    }

    private static ResponseEntity<byte[]> again(Language language, String ticket) {
        return Pages.seeOther(language, "/sign/" + ticket);
    }

    private static ResponseEntity<byte[]> bytes(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    /** What is not base64 is no answer of a key: it fails where it is judged. */
    private static byte[] part(Map<String, String> sent, String name) {
        return Encoded.unbase64(sent.getOrDefault(name, "")).orElse(new byte[0]);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.language.WrittenName;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/welcome")
class WelcomePages {
    private final Parties parties;
    private final Pages pages;
    private final Clock clock;

    WelcomePages(Parties parties, Pages pages, Clock clock) {
        this.parties = parties;
        this.pages = pages;
        this.clock = clock;
    }

    @ModelAttribute
    void discreet(HttpServletResponse response) {
        Pages.discreet(response);
    }

    @GetMapping("/{link}")
    ResponseEntity<byte[]> form(@PathVariable Language lang, @PathVariable OneTimeLink.Token link, CsrfToken token) {
        return show(HttpStatus.OK, lang, link, Form.EMPTY, token);
    }

    @PostMapping("/{link}")
    ResponseEntity<byte[]> enter(
            @PathVariable Language lang,
            @PathVariable OneTimeLink.Token link,
            @RequestParam Map<String, String> sent,
            CsrfToken token) {
        var now = clock.instant();
        var found = parties.welcome(link, now);
        if (found.isEmpty()) {
            return over(lang);
        }
        var welcome = found.get();
        if (parties.known(welcome)) {
            return entered(lang, parties.enter(link, now));
        }
        var written = Form.of(sent);
        var reading = NewPassword.read(written.value("password"), welcome.email());
        var name = new WrittenName(written.value("arabic"), written.value("latin"));
        var form = checked(lang, written, name, reading);
        if (form.fails() || !(reading instanceof NewPassword.Fit fit)) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, link, form, token);
        }
        try {
            return entered(lang, parties.enter(link, name.name(), fit.password(), now));
        } catch (DuplicateKeyException raced) {
            // Another letter to this address was followed at the same moment, and opened its account.
            return entered(lang, parties.enter(link, now));
        }
    }

    @GetMapping("/entered")
    ResponseEntity<byte[]> entered(@PathVariable Language lang) {
        var words = RegisterWords.in(lang);
        var entered = new Pages.Outcome(words.enteredTitle(), words.enteredText(), words.signIn(), "/sign-in");
        return pages.tell(lang, "/welcome/entered", entered);
    }

    private ResponseEntity<byte[]> entered(Language lang, Entering entering) {
        return switch (entering) {
            case Entering.Entered done -> Pages.seeOther(lang, "/welcome/entered");
            case Entering.Gone gone -> over(lang);
        };
    }

    /** One answer for every link that opens nothing, so that none tells more than another. */
    private ResponseEntity<byte[]> over(Language lang) {
        var words = RegisterWords.in(lang);
        var over = new Pages.Outcome(words.overTitle(), words.overText(), words.signIn(), "/sign-in");
        return pages.over(lang, over);
    }

    private static Form checked(Language lang, Form sent, WrittenName name, NewPassword.Reading password) {
        return sent.say(lang == Language.AR ? "arabic" : "latin", name.missing(lang))
                .say("arabic", WrittenName.advice(name.arabic(), lang))
                .say("latin", WrittenName.advice(name.latin(), lang))
                .say("password", password.advice(lang));
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, Language lang, OneTimeLink.Token link, Form form, CsrfToken token) {
        var found = parties.welcome(link, clock.instant());
        if (found.isEmpty()) {
            return over(lang);
        }
        var welcome = found.get();
        var party = welcome.party();
        var page = new WelcomePage(
                lang,
                "/welcome/" + link.text(),
                welcome.email(),
                party == null ? null : parties.find(party).orElseThrow(),
                parties.known(welcome),
                form,
                token);
        var frame = Frame.work(lang, page.path(), page.words().welcome(), null);
        return pages.show(status, frame, "register/WelcomePage.jte", page);
    }
}

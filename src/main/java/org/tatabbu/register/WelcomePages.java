// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.language.WrittenName;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Pages;
import org.tatabbu.passkey.Answer;
import org.tatabbu.passkey.Passkeys;

@Controller
@RequestMapping("/welcome")
class WelcomePages {
    private final Parties parties;
    private final Passkeys passkeys;
    private final Pages pages;
    private final Clock clock;

    WelcomePages(Parties parties, Passkeys passkeys, Pages pages, Clock clock) {
        this.parties = parties;
        this.passkeys = passkeys;
        this.pages = pages;
        this.clock = clock;
    }

    @ModelAttribute
    void discreet(HttpServletResponse response) {
        Pages.discreet(response);
    }

    @GetMapping("/{link}")
    ResponseEntity<byte[]> form(@PathVariable Language lang, @PathVariable OneTimeLink.Token link, CsrfToken token) {
        return show(HttpStatus.OK, lang, link, Form.EMPTY, token, Way.PASSWORD);
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
        var name = name(written);
        var form = checked(lang, written, name, reading);
        if (form.fails() || !(reading instanceof NewPassword.Fit fit)) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, link, form, token, Way.PASSWORD);
        }
        return entered(lang, entering(link, () -> parties.enter(link, name.name(), fit.password(), now), now));
    }

    @GetMapping("/{link}/passkey")
    ResponseEntity<byte[]> keyForm(@PathVariable Language lang, @PathVariable OneTimeLink.Token link, CsrfToken token) {
        return show(HttpStatus.OK, lang, link, Form.EMPTY, token, Way.KEY);
    }

    @PostMapping("/{link}/passkey/options")
    ResponseEntity<byte[]> options(
            @PathVariable Language lang,
            @PathVariable OneTimeLink.Token link,
            @RequestParam Map<String, String> sent,
            CsrfToken token,
            HttpServletRequest request) {
        var now = clock.instant();
        var found = parties.welcome(link, now).filter(welcome -> !parties.known(welcome));
        if (found.isEmpty()) {
            return over(lang);
        }
        // The form is refused before a key is made that no account would know.
        var written = Form.of(sent);
        var name = name(written);
        var form = named(lang, written, name);
        if (form.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, link, form, token, Way.KEY);
        }
        var invited = new Account(AccountId.random(), found.get().email(), name.name());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(passkeys.offer(request, invited, lang, now));
    }

    @PostMapping("/{link}/passkey")
    ResponseEntity<byte[]> enterWithKey(
            @PathVariable Language lang,
            @PathVariable OneTimeLink.Token link,
            @RequestParam Map<String, String> sent,
            CsrfToken token,
            HttpServletRequest request) {
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
        var name = name(written);
        var form = named(lang, written, name);
        if (form.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, link, form, token, Way.KEY);
        }
        var key = passkeys.first(request, welcome.email(), new Answer(sent), lang, now);
        if (key.isEmpty()) {
            return keyRefused(lang, link, form, token);
        }
        var entering = entering(link, () -> parties.enter(link, name.name(), key.get(), lang, now), now);
        return entering instanceof Entering.KeyRefused ? keyRefused(lang, link, form, token) : entered(lang, entering);
    }

    private ResponseEntity<byte[]> keyRefused(Language lang, OneTimeLink.Token link, Form form, CsrfToken token) {
        var wrong = form.wrong("credential", RegisterWords.in(lang).keyRefused());
        return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, link, wrong, token, Way.KEY);
    }

    private Entering entering(OneTimeLink.Token link, Supplier<Entering> step, Instant now) {
        try {
            return step.get();
        } catch (DuplicateKeyException raced) {
            // Another letter to this address was followed at the same moment, and opened its account.
            return parties.enter(link, now);
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
            case Entering.KeyRefused none -> over(lang);
        };
    }

    /** One answer for every link that opens nothing, so that none tells more than another. */
    private ResponseEntity<byte[]> over(Language lang) {
        var words = RegisterWords.in(lang);
        var over = new Pages.Outcome(words.overTitle(), words.overText(), words.signIn(), "/sign-in");
        return pages.over(lang, over);
    }

    private static WrittenName name(Form sent) {
        return new WrittenName(sent.value("arabic"), sent.value("latin"));
    }

    private static Form checked(Language lang, Form sent, WrittenName name, NewPassword.Reading password) {
        return named(lang, sent, name)
                .say("password", password.advice(lang))
                .check(
                        "again",
                        again -> sent.value("password").equals(again),
                        RegisterWords.in(lang).passwordsDiffer());
    }

    private static Form named(Language lang, Form sent, WrittenName name) {
        return sent.say(lang == Language.AR ? "arabic" : "latin", name.missing(lang))
                .say("arabic", WrittenName.advice(name.arabic(), lang))
                .say("latin", WrittenName.advice(name.latin(), lang));
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, Language lang, OneTimeLink.Token link, Form form, CsrfToken token, Way way) {
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
        var asked = page.known() ? Way.PASSWORD : way;
        var path = asked == Way.KEY ? page.withKey() : page.path();
        var frame = Frame.work(lang, path, page.words().welcome(), null);
        return pages.show(status, frame, asked.template, page);
    }

    /** What somebody new means to sign in with. */
    private enum Way {
        PASSWORD("register/WelcomePage.jte"),
        KEY("register/WelcomeWithKeyPage.jte");

        private final String template;

        Way(String template) {
            this.template = template;
        }
    }
}

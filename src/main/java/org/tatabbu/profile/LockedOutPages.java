// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
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
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.Email;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.identity.SignIns;
import org.tatabbu.language.Language;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Pages;

/** The way back in, for who cannot sign in. */
@Controller
@RequestMapping("/sign-in")
class LockedOutPages {
    private static final String FORGOTTEN = "/sign-in/forgotten";
    private static final String RESET = "/sign-in/reset/";

    private final Profiles profiles;
    private final SignIns signIns;
    private final Answering answering;
    private final Pages pages;
    private final Clock clock;

    LockedOutPages(Profiles profiles, SignIns signIns, Answering answering, Pages pages, Clock clock) {
        this.signIns = signIns;
        this.profiles = profiles;
        this.answering = answering;
        this.pages = pages;
        this.clock = clock;
    }

    /** The address of such a page opens an account: no other site and no search engine may learn it. */
    @ModelAttribute
    void discreet(HttpServletResponse response) {
        Pages.discreet(response);
    }

    @GetMapping("/forgotten")
    ResponseEntity<byte[]> forgotten(@PathVariable Language lang, HttpServletRequest request) {
        return forgotten(HttpStatus.OK, lang, Form.EMPTY, request);
    }

    @PostMapping("/forgotten")
    ResponseEntity<byte[]> ask(
            @PathVariable Language lang, @RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        var words = ProfileWords.in(lang);
        var form = Form.of(Map.of("email", email));
        var read = Email.read(email);
        if (read.isEmpty()) {
            var wrong = form.wrong("email", words.emailMissing());
            return forgotten(HttpStatus.UNPROCESSABLE_CONTENT, lang, wrong, request);
        }
        var wait = profiles.ask(read.get().value(), lang, request.getRemoteAddr(), clock.instant());
        if (wait.isPositive()) {
            var early = form.wrong("email", new Accounts.Confirmation.Later(wait).advice(lang));
            return forgotten(HttpStatus.TOO_MANY_REQUESTS, lang, early, request);
        }
        answering.wake();
        return Pages.seeOther(lang, "/sign-in/sent");
    }

    @GetMapping("/sent")
    ResponseEntity<byte[]> sent(@PathVariable Language lang) {
        var words = ProfileWords.in(lang);
        var sent = new Pages.Outcome(words.sentTitle(), words.sentLead(), words.again(), FORGOTTEN);
        return pages.tell(lang, "/sign-in/sent", sent);
    }

    @GetMapping("/reset/{way}")
    ResponseEntity<byte[]> reset(
            @PathVariable Language lang, @PathVariable OneTimeLink.Token way, HttpServletRequest request) {
        return profiles.whose(way, clock.instant()).isPresent()
                ? reset(HttpStatus.OK, lang, Form.EMPTY, way, request)
                : over(lang);
    }

    @PostMapping("/reset/{way}")
    ResponseEntity<byte[]> back(
            @PathVariable Language lang,
            @PathVariable OneTimeLink.Token way,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response) {
        var now = clock.instant();
        var owner = profiles.whose(way, now);
        if (owner.isEmpty()) {
            return over(lang);
        }
        var account = owner.get();
        var reading = NewPassword.read(fresh, account.email());
        if (!(reading instanceof NewPassword.Fit fit)) {
            var form = LockedOutPage.about(reading, lang);
            return reset(HttpStatus.UNPROCESSABLE_CONTENT, lang, form, way, request);
        }
        if (!profiles.back(way, account, fit.password(), lang, now)) {
            return over(lang);
        }
        signIns.keep(request, response, account.id(), now);
        return Pages.seeOther(lang, "/sign-in/changed");
    }

    @GetMapping("/changed")
    ResponseEntity<byte[]> changed(@PathVariable Language lang) {
        var words = ProfileWords.in(lang);
        var changed = new Pages.Outcome(words.changedTitle(), words.changedLead(), words.toSignIn(), "/sign-in");
        return pages.tell(lang, "/sign-in/changed", changed);
    }

    private ResponseEntity<byte[]> forgotten(HttpStatus status, Language lang, Form form, HttpServletRequest request) {
        var words = ProfileWords.in(lang);
        var page = new LockedOutPage(lang, form, FORGOTTEN, token(request));
        var frame = Frame.work(lang, FORGOTTEN, words.forgottenTitle(), null);
        return pages.show(status, frame, "profile/ForgottenPage.jte", page);
    }

    private ResponseEntity<byte[]> reset(
            HttpStatus status, Language lang, Form form, OneTimeLink.Token way, HttpServletRequest request) {
        var words = ProfileWords.in(lang);
        var page = new LockedOutPage(lang, form, RESET + way.text(), token(request));
        var frame = Frame.work(lang, RESET + way.text(), words.resetTitle(), null);
        return pages.show(status, frame, "profile/ResetPage.jte", page);
    }

    /** One page for a link that was used, is over, or never was. */
    private ResponseEntity<byte[]> over(Language lang) {
        var words = ProfileWords.in(lang);
        var over = new Pages.Outcome(words.overTitle(), words.overLead(), words.again(), FORGOTTEN);
        return pages.over(lang, over);
    }

    private static CsrfToken token(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return token;
        }
        throw new IllegalStateException("No form token at the way back");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.identity.Doorkeeper.Admission;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Pages;

@Controller
class SignInPages {
    private final Pages pages;
    private final Doorkeeper doorkeeper;
    private final Sessions sessions;
    private final ObjectProvider<Introductions> introductions;
    private final ObjectProvider<OtherEntrances> others;
    private final Clock clock;

    SignInPages(
            Pages pages,
            Doorkeeper doorkeeper,
            Sessions sessions,
            ObjectProvider<Introductions> introductions,
            ObjectProvider<OtherEntrances> others,
            Clock clock) {
        this.pages = pages;
        this.doorkeeper = doorkeeper;
        this.sessions = sessions;
        this.introductions = introductions;
        this.others = others;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> form(
            @PathVariable Language lang, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        var destination = Destination.of(lang, to);
        return Recognition.of(request).isPresent()
                ? on(HttpStatus.FOUND, destination)
                : show(HttpStatus.OK, lang, Form.EMPTY, destination, request);
    }

    @PostMapping("/sign-in")
    ResponseEntity<byte[]> signIn(
            @PathVariable Language lang,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var words = IdentityWords.in(lang);
        var destination = Destination.of(lang, to);
        var form = Form.of(Map.of("email", email))
                .check("email", value -> !value.isEmpty(), words.emailMissing())
                .check("password", value -> !password.isEmpty(), words.passwordMissing());
        if (form.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, form, destination, request);
        }
        var now = clock.instant();
        return switch (doorkeeper.admit(email, password, request.getRemoteAddr(), sessions.device(request), now)) {
            case Admission.Admitted admitted -> {
                sessions.begin(
                        request, response, new Pass(admitted.account().id(), admitted.version(), now), "password");
                yield on(HttpStatus.SEE_OTHER, destination);
            }
            case Admission.Refused refused -> {
                var wrong = form.wrong("password", words.refused());
                yield show(HttpStatus.UNPROCESSABLE_CONTENT, lang, wrong, destination, request);
            }
            case Admission.TooSoon tooSoon -> {
                var early = form.wrong("password", new Accounts.Confirmation.Later(tooSoon.left()).advice(lang));
                yield show(HttpStatus.TOO_MANY_REQUESTS, lang, early, destination, request);
            }
        };
    }

    /** The form of a page whose session had ended before it was sent: the e-mail is kept, the password is asked for again. */
    ResponseEntity<byte[]> late(Language language, HttpServletRequest request) {
        var form = Form.of(Map.of("email", value(request, "email")))
                .wrong("password", IdentityWords.in(language).lateAtDoor());
        return show(HttpStatus.FORBIDDEN, language, form, Destination.of(language, value(request, "to")), request);
    }

    private static String value(HttpServletRequest request, String name) {
        var sent = request.getParameter(name);
        return sent == null ? "" : sent;
    }

    @PostMapping("/sign-out")
    ResponseEntity<byte[]> signOut(
            @PathVariable Language lang, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response, clock.instant());
        return Pages.seeOther(lang, "");
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, Language language, Form form, Destination to, HttpServletRequest request) {
        var words = IdentityWords.in(language);
        var listed = introductions.stream()
                .flatMap(some -> some.listed(language).stream())
                .toList();
        var beside = others.stream()
                .flatMap(some -> some.listed(language, to.path()).stream())
                .toList();
        var page = new SignInPage(words, form, to, Lookers.token(request), listed, beside);
        return pages.show(
                status, Frame.work(language, "/sign-in", words.title(), null), "identity/SignInPage.jte", page);
    }

    private static ResponseEntity<byte[]> on(HttpStatus status, Destination to) {
        return ResponseEntity.status(status).location(URI.create(to.path())).build();
    }
}

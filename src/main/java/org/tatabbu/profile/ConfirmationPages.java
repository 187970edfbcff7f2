// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.Accounts.Confirmation;
import org.tatabbu.identity.OtherEntrances;
import org.tatabbu.identity.SignIns;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.Pages;

/** A browser left alone is not its owner: whoever changes how they sign in has shown lately who they are. */
@Controller
@RequestMapping(SignedIn.CONFIRMATION)
class ConfirmationPages {
    private final Accounts accounts;
    private final SignIns signIns;
    private final ObjectProvider<OtherEntrances> others;
    private final Pages pages;
    private final Clock clock;

    ConfirmationPages(
            Accounts accounts, SignIns signIns, ObjectProvider<OtherEntrances> others, Pages pages, Clock clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.others = others;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, @RequestParam(defaultValue = "") String to, SignedIn me) {
        return show(HttpStatus.OK, lang, Form.EMPTY, to, me);
    }

    @PostMapping
    ResponseEntity<byte[]> confirm(
            @PathVariable Language lang,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response) {
        var now = clock.instant();
        return switch (accounts.confirm(me.account(), password, now)) {
            case Confirmation.Own own -> {
                signIns.begin(request, response, me.account().id(), "password", now);
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(SignIns.destination(lang, to)))
                        .build();
            }
            case Confirmation.Other other -> {
                var wrong = Form.EMPTY.wrong("password", ProfileWords.in(lang).presentWrong());
                yield show(HttpStatus.UNPROCESSABLE_CONTENT, lang, wrong, to, me);
            }
            case Confirmation.Later later -> {
                var early = Form.EMPTY.wrong("password", later.advice(lang));
                yield show(HttpStatus.TOO_MANY_REQUESTS, lang, early, to, me);
            }
        };
    }

    private ResponseEntity<byte[]> show(HttpStatus status, Language lang, Form form, String wished, SignedIn me) {
        var to = SignIns.destination(lang, wished);
        var ways =
                others.stream().flatMap(some -> some.again(lang, to).stream()).toList();
        var page = new ConfirmationPage(
                lang, form, to, accounts.hasPassword(me.account().id()), ways);
        var frame = me.frame(lang, SignedIn.CONFIRMATION, page.words().confirmTitle());
        return pages.show(status, frame, "profile/ConfirmationPage.jte", page);
    }
}

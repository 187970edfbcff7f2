// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.Accounts.Confirmation;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.identity.OtherEntrances;
import org.tatabbu.identity.SignIns;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.language.WrittenName;
import org.tatabbu.page.Form;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping(AccountPage.PATH)
class AccountPages {
    private final Profiles profiles;
    private final SignIns signIns;
    private final Accounts accounts;
    private final ObjectProvider<OtherEntrances> others;
    private final Pages pages;
    private final Clock clock;

    AccountPages(
            Profiles profiles,
            Accounts accounts,
            SignIns signIns,
            ObjectProvider<OtherEntrances> others,
            Pages pages,
            Clock clock) {
        this.signIns = signIns;
        this.others = others;
        this.profiles = profiles;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, SignedIn me) {
        return page(HttpStatus.OK, lang, me, Form.EMPTY);
    }

    @PostMapping("/name")
    ResponseEntity<byte[]> rename(
            @PathVariable Language lang,
            @RequestParam(defaultValue = "") String arabic,
            @RequestParam(defaultValue = "") String latin,
            SignedIn me,
            RedirectAttributes next) {
        var name = new WrittenName(arabic, latin);
        var form = Form.of(Map.of("arabic", arabic, "latin", latin))
                .say("arabic", name.missing(lang))
                .say("arabic", WrittenName.advice(arabic, lang))
                .say("latin", WrittenName.advice(latin, lang));
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, form);
        }
        profiles.rename(me.account().id(), name.name(), clock.instant());
        return saved(lang, next);
    }

    @PostMapping("/language")
    ResponseEntity<byte[]> speak(
            @PathVariable Language lang,
            @RequestParam(defaultValue = "") String language,
            SignedIn me,
            RedirectAttributes next) {
        profiles.speak(me.account().id(), Language.of(language).orElse(null), clock.instant());
        return saved(lang, next);
    }

    @PostMapping("/password")
    ResponseEntity<byte[]> changePassword(
            @PathVariable Language lang,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String fresh,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response) {
        var now = clock.instant();
        var reading = NewPassword.read(fresh, me.account().email());
        if (!(reading instanceof NewPassword.Fit fit)) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, LockedOutPage.about(reading, lang));
        }
        return switch (accounts.confirm(me.account(), present, now)) {
            case Confirmation.Own own -> {
                profiles.changePassword(me.account(), fit.password(), lang, now);
                signIns.keep(request, response, me.account().id(), now);
                yield Pages.seeOther(lang, "/sign-in/changed");
            }
            case Confirmation.Other other -> {
                var wrong = Form.EMPTY.wrong("present", ProfileWords.in(lang).presentWrong());
                yield page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, wrong);
            }
            case Confirmation.Later later -> {
                var early = Form.EMPTY.wrong("present", later.advice(lang));
                yield page(HttpStatus.TOO_MANY_REQUESTS, lang, me, early);
            }
        };
    }

    @PostMapping("/sign-out-everywhere")
    ResponseEntity<byte[]> signOutEverywhere(
            @PathVariable Language lang, SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        profiles.signOutEverywhere(me.account().id(), now);
        signIns.keep(request, response, me.account().id(), now);
        return Pages.seeOther(lang, "/sign-in");
    }

    private static ResponseEntity<byte[]> saved(Language lang, RedirectAttributes next) {
        next.addFlashAttribute("notice", ProfileWords.in(lang).saved());
        return Pages.seeOther(lang, AccountPage.PATH);
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Language lang, SignedIn me, Form sent) {
        var account = me.account();
        var stands = Map.of(
                "arabic", account.name().arabic(),
                "latin", account.name().latin(),
                "language", profiles.language(account.id()).map(Language::tag).orElse(""));
        var form = new Form(stands, sent.errors()).filled(sent.values());
        var entrances = others.stream()
                .flatMap(some -> some.kept(account.id(), lang).stream())
                .toList();
        var page = new AccountPage(
                lang, account, form, profiles.signIns(account.id()), accounts.hasPassword(account.id()), entrances);
        return pages.show(
                status, me.frame(lang, AccountPage.PATH, page.words().account()), "profile/AccountPage.jte", page);
    }
}

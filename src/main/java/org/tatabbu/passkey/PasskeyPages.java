// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping(PasskeysPage.PATH)
class PasskeyPages {
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    PasskeyPages(Passkeys passkeys, Accounts accounts, Pages pages, Clock clock) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @PathVariable Language lang, @RequestParam(defaultValue = "") String name, SignedIn me) {
        return list(HttpStatus.OK, lang, Form.of(Map.of("name", name)), me);
    }

    @PostMapping("/options")
    ResponseEntity<byte[]> options(@PathVariable Language lang, SignedIn me, HttpServletRequest request) {
        if (!me.lately(clock.instant())) {
            return confirmFirst(lang, PasskeysPage.PATH);
        }
        return json(passkeys.offer(request, me.account(), lang, clock.instant()));
    }

    @PostMapping
    ResponseEntity<byte[]> add(
            @PathVariable Language lang,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            HttpServletRequest request,
            RedirectAttributes next) {
        var words = PasskeyWords.in(lang);
        var answer = new Answer(sent);
        var name = sent.getOrDefault("name", "").strip();
        var form = named(words, name);
        // A device is asked only for somebody who showed lately who they are, and what it made is not thrown away.
        if (!answer.given() && !me.lately(clock.instant())) {
            return confirmFirst(lang, PasskeysPage.again(name));
        }
        if (form.fails()) {
            return list(HttpStatus.UNPROCESSABLE_CONTENT, lang, form, me);
        }
        if (!answer.given()) {
            return list(HttpStatus.UNPROCESSABLE_CONTENT, lang, form.wrong("credential", words.needsScript()), me);
        }
        return switch (passkeys.add(request, me.account(), name, answer, lang, clock.instant())) {
            case Passkeys.Adding.Added added -> {
                next.addFlashAttribute("notice", words.addedNow());
                yield Pages.seeOther(lang, PasskeysPage.PATH);
            }
            case Passkeys.Adding.Refused refused ->
                list(HttpStatus.UNPROCESSABLE_CONTENT, lang, form.wrong("credential", words.refused()), me);
            case Passkeys.Adding.TooMany tooMany ->
                list(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        lang,
                        form.wrong("credential", words.tooMany(Passkeys.MOST)),
                        me);
        };
    }

    @GetMapping("/{key}")
    ResponseEntity<byte[]> show(@PathVariable Language lang, @PathVariable String key, SignedIn me) {
        return one(HttpStatus.OK, lang, id(key), Form.EMPTY, me);
    }

    @PostMapping("/{key}/name")
    ResponseEntity<byte[]> rename(
            @PathVariable Language lang,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            SignedIn me,
            RedirectAttributes next) {
        var words = PasskeyWords.in(lang);
        var id = id(key);
        var form = named(words, name.strip());
        if (form.fails()) {
            return one(HttpStatus.UNPROCESSABLE_CONTENT, lang, id, form, me);
        }
        if (!passkeys.rename(me.account().id(), id, name.strip(), clock.instant())) {
            throw new NotHere();
        }
        next.addFlashAttribute("notice", words.renamed());
        return Pages.seeOther(lang, PasskeysPage.PATH);
    }

    @PostMapping("/{key}/removal")
    ResponseEntity<byte[]> remove(
            @PathVariable Language lang,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String sure,
            SignedIn me,
            RedirectAttributes next) {
        var words = PasskeyWords.in(lang);
        var id = id(key);
        if (!me.lately(clock.instant())) {
            return confirmFirst(lang, PasskeysPage.PATH + "/" + id.id());
        }
        if (sure.isEmpty()) {
            var unsure = Form.EMPTY.wrong("sure", words.removeTickMissing());
            return one(HttpStatus.UNPROCESSABLE_CONTENT, lang, id, unsure, me);
        }
        if (!passkeys.remove(me.account(), id, lang, clock.instant())) {
            throw new NotHere();
        }
        next.addFlashAttribute("notice", words.removed());
        return Pages.seeOther(lang, PasskeysPage.PATH);
    }

    /** A browser left alone is not its owner; {@code to} comes after the language. */
    private static ResponseEntity<byte[]> confirmFirst(Language lang, String to) {
        return Pages.seeOther(lang, SignedIn.confirmation("/" + lang.tag() + to));
    }

    private static PasskeyId id(String key) {
        try {
            return new PasskeyId(UUID.fromString(key));
        } catch (IllegalArgumentException none) {
            throw new NotHere();
        }
    }

    static ResponseEntity<byte[]> json(byte[] options) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(options);
    }

    private static Form named(PasskeyWords words, String name) {
        return Form.of(Map.of("name", name))
                .check("name", text -> !text.isEmpty(), words.nameMissing())
                .check(
                        "name",
                        text -> text.codePointCount(0, text.length()) <= Passkey.LONGEST_NAME,
                        words.nameTooLong(Passkey.LONGEST_NAME))
                .check("name", PasskeyPages::visible, words.nameHidden());
    }

    /** The name goes into a letter, where a mark of direction would turn what follows it. */
    private static boolean visible(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    private ResponseEntity<byte[]> list(HttpStatus status, Language lang, Form form, SignedIn me) {
        var page = new PasskeysPage(lang, passkeys.of(me.account().id()), me.lately(clock.instant()), form);
        var words = page.words();
        return pages.show(
                status,
                me.frame(lang, PasskeysPage.PATH, words.title()).under(account(lang, words)),
                "passkey/PasskeysPage.jte",
                page);
    }

    private ResponseEntity<byte[]> one(HttpStatus status, Language lang, PasskeyId id, Form sent, SignedIn me) {
        var keys = passkeys.of(me.account().id());
        var key = keys.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotHere::new);
        var form = new Form(Map.of("name", key.name()), sent.errors()).filled(sent.values());
        boolean last = keys.size() == 1 && !accounts.hasPassword(me.account().id());
        var page =
                new PasskeyPage(lang, key, new PasskeysPage(lang, keys, me.lately(clock.instant()), form), last, form);
        var words = page.words();
        return pages.show(
                status,
                me.frame(lang, page.path(), key.name())
                        .under(account(lang, words), new Crumb(words.title(), "/" + lang.tag() + PasskeysPage.PATH)),
                "passkey/PasskeyPage.jte",
                page);
    }

    private static Crumb account(Language lang, PasskeyWords words) {
        return new Crumb(words.account(), "/" + lang.tag() + "/work/account");
    }
}

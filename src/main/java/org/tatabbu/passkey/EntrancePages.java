// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.OtherEntrances;
import org.tatabbu.identity.SignIns;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Pages;

/** The door that opens to a key. */
@Controller
@RequestMapping(EntrancePage.PATH)
class EntrancePages implements OtherEntrances {
    private final Passkeys passkeys;
    private final SignIns signIns;
    private final Pages pages;
    private final Clock clock;

    EntrancePages(Passkeys passkeys, SignIns signIns, Pages pages, Clock clock) {
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public List<OtherEntrance> listed(Language language) {
        return listed(language, "");
    }

    @Override
    public List<OtherEntrance> listed(Language language, String to) {
        var path = "/" + language.tag() + EntrancePage.PATH;
        return List.of(new OtherEntrance(
                PasskeyWords.in(language).entrance(),
                to.isEmpty() ? path : path + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                true));
    }

    @Override
    public boolean opens(AccountId account) {
        return !passkeys.of(account).isEmpty();
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            @PathVariable Language lang, @RequestParam(defaultValue = "") String to, CsrfToken token) {
        return show(HttpStatus.OK, lang, to, "", token);
    }

    @PostMapping("/options")
    ResponseEntity<byte[]> options(HttpServletRequest request) {
        return PasskeyPages.json(passkeys.ask(request, clock.instant()));
    }

    @PostMapping
    ResponseEntity<byte[]> enter(
            @PathVariable Language lang,
            @RequestParam Map<String, String> sent,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        var words = PasskeyWords.in(lang);
        var answer = new Answer(sent);
        var to = sent.getOrDefault("to", "");
        var key = answer.credential();
        if (key.isEmpty()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, to, words.needsScript(), token);
        }
        var now = clock.instant();
        var whose = key.get().toBase64UrlString();
        var wait = signIns.knock(whose, request, now);
        if (wait.compareTo(Duration.ZERO) > 0) {
            return show(HttpStatus.TOO_MANY_REQUESTS, lang, to, later(words, wait), token);
        }
        var account = passkeys.enter(request, answer, now);
        if (account.isEmpty()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, to, words.signInRefused(), token);
        }
        signIns.welcome(whose, request);
        signIns.begin(request, response, account.get().id(), "passkey", now);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(SignIns.destination(lang, to)))
                .build();
    }

    private ResponseEntity<byte[]> show(HttpStatus status, Language lang, String to, String error, CsrfToken token) {
        var page = new EntrancePage(lang, SignIns.destination(lang, to), error, token);
        return pages.show(
                status,
                Frame.work(lang, EntrancePage.PATH, page.words().signInTitle(), null),
                "passkey/EntrancePage.jte",
                page);
    }

    private static String later(PasskeyWords words, Duration wait) {
        var seconds = wait.plusNanos(999_999_999).toSeconds();
        return seconds < 60 ? words.tooSoonSeconds(seconds) : words.tooSoonMinutes((seconds + 59) / 60);
    }
}

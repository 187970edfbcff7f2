// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.net.URI;
import java.time.Clock;
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
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** A person's own keys to sign with; they are made and used at the signing address. */
@Controller
@RequestMapping(KeysPage.PATH)
class KeysPages {
    private final Signings signings;
    private final Pages pages;
    private final Clock clock;

    KeysPages(Signings signings, Pages pages, Clock clock) {
        this.signings = signings;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            @PathVariable Language lang, @RequestParam(defaultValue = KeysPage.PATH) String back, SignedIn me) {
        var page = new KeysPage(lang, signings.keys(me.account().id()), ours(back), signings.somewhere());
        var title = page.words().keysTitle();
        return pages.show(me.frame(lang, KeysPage.PATH, title), "signing/KeysPage.jte", page);
    }

    @PostMapping
    ResponseEntity<byte[]> make(
            @PathVariable Language lang, @RequestParam(defaultValue = KeysPage.PATH) String back, SignedIn me) {
        if (!signings.somewhere()) {
            throw new NotHere();
        }
        var address = signings.toMakeKey(me.account(), ours(back), lang, clock.instant());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    @PostMapping("/{key}/removal")
    ResponseEntity<byte[]> remove(
            @PathVariable Language lang, @PathVariable UUID key, SignedIn me, RedirectAttributes next) {
        if (!signings.remove(key, me.account().id(), clock.instant())) {
            throw new NotHere();
        }
        next.addFlashAttribute("notice", SigningWords.in(lang).keyRemoved());
        return Pages.seeOther(lang, KeysPage.PATH);
    }

    /** Only a page of the workspace: whoever made the link to this page chose the address. */
    private static String ours(String back) {
        return back.matches("/work(/[A-Za-z0-9-]+)*") ? back : KeysPage.PATH;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.OtherEntrances;
import org.tatabbu.identity.SignIns;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** What somebody signed in does with the providers that vouch for them. */
@Controller
@RequestMapping(LinksPage.PATH)
class LinkPages {
    private final Federation federation;
    private final Providers providers;
    private final Accounts accounts;
    private final ObjectProvider<OtherEntrances> others;
    private final Pages pages;
    private final Clock clock;

    LinkPages(
            Federation federation,
            Providers providers,
            Accounts accounts,
            ObjectProvider<OtherEntrances> others,
            Pages pages,
            Clock clock) {
        this.federation = federation;
        this.providers = providers;
        this.accounts = accounts;
        this.others = others;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable Language lang, SignedIn me) {
        return show(HttpStatus.OK, lang, Form.EMPTY, me);
    }

    /** Sends somebody to a provider to show once more who they are; their session stays until it has answered. */
    @GetMapping("/{registration}/confirmation")
    ResponseEntity<byte[]> confirm(
            @PathVariable Language lang,
            @PathVariable String registration,
            @RequestParam(defaultValue = "") String to,
            SignedIn me,
            HttpServletRequest request) {
        var provider = providers.find(registration).orElseThrow(NotHere::new);
        new Renewal(me.account().id(), SignIns.destination(lang, to), clock.instant()).keep(request);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Providers.start(provider, lang) + "&" + Renewal.PARAMETER + "=yes"))
                .build();
    }

    @PostMapping("/removal")
    ResponseEntity<byte[]> remove(
            @PathVariable Language lang, @RequestParam Map<String, String> sent, SignedIn me, RedirectAttributes next) {
        if (!me.lately(clock.instant())) {
            return Pages.seeOther(lang, SignedIn.confirmation("/" + lang.tag() + LinksPage.PATH));
        }
        var issuer = sent.getOrDefault("issuer", "");
        var links = providers.linksOf(me.account().id());
        var link = links.stream()
                .filter(one -> one.issuer().equals(issuer))
                .findFirst()
                .orElseThrow(NotHere::new);
        var words = OidcWords.in(lang);
        var form = Form.of(sent).check("sure", "yes"::equals, words.unlinkTickMissing());
        if (form.fails() || only(me, links.size())) {
            return show(form.fails() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT, lang, form, me);
        }
        federation.unlink(me.account(), link, lang, clock.instant());
        next.addFlashAttribute("notice", words.unlinked());
        return Pages.seeOther(lang, "/work/account");
    }

    private boolean only(SignedIn me, int links) {
        var account = me.account().id();
        return links == 1
                && !accounts.hasPassword(account)
                && others.stream().noneMatch(some -> !some.equals(providers) && some.opens(account));
    }

    private ResponseEntity<byte[]> show(HttpStatus status, Language lang, Form form, SignedIn me) {
        var links = providers.linksOf(me.account().id());
        if (providers.all().isEmpty() && links.isEmpty()) {
            throw new NotHere();
        }
        var page = new LinksPage(lang, links, me.lately(clock.instant()), only(me, links.size()), form);
        var words = page.words();
        var frame = me.frame(lang, LinksPage.PATH, words.links())
                .under(new Crumb(words.account(), "/" + lang.tag() + "/work/account"));
        return pages.show(status, frame, "oidc/LinksPage.jte", page);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tatabbu.adoption.ActId;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.Seals;
import org.tatabbu.committee.Committees;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.page.Site;

/** What every reader sees of the register, made of what the sides opened and of nothing else. */
@Controller
@RequestMapping("/committees/{committee}")
class PublicActsPages {
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final ActsStore store;
    private final Adoptions adoptions;
    private final Seals seals;
    private final Committees committees;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    PublicActsPages(
            ActsStore store,
            Adoptions adoptions,
            Seals seals,
            Committees committees,
            Pages pages,
            Site site,
            Clock clock) {
        this.store = store;
        this.adoptions = adoptions;
        this.seals = seals;
        this.committees = committees;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/acts")
    ResponseEntity<byte[]> list(@PathVariable Language lang, @PathVariable String committee) {
        var acts = opened(committee).stream().map(ActsStore.Opened::act).toList();
        var page = new PublicActsPage(lang, committee, acts, LocalDate.now(clock));
        var frame = Frame.open(lang, page.path(), page.title(), page.words().publicLead())
                .under(toCommittee(lang, committee, acts.getFirst()));
        return pages.show(frame, "acts/PublicActsPage.jte", page);
    }

    @GetMapping({
        "/acts/{year:[0-9]{4}}/{number:[1-9][0-9]{0,5}}",
        "/acts/{kind:decisions|recommendations|statements}/{year:[0-9]{4}}/{number:[1-9][0-9]{0,5}}"
    })
    ResponseEntity<byte[]> show(@PathVariable Language lang, @PathVariable Map<String, String> at) {
        var committee = at.getOrDefault("committee", "");
        var act = store.published(committee, ActsPages.path(at))
                .orElseThrow(NotHere::new)
                .act();
        var known = adoptions.act(new ActId(act.id())).orElseThrow(NotHere::new);
        var page = new PublicActPage(
                lang,
                committee,
                act,
                LocalDate.now(clock),
                adoptions.get(known.presentation()),
                seals.of(known),
                committees.get(known.committee()));
        var list = new Crumb(page.words().register(), "/" + lang.tag() + "/committees/" + committee + "/acts");
        var frame = Frame.open(lang, page.path(), page.title(), act.heading().in(lang))
                .under(toCommittee(lang, committee, act), list);
        return pages.show(frame, "acts/PublicActPage.jte", page);
    }

    @GetMapping("/acts.atom")
    ResponseEntity<byte[]> feed(@PathVariable Language lang, @PathVariable String committee) {
        var feed = new Feed(lang, committee, site).of(opened(committee));
        return ResponseEntity.ok()
                .contentType(ATOM)
                .header("Content-Language", lang.tag())
                .cacheControl(CacheControl.empty().cachePublic().mustRevalidate())
                .body(feed);
    }

    // A committee that opened nothing is to the public as one that is not there.
    private List<ActsStore.Opened> opened(String committee) {
        var acts = store.published(committee);
        if (acts.isEmpty()) {
            throw new NotHere();
        }
        return acts;
    }

    private static Crumb toCommittee(Language lang, String slug, PublicAct act) {
        return new Crumb(act.committee().in(lang), "/" + lang.tag() + "/committees/" + slug);
    }
}

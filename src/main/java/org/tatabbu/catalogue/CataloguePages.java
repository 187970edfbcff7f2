// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.catalogue;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.search.Reader;
import org.tatabbu.search.Search;

/** What somebody with a seat may find. */
@Controller
class CataloguePages {
    private final Search search;
    private final Committees committees;
    private final Pages pages;
    private final Clock clock;

    CataloguePages(Search search, Committees committees, Pages pages, Clock clock) {
        this.search = search;
        this.committees = committees;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/work/search")
    ResponseEntity<byte[]> search(@PathVariable Language lang, @RequestParam Map<String, String> sent, SignedIn me) {
        var own = committees.memberships(me.account().id(), clock.instant()).stream()
                .map(Membership::committee)
                .distinct()
                .toList();
        var reader = new Reader(own.stream().map(one -> one.id().id()).collect(Collectors.toSet()));
        var choices = own.stream()
                .map(one -> new Choice(one.slug(), one.name().in(lang)))
                .toList();
        var page = search.page(lang, sent, reader, choices, "/work/search");
        if (page.beyond()) {
            throw new NotHere();
        }
        return pages.show(me.frame(lang, page.address(), page.title()), "search/SearchPage.jte", page);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.watch;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Pages;
import org.tatabbu.transparency.Log;

/** For every seat of every committee: there is one log, and each of them depends on it. */
@Controller
class StatePages {
    private final Log log;
    private final Pages pages;

    StatePages(Log log, Pages pages) {
        this.log = log;
        this.pages = pages;
    }

    @GetMapping("/work/committees/{committee}/log")
    ResponseEntity<byte[]> show(@PathVariable Language lang, Membership place, SignedIn me) {
        var committee = place.committee();
        var page = StatePage.of(lang, committee.zone(), log);
        var frame = me.frame(
                        lang, StatePage.path(committee.slug()), page.words().title())
                .under(new Crumb(committee.name().in(lang), "/" + lang.tag() + "/work/committees/" + committee.slug()));
        return pages.show(HttpStatus.OK, frame, "watch/StatePage.jte", page);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tatabbu.language.Language;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.page.Site;
import org.tatabbu.publication.Published;

/** The feeds: of all committees, and of each. */
@Controller
class FeedPages {
    static final String ALL = "/feed.atom";
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
    private static final int MOST = 50;

    private final Published published;
    private final Site site;

    FeedPages(Published published, Site site) {
        this.published = published;
        this.site = site;
    }

    static String of(String committee) {
        return "/committees/" + committee + ALL;
    }

    @GetMapping(ALL)
    ResponseEntity<byte[]> all(@PathVariable Language lang) {
        var words = SyndicationWords.in(lang);
        var feed = new Feed(lang, ALL, "/news", words.feed(), words.latest(MOST), words.product(), site);
        return Pages.publish(lang, ATOM, feed.of(published.latest(MOST)));
    }

    @GetMapping("/committees/{committee}/feed.atom")
    ResponseEntity<byte[]> committee(@PathVariable Language lang, @PathVariable String committee) {
        var name =
                published.committee(committee).orElseThrow(NotHere::new).name().in(lang);
        var words = SyndicationWords.in(lang);
        var feed = new Feed(
                lang, of(committee), "/committees/" + committee, words.feedOf(name), words.latest(MOST), name, site);
        return Pages.publish(lang, ATOM, feed.of(published.latest(committee, MOST)));
    }
}

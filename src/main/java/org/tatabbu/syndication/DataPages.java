// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.language.Language;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.page.Site;
import org.tatabbu.publication.Published;

/** What a page says, for programs, at the page's own address with an ending. */
@Controller
class DataPages {
    static final String ENDING = ".jsonld";
    private static final MediaType LINKED_DATA = MediaType.parseMediaType("application/ld+json");
    private static final String SLUG = "[a-z0-9-]+}";

    private final Published published;
    private final Discussions discussions;
    private final Gallery gallery;
    private final Site site;

    DataPages(Published published, Discussions discussions, Gallery gallery, Site site) {
        this.published = published;
        this.discussions = discussions;
        this.gallery = gallery;
        this.site = site;
    }

    @GetMapping("/news/{slug:" + SLUG + ENDING)
    ResponseEntity<byte[]> article(@PathVariable Language lang, @PathVariable String slug) {
        var article = published.article(slug).orElseThrow(NotHere::new);
        var comments = discussions.published(new TopicId(article.topic()), lang);
        var card = gallery.card(lang, article.title().in(article.spoken(lang)));
        var picture = gallery.pictures().possible(card)
                ? "/" + lang.tag() + TitlePicturePages.path("/news/" + slug, card)
                : "";
        return Pages.publish(lang, LINKED_DATA, in(lang).article(article, comments, picture));
    }

    @GetMapping("/committees/{committee:" + SLUG + ENDING)
    ResponseEntity<byte[]> committee(@PathVariable Language lang, @PathVariable String committee) {
        var found = published.committee(committee).orElseThrow(NotHere::new);
        return Pages.publish(lang, LINKED_DATA, in(lang).committee(found));
    }

    @GetMapping("/committees/{committee}/meetings/{number:[0-9]{1,4}}" + ENDING)
    ResponseEntity<byte[]> meeting(
            @PathVariable Language lang, @PathVariable String committee, @PathVariable int number) {
        var found = published.meeting(committee, number).orElseThrow(NotHere::new);
        return Pages.publish(lang, LINKED_DATA, in(lang).meeting(found));
    }

    private LinkedData in(Language language) {
        return new LinkedData(site, language);
    }
}

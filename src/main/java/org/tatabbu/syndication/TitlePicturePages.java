// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.time.Clock;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tatabbu.language.Language;
import org.tatabbu.page.NotHere;
import org.tatabbu.publication.Published;

/**
 * A picture stands below the page whose title it shows, under the digest of what it says: nobody can have words of their
 * own drawn here, and a picture once fetched is good for ever.
 */
@Controller
class TitlePicturePages {
    private static final String PICTURE = "/picture/{digest:[0-9a-f]{32}}.png";

    private final Published published;
    private final Gallery gallery;
    private final Clock clock;

    TitlePicturePages(Published published, Gallery gallery, Clock clock) {
        this.published = published;
        this.gallery = gallery;
        this.clock = clock;
    }

    /** The address of a card below the page at this path, which is empty for the first page. */
    static String path(String page, Card card) {
        return page + "/picture/" + card.digest() + ".png";
    }

    @GetMapping(PICTURE)
    ResponseEntity<byte[]> site(@PathVariable Language lang, @PathVariable String digest) {
        return show(gallery.ofTheSite(lang), digest);
    }

    @GetMapping("/news/{slug}" + PICTURE)
    ResponseEntity<byte[]> article(
            @PathVariable Language lang, @PathVariable String slug, @PathVariable String digest) {
        var article = published.article(slug).orElseThrow(NotHere::new);
        return show(gallery.card(lang, article.title().in(article.spoken(lang))), digest);
    }

    @GetMapping("/committees/{committee}" + PICTURE)
    ResponseEntity<byte[]> committee(
            @PathVariable Language lang, @PathVariable String committee, @PathVariable String digest) {
        var found = published.committee(committee).orElseThrow(NotHere::new);
        return show(gallery.card(lang, found.name().in(lang)), digest);
    }

    @GetMapping("/committees/{committee}/meetings/{number:[0-9]{1,4}}" + PICTURE)
    ResponseEntity<byte[]> meeting(
            @PathVariable Language lang,
            @PathVariable String committee,
            @PathVariable int number,
            @PathVariable String digest) {
        var found = published.meeting(committee, number).orElseThrow(NotHere::new);
        return show(gallery.card(lang, found.title(lang)), digest);
    }

    private ResponseEntity<byte[]> show(Card card, String digest) {
        if (!card.digest().equals(digest) || !gallery.pictures().possible(card)) {
            throw new NotHere();
        }
        var png = gallery.pictures().of(card, clock.instant());
        if (png == null) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", "60")
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(png);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.article.ArticleId;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.publication.Publications;

/** Everything a committee writes for the public. */
@Controller
@RequestMapping("/work/committees/{committee}/articles")
class ArticlePages {
    private static final String ONE = "/{article:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final Drafts drafts;
    private final ArticleDesk desk;
    private final Publications publications;
    private final Pages pages;
    private final Clock clock;

    ArticlePages(Drafts drafts, ArticleDesk desk, Publications publications, Pages pages, Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.publications = publications;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> all(@PathVariable Language lang, Membership place, SignedIn me) {
        var draft = desk.blank(place);
        var articles = publications.articles(place.committee().id());
        var page = new ArticlesPage(lang, place, articles);
        var frame = me.frame(lang, draft.path(), PressWords.in(lang).articles()).under(draft.way(lang)[0]);
        return pages.show(frame, "press/ArticlesPage.jte", page);
    }

    @GetMapping("/new")
    ResponseEntity<byte[]> blank(@PathVariable Language lang, Membership place, SignedIn me) {
        return drafts.show(lang, desk.blank(place), me, clock.instant());
    }

    @PostMapping
    ResponseEntity<byte[]> begin(
            @PathVariable Language lang,
            Membership place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        return drafts.write(lang, desk.blank(place), sent, me, next, clock.instant());
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> show(
            @PathVariable Language lang, Membership place, @PathVariable UUID article, SignedIn me) {
        var draft = desk.draft(place, new ArticleId(article));
        return draft.meeting() != null
                ? Pages.seeOther(lang, draft.path())
                : drafts.show(lang, draft, me, clock.instant());
    }

    @PostMapping(ONE + "/revision")
    ResponseEntity<byte[]> write(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID article,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        return drafts.write(lang, news(place, article), sent, me, next, clock.instant());
    }

    @PostMapping(ONE + "/clearance")
    ResponseEntity<byte[]> clear(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID article,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        return drafts.clear(lang, news(place, article), sent, me, next, clock.instant());
    }

    @PostMapping(ONE + "/retraction")
    ResponseEntity<byte[]> takeBack(
            @PathVariable Language lang, Membership place, @PathVariable UUID article, RedirectAttributes next) {
        return drafts.takeBack(lang, news(place, article), next, clock.instant());
    }

    private Draft news(Membership place, UUID article) {
        var draft = desk.draft(place, new ArticleId(article));
        if (draft.meeting() != null) {
            throw new NotHere();
        }
        return draft;
    }
}

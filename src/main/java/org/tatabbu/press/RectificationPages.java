// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.publication.PublishedArticles;

/** What is done about an article that is out: it is corrected before its readers' eyes, or withdrawn. */
@Controller
@RequestMapping(
        "/work/committees/{committee}/articles/{article:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/{what:corrigendum|withdrawal}")
class RectificationPages {
    private final Releases releases;
    private final PublishedArticles published;
    private final ArticleDesk desk;
    private final Pages pages;
    private final Clock clock;

    RectificationPages(Releases releases, PublishedArticles published, ArticleDesk desk, Pages pages, Clock clock) {
        this.releases = releases;
        this.published = published;
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID article,
            @PathVariable String what,
            SignedIn me) {
        var draft = out(place, article);
        var matter = open(draft, what).map(Release::matter).orElse(Release.Matter.NONE);
        return page(HttpStatus.OK, lang, draft, what, RectificationPage.form(matter), me);
    }

    @PostMapping
    ResponseEntity<byte[]> propose(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID article,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var words = PressWords.in(lang);
        var draft = out(place, article);
        var form = checked(Form.of(sent), kind(what), published.current(draft.written()), words);
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, draft, what, form, me);
        }
        var matter = RectificationPage.matter(form, kind(what));
        return switch (releases.propose(draft.written().id(), kind(what), matter, draft.seat(), clock.instant())) {
            case Release.Proposing.Proposed proposed -> seeOther(lang, draft, what, words.proposed(), next);
            case Release.Proposing.Over over -> seeOther(lang, draft, what, words.over(), next);
            case Release.Proposing.Unfit unfit ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        lang,
                        draft,
                        what,
                        form.wrong("was_" + lang.tag(), words.notThere()),
                        me);
            case Release.Proposing.NotYours none -> throw new NotHere();
        };
    }

    @PostMapping("/clearance")
    ResponseEntity<byte[]> clear(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID article,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var draft = out(place, article);
        var release = open(draft, what).orElseThrow(NotHere::new);
        var form = RectificationPage.form(release.matter())
                .filled(sent)
                .check("read", "yes"::equals, PressWords.in(lang).readFirst());
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, draft, what, form, me);
        }
        var clearing = releases.clear(release.id(), Drafts.digest(sent), draft.seat(), clock.instant());
        return seeOther(lang, draft, what, Drafts.said(clearing, draft, lang), next);
    }

    @PostMapping("/retraction")
    ResponseEntity<byte[]> takeBack(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID article,
            @PathVariable String what,
            RedirectAttributes next) {
        var draft = out(place, article);
        var release = open(draft, what).orElseThrow(NotHere::new);
        var clearing = releases.takeBack(release.id(), draft.seat(), clock.instant());
        return seeOther(lang, draft, what, Drafts.said(clearing, draft, lang), next);
    }

    @PostMapping("/fall")
    ResponseEntity<byte[]> drop(
            @PathVariable Language lang,
            Membership place,
            @PathVariable UUID article,
            @PathVariable String what,
            RedirectAttributes next) {
        var draft = out(place, article);
        var release = open(draft, what).orElseThrow(NotHere::new);
        if (!releases.drop(release.id(), draft.seat(), clock.instant())) {
            throw new NotHere();
        }
        return seeOther(lang, draft, what, PressWords.in(lang).dropped(), next);
    }

    private static Form checked(Form sent, Release.Kind kind, ArticleText text, PressWords words) {
        var form = sent;
        for (var in : Language.ALL) {
            for (var field : new String[] {"was_", "now_", "why_"}) {
                form = form.check(
                                field + in.tag(),
                                value -> value.length() <= ArticleText.LONGEST_LINE,
                                words.tooLong(ArticleText.LONGEST_LINE))
                        .check(
                                field + in.tag(),
                                value -> RecordText.oddities(RecordText.normal(value))
                                        .isEmpty(),
                                words.hiddenCharacters());
            }
            form = form.check("why_" + in.tag(), value -> !value.isEmpty(), words.whyMissing());
            if (kind == Release.Kind.CORRIGENDUM) {
                var said = RectificationPage.matter(form, kind).at(Instant.EPOCH);
                form = form.check("was_" + in.tag(), value -> said.fits(text, in), words.notThere());
            }
        }
        return form;
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status, Language lang, Draft draft, String what, Form form, SignedIn me) {
        var article = draft.written();
        var page = new RectificationPage(
                lang, draft, kind(what), published.current(article), form, panel(lang, draft, what, form));
        var frame = me.frame(lang, page.path(), page.title()).under(draft.way(lang));
        return pages.show(status, frame, "press/RectificationPage.jte", page);
    }

    private @Nullable ClearancePanel panel(Language lang, Draft draft, String what, Form form) {
        var article = draft.written();
        boolean mine = releases.clears(draft.seat(), article, clock.instant());
        return open(draft, what)
                .map(release -> new ClearancePanel(
                        lang,
                        draft.committee(),
                        release,
                        releases.needed(article),
                        releases.digest(release),
                        mine ? draft.seat().party() : null,
                        draft.articlePath() + "/" + what,
                        "",
                        form))
                .orElse(null);
    }

    private Optional<Release> open(Draft draft, String what) {
        return releases.open(draft.written().id(), kind(what));
    }

    private Draft out(Membership place, UUID article) {
        var draft = desk.draft(place, new ArticleId(article));
        var side = draft.written().text().terms().side();
        if (!draft.wentOut() || (side != null && !side.equals(place.party().id()))) {
            throw new NotHere();
        }
        return draft;
    }

    private static Release.Kind kind(String what) {
        return Release.Kind.valueOf(what.toUpperCase(Locale.ROOT));
    }

    private static ResponseEntity<byte[]> seeOther(
            Language lang, Draft draft, String what, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, draft.articlePath() + "/" + what);
    }
}

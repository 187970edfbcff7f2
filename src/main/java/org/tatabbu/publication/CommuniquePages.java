// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/work/committees/{committee}/meetings/{number:[0-9]{1,4}}/communique")
class CommuniquePages {
    private final Publications publications;
    private final Snapshots snapshots;
    private final Adoptions adoptions;
    private final Minutes minutes;
    private final Pages pages;
    private final Clock clock;

    CommuniquePages(
            Publications publications,
            Snapshots snapshots,
            Adoptions adoptions,
            Minutes minutes,
            Pages pages,
            Clock clock) {
        this.publications = publications;
        this.snapshots = snapshots;
        this.adoptions = adoptions;
        this.minutes = minutes;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, Attendance place, SignedIn me) {
        publishing(place);
        var article = publications.communique(place.meeting().id());
        var form = article.map(CommuniquePage::form).orElseGet(() -> CommuniquePage.blank(place));
        return page(HttpStatus.OK, lang, me, place, article.orElse(null), form, null);
    }

    @PostMapping("/revision")
    ResponseEntity<byte[]> write(
            @PathVariable Language lang,
            Attendance place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        publishing(place);
        var words = PublicationWords.in(lang);
        var article = publications.communique(place.meeting().id()).orElse(null);
        var form = checked(Form.of(sent), words);
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, article, form, null);
        }
        var text = CommuniquePage.text(form, clauses(place));
        var writing = publications.write(
                article == null ? null : article.id(),
                place.meeting().id(),
                revision(form),
                text,
                place.seat(),
                clock.instant());
        return switch (writing) {
            case Writing.Written written -> seeOther(lang, place, words.saved(), next);
            case Writing.Published published -> seeOther(lang, place, words.isPublic(), next);
            case Writing.Overtaken overtaken -> {
                var theirs = overtaken.theirs();
                var again = form.filled(Map.of("revision", Integer.toString(theirs.revision())));
                yield page(HttpStatus.CONFLICT, lang, me, place, theirs, again, theirs);
            }
            case Writing.SlugTaken taken -> {
                var again = form.wrong("slug", words.slugTaken());
                yield page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, article, again, null);
            }
            case Writing.Unfit unfit -> {
                var again = form.wrong("body_" + lang.tag(), words.hiddenCharacters());
                yield page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, article, again, null);
            }
            case Writing.NotYours none -> throw new NotHere();
        };
    }

    @PostMapping("/publication")
    ResponseEntity<byte[]> publish(
            @PathVariable Language lang,
            Attendance place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        publishing(place);
        var words = PublicationWords.in(lang);
        var article = publications.communique(place.meeting().id()).orElseThrow(NotHere::new);
        var form = CommuniquePage.form(article).filled(sent).check("read", "yes"::equals, words.readFirst());
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, article, form, null);
        }
        return switch (publications.publish(article.id(), revision(form), place.seat(), clock.instant())) {
            case Publishing.Published published -> seeOther(lang, place, words.nowPublic(), next);
            case Publishing.Already already -> seeOther(lang, place, words.isPublic(), next);
            case Publishing.Incomplete incomplete -> seeOther(lang, place, words.incomplete(), next);
            case Publishing.NotAdopted waiting -> seeOther(lang, place, words.waitForAdoption(), next);
            case Publishing.Changed changed -> seeOther(lang, place, words.changedMeanwhile(), next);
            case Publishing.NotYours none -> throw new NotHere();
        };
    }

    private static Form checked(Form sent, PublicationWords words) {
        var form = sent.check(
                "slug", ArticleText::fitsSlug, words.slugWrong(ArticleText.LONGEST_SLUG, ArticleText.EXAMPLE_SLUG));
        for (var field : CommuniquePage.TEXTS) {
            int longest = field.equals("body") ? ArticleText.LONGEST_BODY : ArticleText.LONGEST_LINE;
            for (var in : Language.ALL) {
                var name = field + "_" + in.tag();
                form = form.check(name, text -> text.length() <= longest, words.tooLong(longest))
                        .check(
                                name,
                                text -> RecordText.oddities(RecordText.normal(text))
                                        .isEmpty(),
                                words.hiddenCharacters());
            }
        }
        return form;
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            Language lang,
            SignedIn me,
            Attendance place,
            @Nullable Article article,
            Form form,
            @Nullable Article theirs) {
        var previews = Optional.ofNullable(article)
                .filter(one -> one.publishedAt() == null && one.text().complete())
                .map(one -> snapshots.preview(one, clock.instant()))
                .map(one -> Language.ALL.stream()
                        .map(in -> new ArticlePage(in, one, null, List.of(), null))
                        .toList())
                .orElse(List.of());
        boolean adopted = adoptions.actOf(place.meeting().id()).isPresent();
        var page = new CommuniquePage(lang, place, adopted, clauses(place), article, form, theirs, previews);
        var frame = me.frame(lang, place.path() + "/communique", page.title())
                .under(place.toCommittee(lang), place.toMeeting(lang));
        return pages.show(status, frame, "publication/CommuniquePage.jte", page);
    }

    private List<Clause> clauses(Attendance place) {
        var meeting = place.meeting().id();
        return adoptions.actOf(meeting).isEmpty()
                ? List.of()
                : minutes.of(meeting).orElseThrow().clauses();
    }

    private static int revision(Form form) {
        return form.value("revision").matches("[0-9]{1,9}") ? Integer.parseInt(form.value("revision")) : -1;
    }

    private static ResponseEntity<byte[]> seeOther(
            Language lang, Attendance place, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, place.path() + "/communique");
    }

    private static void publishing(Attendance place) {
        if (!place.seat().publishes()) {
            throw new NotHere();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.article.Article;
import org.tatabbu.article.Writing;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.publication.Publications;
import org.tatabbu.publication.PublishedArticles;
import org.tatabbu.statement.Digest;

/** The work on one article, a communiqué or news, wherever its pages stand. */
@Component
class Drafts {
    private final Releases releases;
    private final Publications publications;
    private final PublishedArticles published;
    private final Adoptions adoptions;
    private final Minutes minutes;
    private final Pages pages;

    Drafts(
            Releases releases,
            Publications publications,
            PublishedArticles published,
            Adoptions adoptions,
            Minutes minutes,
            Pages pages) {
        this.releases = releases;
        this.publications = publications;
        this.published = published;
        this.adoptions = adoptions;
        this.minutes = minutes;
        this.pages = pages;
    }

    ResponseEntity<byte[]> show(Language lang, Draft draft, SignedIn me, Instant at) {
        return page(HttpStatus.OK, lang, draft, DraftForm.of(draft, clauses(draft)), null, me, at);
    }

    ResponseEntity<byte[]> write(
            Language lang, Draft draft, Map<String, String> sent, SignedIn me, RedirectAttributes next, Instant at) {
        var words = PressWords.in(lang);
        var filled = new DraftForm(draft, clauses(draft), lang, Form.of(sent));
        var form = filled.checked();
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, draft, form, null, me, at);
        }
        var known = draft.article();
        var writing = releases.write(
                known == null ? null : known.id(), draft.about(), filled.revision(), filled.text(), draft.seat(), at);
        return switch (writing) {
            case Writing.Written written -> {
                var now = draft.with(publications.article(written.article()).orElseThrow());
                yield seeOther(lang, now, words.saved(), next);
            }
            case Writing.Published out -> seeOther(lang, draft, words.isPublic(), next);
            case Writing.Overtaken overtaken -> {
                var theirs = overtaken.theirs();
                var again = form.filled(Map.of("revision", Integer.toString(theirs.revision())));
                yield page(HttpStatus.CONFLICT, lang, draft.with(theirs), again, theirs, me, at);
            }
            case Writing.SlugTaken taken -> {
                var again = form.wrong("slug", words.slugTaken());
                yield page(HttpStatus.UNPROCESSABLE_CONTENT, lang, draft, again, null, me, at);
            }
            case Writing.Unfit unfit -> {
                var again = form.wrong("slug", words.unfit());
                yield page(HttpStatus.UNPROCESSABLE_CONTENT, lang, draft, again, null, me, at);
            }
            case Writing.NotYours none -> throw new NotHere();
        };
    }

    ResponseEntity<byte[]> clear(
            Language lang, Draft draft, Map<String, String> sent, SignedIn me, RedirectAttributes next, Instant at) {
        var words = PressWords.in(lang);
        var article = draft.written();
        if (!releases.clears(draft.seat(), article, at)) {
            throw new NotHere();
        }
        var form = DraftForm.of(draft, clauses(draft)).filled(sent).check("read", "yes"::equals, words.readFirst());
        if (form.fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, draft, form, null, me, at);
        }
        var issue = releases.issue(article.id()).orElseThrow(NotHere::new);
        var clearing = releases.clear(issue.id(), digest(sent), draft.seat(), at);
        return seeOther(lang, draft, said(clearing, draft, lang), next);
    }

    ResponseEntity<byte[]> takeBack(Language lang, Draft draft, RedirectAttributes next, Instant at) {
        var issue = releases.issue(draft.written().id()).orElseThrow(NotHere::new);
        var clearing = releases.takeBack(issue.id(), draft.seat(), at);
        return seeOther(lang, draft, said(clearing, draft, lang), next);
    }

    /** Whoever has a seat sees which clause each paragraph was taken from. */
    ResponseEntity<byte[]> trace(Language lang, Draft draft, SignedIn me) {
        var article = draft.written();
        var all = adoptedClauses(draft);
        var page = new TracePage(lang, draft, article.text(), all);
        var frame = me.frame(lang, draft.path() + "/trace", page.title()).under(draft.way(lang));
        return pages.show(frame, "press/TracePage.jte", page);
    }

    /** The digest that a form was shown with; what is none is the digest of nothing that was ever shown. */
    static Digest digest(Map<String, String> sent) {
        var hex = sent.getOrDefault("digest", "");
        return hex.matches("[0-9a-f]{64}") ? new Digest(hex) : Digest.of(new byte[0]);
    }

    static String said(Clearing clearing, Draft draft, Language lang) {
        var words = PressWords.in(lang);
        return switch (clearing) {
            case Clearing.Cleared cleared ->
                words.nowCleared(cleared.awaited().stream()
                        .map(party -> draft.committee().party(party).shortName().in(lang))
                        .collect(Collectors.joining(lang == Language.AR ? "، " : ", ")));
            case Clearing.Scheduled scheduled ->
                words.nowScheduled(
                        Dates.moment(scheduled.due(), draft.membership().party().zone(), lang));
            case Clearing.Released out -> words.nowPublic();
            case Clearing.TakenBack back -> words.nowTakenBack();
            case Clearing.Changed changed -> words.changedMeanwhile();
            case Clearing.Incomplete incomplete -> words.incomplete();
            case Clearing.NotAdopted waiting -> words.waitForAdoption();
            case Clearing.PictureUntold untold -> words.pictureUntold();
            case Clearing.Shut shut -> words.shut();
            case Clearing.Over over -> words.over();
            case Clearing.NotYours none -> throw new NotHere();
        };
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            Language lang,
            Draft draft,
            Form form,
            @Nullable Article theirs,
            SignedIn me,
            Instant at) {
        var previews = Optional.ofNullable(draft.article())
                .filter(one -> one.publishedAt() == null && one.text().complete())
                .map(one -> Language.ALL.stream()
                        .map(in -> published.preview(one, in, at))
                        .toList())
                .orElse(List.of());
        var page = new DraftPage(
                lang, draft, adopted(draft), clauses(draft), form, theirs, previews, panel(lang, draft, form, at));
        var frame = me.frame(lang, draft.path(), page.title()).under(draft.way(lang));
        return pages.show(status, frame, "press/DraftPage.jte", page);
    }

    private @Nullable ClearancePanel panel(Language lang, Draft draft, Form form, Instant at) {
        var article = draft.article();
        if (article == null || article.publishedAt() != null) {
            return null;
        }
        return releases.issue(article.id())
                .map(issue -> new ClearancePanel(
                        lang,
                        draft.committee(),
                        issue,
                        releases.needed(article),
                        releases.digest(issue),
                        releases.clears(draft.seat(), article, at)
                                ? draft.seat().party()
                                : null,
                        draft.path(),
                        publications
                                .against(article)
                                .map(against -> said(Outlet.answer(against), draft, lang))
                                .orElse(""),
                        form))
                .orElse(null);
    }

    private boolean adopted(Draft draft) {
        var meeting = draft.meeting();
        return meeting == null || adoptions.actOf(meeting.id()).isPresent();
    }

    private List<Clause> clauses(Draft draft) {
        var tellable = publications.tellable(draft.committee().id(), draft.about(), null);
        return adoptedClauses(draft).stream()
                .filter(clause -> tellable.contains(clause.id()))
                .toList();
    }

    private List<Clause> adoptedClauses(Draft draft) {
        var meeting = draft.meeting();
        return meeting == null || !adopted(draft)
                ? List.of()
                : minutes.of(meeting.id()).orElseThrow().clauses();
    }

    private static ResponseEntity<byte[]> seeOther(Language lang, Draft draft, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, draft.path());
    }
}

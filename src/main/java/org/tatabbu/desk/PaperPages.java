// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.documents.Distribution;
import org.tatabbu.documents.Documents;
import org.tatabbu.documents.Keeping;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperId;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.page.TooMuch;

@Controller
@RequestMapping("/work/committees/{committee}/papers")
class PaperPages {
    private final Documents documents;
    private final Committees committees;
    private final Meetings meetings;
    private final PublicShelf open;
    private final Pages pages;
    private final Clock clock;

    PaperPages(
            Documents documents, Committees committees, Meetings meetings, PublicShelf open, Pages pages, Clock clock) {
        this.documents = documents;
        this.committees = committees;
        this.meetings = meetings;
        this.open = open;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @PathVariable Language lang,
            Membership place,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String before,
            SignedIn me,
            HttpServletRequest request) {
        var shelf = shelf(lang, place);
        if (!topic.isEmpty() && shelf.topic(topic).isEmpty()) {
            throw new NotHere();
        }
        var after = before.isEmpty() ? null : PaperId.of(before).orElseThrow(NotHere::new);
        var form = PaperForm.BLANK.filled(Map.of("topic", topic)).filled(TooMuch.fields(request));
        if (TooMuch.was(request) && shelf.writes()) {
            return list(
                    HttpStatus.CONTENT_TOO_LARGE,
                    me,
                    shelf,
                    topic,
                    after,
                    form.wrong("file", shelf.words().paperFileTooLarge()));
        }
        return list(HttpStatus.OK, me, shelf, topic, after, form);
    }

    @PostMapping
    ResponseEntity<byte[]> bring(
            @PathVariable Language lang,
            Membership place,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            SignedIn me,
            RedirectAttributes next) {
        var shelf = writing(lang, place);
        var form = new PaperForm(lang, Form.of(sent));
        var checked = form.checked(shelf.topics().stream().map(Choice::value).toList())
                .check("distribution", shelf::gives, shelf.words().paperNotYoursToOpen());
        if (checked.fails()) {
            return list(HttpStatus.UNPROCESSABLE_CONTENT, me, shelf, checked);
        }
        var keeping = documents.keep(form.draft(), new PaperForm.Sent(file), shelf.stand(), clock.instant());
        return switch (keeping) {
            case Keeping.Kept kept -> {
                next.addFlashAttribute("notice", shelf.words().paperBrought());
                yield Pages.seeOther(lang, shelf.path(kept.paper()));
            }
            case Keeping.Empty none ->
                list(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        me,
                        shelf,
                        checked.wrong("file", shelf.words().paperFileMissing()));
            case Keeping.TooLarge large ->
                list(
                        HttpStatus.CONTENT_TOO_LARGE,
                        me,
                        shelf,
                        checked.wrong("file", shelf.words().paperFileTooLarge()));
            case Keeping.StoreAway none ->
                list(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        me,
                        shelf,
                        checked.wrong("file", shelf.words().paperStoreAway()));
            case Keeping.Unchanged same -> throw new IllegalStateException("A new paper has no content before");
            case Keeping.NotYours none -> throw new NotHere();
        };
    }

    @GetMapping({"/{paper}", "/{paper}/revisions"})
    ResponseEntity<byte[]> show(
            @PathVariable Language lang,
            Membership place,
            @PathVariable String paper,
            SignedIn me,
            HttpServletRequest request) {
        var shelf = shelf(lang, place);
        var one = paper(shelf, paper);
        return TooMuch.was(request)
                ? show(
                        HttpStatus.CONTENT_TOO_LARGE,
                        me,
                        shelf,
                        one,
                        Form.EMPTY.wrong("file", shelf.words().paperFileTooLarge()))
                : show(HttpStatus.OK, me, shelf, one, Form.EMPTY);
    }

    @PostMapping("/{paper}/revisions")
    ResponseEntity<byte[]> revise(
            @PathVariable Language lang,
            Membership place,
            @PathVariable String paper,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            SignedIn me,
            RedirectAttributes next) {
        var shelf = writing(lang, place);
        var one = paper(shelf, paper);
        shelf.mind(one);
        var words = shelf.words();
        return switch (documents.revise(one.id(), new PaperForm.Sent(file), shelf.stand(), clock.instant())) {
            case Keeping.Kept kept -> {
                next.addFlashAttribute("notice", words.paperRevised());
                yield Pages.seeOther(lang, shelf.path(one.id()));
            }
            case Keeping.Empty none ->
                unfit(HttpStatus.UNPROCESSABLE_CONTENT, me, shelf, one, words.paperFileMissing());
            case Keeping.TooLarge large ->
                unfit(HttpStatus.CONTENT_TOO_LARGE, me, shelf, one, words.paperFileTooLarge());
            case Keeping.Unchanged same ->
                unfit(HttpStatus.UNPROCESSABLE_CONTENT, me, shelf, one, words.paperUnchanged());
            case Keeping.StoreAway none ->
                unfit(HttpStatus.SERVICE_UNAVAILABLE, me, shelf, one, words.paperStoreAway());
            case Keeping.NotYours none -> throw new NotHere();
        };
    }

    @PostMapping("/{paper}/distribution")
    ResponseEntity<byte[]> widen(
            @PathVariable Language lang,
            Membership place,
            @PathVariable String paper,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var shelf = writing(lang, place);
        var one = paper(shelf, paper);
        var to = PaperForm.named(Distribution.values(), sent.getOrDefault("to", ""))
                .filter(shelf.wider(one)::contains)
                .orElseThrow(NotHere::new);
        if (!"yes".equals(sent.get("sure"))) {
            var form = Form.EMPTY.wrong("sure", shelf.words().paperWidenTickMissing());
            return show(HttpStatus.UNPROCESSABLE_CONTENT, me, shelf, one, form);
        }
        return switch (documents.widen(one.id(), to, shelf.stand(), clock.instant())) {
            case WIDENED -> {
                next.addFlashAttribute("notice", shelf.words().paperWidened());
                yield Pages.seeOther(lang, shelf.path(one.id()));
            }
            case STORE_AWAY -> {
                var form = Form.of(sent).wrong("sure", shelf.words().paperStoreAway());
                yield show(HttpStatus.SERVICE_UNAVAILABLE, me, shelf, one, form);
            }
            case NOT_YOURS -> throw new NotHere();
        };
    }

    @PostMapping("/{paper}/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable Language lang,
            Membership place,
            @PathVariable String paper,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var shelf = writing(lang, place);
        var one = paper(shelf, paper);
        if (!"yes".equals(sent.get("gone"))) {
            var form = Form.EMPTY.wrong("gone", shelf.words().paperWidenTickMissing());
            return show(HttpStatus.UNPROCESSABLE_CONTENT, me, shelf, one, form);
        }
        if (!documents.withdraw(one.id(), shelf.stand(), clock.instant())) {
            throw new NotHere();
        }
        next.addFlashAttribute("notice", shelf.words().paperWithdrawnNow());
        return Pages.seeOther(lang, shelf.path(one.id()));
    }

    @GetMapping("/{paper}/revisions/{number:[0-9]{1,6}}/content")
    void content(
            @PathVariable Language lang,
            Membership place,
            @PathVariable String paper,
            @PathVariable int number,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var shelf = shelf(lang, place);
        var one = paper(shelf, paper);
        var revision = one.revisions().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(NotHere::new);
        new Download(revision, (first, last) -> documents.read(one, revision, first, last, shelf.stand()))
                .answer(request, response);
    }

    private ResponseEntity<byte[]> list(HttpStatus status, SignedIn me, Shelf shelf, Form form) {
        return list(status, me, shelf, "", null, form);
    }

    private ResponseEntity<byte[]> list(
            HttpStatus status, SignedIn me, Shelf shelf, String topic, @Nullable PaperId after, Form form) {
        var found = documents.of(shelf.stand(), topic, after, PapersPage.MOST + 1);
        var page = new PapersPage(shelf, topic, after == null, found, form);
        var frame = me.frame(shelf.language(), page.here(), page.title()).under(toCommittee(shelf));
        return pages.show(status, frame, "desk/PapersPage.jte", page);
    }

    private ResponseEntity<byte[]> unfit(HttpStatus status, SignedIn me, Shelf shelf, Paper paper, String why) {
        return show(status, me, shelf, paper, Form.EMPTY.wrong("file", why));
    }

    private ResponseEntity<byte[]> show(HttpStatus status, SignedIn me, Shelf shelf, Paper paper, Form form) {
        var page = new PaperPage(shelf, paper, open.address(paper), form);
        var frame = me.frame(shelf.language(), page.path(), shelf.title(paper))
                .under(
                        toCommittee(shelf),
                        new Crumb(page.words().papers(), "/" + shelf.language().tag() + shelf.path()));
        return pages.show(status, frame, "desk/PaperPage.jte", page);
    }

    private static Crumb toCommittee(Shelf shelf) {
        return new Crumb(
                shelf.committee().name().in(shelf.language()),
                "/" + shelf.language().tag() + "/work/committees/"
                        + shelf.committee().slug());
    }

    private Paper paper(Shelf shelf, String id) {
        return PaperId.of(id)
                .flatMap(paper -> documents.open(paper, shelf.stand()))
                .orElseThrow(NotHere::new);
    }

    private Shelf writing(Language lang, Membership place) {
        var shelf = shelf(lang, place);
        if (!shelf.writes()) {
            throw new NotHere();
        }
        return shelf;
    }

    private Shelf shelf(Language lang, Membership place) {
        var id = place.committee().id();
        return new Shelf(lang, place, committees.seats(id), meetings.of(id));
    }
}

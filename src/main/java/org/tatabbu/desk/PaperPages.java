// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
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
import org.tatabbu.brief.Briefs;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.documents.Distribution;
import org.tatabbu.documents.Documents;
import org.tatabbu.documents.Keeping;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperId;
import org.tatabbu.documents.PaperSymbol;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.page.Choice;
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
    private final Briefs briefs;
    private final Pages pages;
    private final Clock clock;

    PaperPages(
            Documents documents,
            Committees committees,
            Meetings meetings,
            PublicShelf open,
            Briefs briefs,
            Pages pages,
            Clock clock) {
        this.documents = documents;
        this.committees = committees;
        this.meetings = meetings;
        this.open = open;
        this.briefs = briefs;
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
        if (keeping instanceof Keeping.Kept kept) {
            next.addFlashAttribute("notice", shelf.words().paperBrought());
            return Pages.seeOther(lang, shelf.path(kept.paper()));
        }
        var refusal = refusal(keeping, shelf.words());
        return list(refusal.status(), me, shelf, checked.wrong(refusal.field(), refusal.why()));
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
                        PaperForm.widening(one).wrong("file", shelf.words().paperFileTooLarge()))
                : show(HttpStatus.OK, me, shelf, one, PaperForm.widening(one));
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
        var keeping = documents.revise(one.id(), new PaperForm.Sent(file), shelf.stand(), clock.instant());
        if (keeping instanceof Keeping.Kept) {
            next.addFlashAttribute("notice", shelf.words().paperRevised());
            return Pages.seeOther(lang, shelf.path(one.id()));
        }
        var refusal = refusal(keeping, shelf.words());
        var form = PaperForm.widening(one).wrong(refusal.field(), refusal.why());
        return show(refusal.status(), me, shelf, one, form);
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
        var form = PaperForm.widening(one).filled(sent);
        var checked = new PaperForm(lang, form).checkedForWidening();
        if (checked.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, me, shelf, one, checked);
        }
        var symbol = PaperSymbol.typed(form.value("symbol")).orElse(null);
        return switch (documents.widen(one.id(), to, symbol, shelf.stand(), clock.instant())) {
            case WIDENED -> {
                next.addFlashAttribute("notice", shelf.words().paperWidened());
                yield Pages.seeOther(lang, shelf.path(one.id()));
            }
            case SYMBOL_TAKEN ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        me,
                        shelf,
                        one,
                        form.wrong("symbol", shelf.words().paperSymbolTaken()));
            case STORE_AWAY ->
                show(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        me,
                        shelf,
                        one,
                        form.wrong("sure", shelf.words().paperStoreAway()));
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
            var form = PaperForm.widening(one).wrong("gone", shelf.words().paperWidenTickMissing());
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
        var frame = me.frame(shelf.language(), page.here(), page.title()).under(shelf.toCommittee());
        return pages.show(status, frame, "desk/PapersPage.jte", page);
    }

    /** What to answer, and beside which field, where a content was not kept. */
    private record Refusal(HttpStatus status, String field, String why) {}

    private static Refusal refusal(Keeping keeping, PaperWords words) {
        return switch (keeping) {
            case Keeping.Empty none -> new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "file", words.paperFileMissing());
            case Keeping.Unchanged same ->
                new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "file", words.paperUnchanged());
            case Keeping.SymbolTaken taken ->
                new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "symbol", words.paperSymbolTaken());
            case Keeping.TooLarge large -> new Refusal(HttpStatus.CONTENT_TOO_LARGE, "file", words.paperFileTooLarge());
            case Keeping.StoreAway none -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "file", words.paperStoreAway());
            case Keeping.NotYours none -> throw new NotHere();
            case Keeping.Kept kept -> throw new IllegalArgumentException("It was kept");
        };
    }

    private ResponseEntity<byte[]> show(HttpStatus status, SignedIn me, Shelf shelf, Paper paper, Form form) {
        var notes = briefs.at(List.of(DeskTopics.of(paper)), shelf.place(), shelf.language(), clock.instant());
        var page = new PaperPage(shelf, paper, open.address(paper), notes, form);
        var frame = me.frame(shelf.language(), page.path(), shelf.title(paper))
                .under(shelf.toCommittee(), shelf.toPapers());
        return pages.show(status, frame, "desk/PaperPage.jte", page);
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

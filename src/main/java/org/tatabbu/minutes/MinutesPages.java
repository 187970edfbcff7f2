// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.tatabbu.brief.Briefs;
import org.tatabbu.brief.Topic;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/work/committees/{committee}/meetings/{number:[0-9]{1,4}}/minutes")
class MinutesPages {
    private final Minutes minutes;
    private final Briefs briefs;
    private final Pages pages;
    private final Clock clock;

    MinutesPages(Minutes minutes, Briefs briefs, Pages pages, Clock clock) {
        this.minutes = minutes;
        this.briefs = briefs;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable Language lang, Attendance place, SignedIn me) {
        var text = minutes.of(place.meeting().id()).orElse(null);
        List<Topic> topics = text == null ? List.of() : ClauseTopics.of(text);
        var notes = briefs.at(topics, place.membership(), lang, clock.instant());
        var title = MinutesWords.in(lang).title(place.meeting().name(lang));
        var frame =
                me.frame(lang, place.path() + "/minutes", title).under(place.toCommittee(lang), place.toMeeting(lang));
        return pages.show(frame, "minutes/MinutesPage.jte", new MinutesPage(lang, place, text, notes));
    }

    @PostMapping
    ResponseEntity<byte[]> open(@PathVariable Language lang, Attendance place, RedirectAttributes next) {
        writing(place);
        var words = MinutesWords.in(lang);
        var opened = minutes.begin(place.meeting(), place.seat(), clock.instant());
        next.addFlashAttribute("notice", opened ? words.opened() : words.alreadyOpen());
        return Pages.seeOther(lang, place.path() + "/minutes");
    }

    @GetMapping("/clauses/new")
    ResponseEntity<byte[]> blank(@PathVariable Language lang, Attendance place, SignedIn me) {
        writing(place);
        return form(HttpStatus.OK, lang, me, new ClausePage(lang, place, text(place), null, ClauseForm.blank(), null));
    }

    @PostMapping("/clauses")
    ResponseEntity<byte[]> add(
            @PathVariable Language lang,
            Attendance place,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        writing(place);
        var form = new ClauseForm(place, lang, Form.of(sent));
        var checked = form.checked();
        var page = new ClausePage(lang, place, text(place), null, checked, null);
        if (checked.fails()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, page);
        }
        return answer(minutes.add(page.text().id(), form.draft(), place.seat(), clock.instant()), lang, me, page, next);
    }

    @GetMapping("/clauses/{clause}")
    ResponseEntity<byte[]> edit(@PathVariable Language lang, Attendance place, @PathVariable UUID clause, SignedIn me) {
        writing(place);
        var text = text(place);
        var one = clause(text, clause);
        return form(HttpStatus.OK, lang, me, new ClausePage(lang, place, text, one, ClauseForm.of(one), null));
    }

    @PostMapping("/clauses/{clause}/revision")
    ResponseEntity<byte[]> revise(
            @PathVariable Language lang,
            Attendance place,
            @PathVariable UUID clause,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        writing(place);
        var text = text(place);
        var one = clause(text, clause);
        var form = new ClauseForm(place, lang, Form.of(sent));
        var checked = form.checked();
        var page = new ClausePage(lang, place, text, one, checked, null);
        if (checked.fails()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, page);
        }
        var revision = minutes.revise(
                text.id(),
                one.id(),
                form.revision(),
                form.draft(),
                form.same(),
                form.settles(),
                place.seat(),
                clock.instant());
        return answer(revision, lang, me, page, next);
    }

    @PostMapping("/clauses/{clause}/bracket")
    ResponseEntity<byte[]> bracket(
            @PathVariable Language lang,
            Attendance place,
            @PathVariable UUID clause,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        writing(place);
        var text = text(place);
        var one = clause(text, clause);
        var checked = new Form(ClauseForm.of(one).values(), Map.of()).filled(sent);
        var words = MinutesWords.in(lang);
        for (var language : Language.ALL) {
            var field = "bracket_" + language.tag();
            checked = checked.check(field, value -> !value.isEmpty(), words.bracketMissing());
            checked = ClauseForm.fit(checked, field, words);
        }
        var page = new ClausePage(lang, place, text, one, checked, null);
        if (checked.fails()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, page);
        }
        var alternative = new ClauseForm(place, lang, checked).bracket();
        return answer(
                minutes.bracket(text.id(), one.id(), alternative, place.seat(), clock.instant()), lang, me, page, next);
    }

    private ResponseEntity<byte[]> answer(
            Revision revision, Language lang, SignedIn me, ClausePage page, RedirectAttributes next) {
        var words = MinutesWords.in(lang);
        return switch (revision) {
            case Revision.Written written -> {
                next.addFlashAttribute("notice", written.broke() ? words.savedAndBroke() : words.saved());
                yield Pages.seeOther(lang, page.place().path() + "/minutes");
            }
            case Revision.Overtaken overtaken -> form(HttpStatus.CONFLICT, lang, me, page.against(overtaken.theirs()));
            case Revision.Unfit unfit -> form(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, page);
            case Revision.Closed closed -> {
                next.addFlashAttribute("notice", words.closed());
                yield Pages.seeOther(lang, page.place().path() + "/minutes");
            }
            case Revision.NotYours none -> throw new NotHere();
        };
    }

    private ResponseEntity<byte[]> form(HttpStatus status, Language lang, SignedIn me, ClausePage blank) {
        var clause = blank.clause();
        var page = clause == null
                ? blank
                : blank.beside(briefs.at(
                        List.of(ClauseTopics.of(clause)), blank.place().membership(), lang, clock.instant()));
        Frame frame = me.frame(lang, page.place().path() + "/minutes", page.heading())
                .under(page.place().toCommittee(lang), page.place().toMeeting(lang));
        return pages.show(status, frame, "minutes/ClausePage.jte", page);
    }

    private static void writing(Attendance place) {
        if (!place.seat().writes()) {
            throw new NotHere();
        }
    }

    private MinutesText text(Attendance place) {
        return minutes.of(place.meeting().id()).orElseThrow(NotHere::new);
    }

    private static Clause clause(MinutesText text, UUID id) {
        @Nullable
        Clause found = text.clauses().stream()
                .filter(clause -> clause.id().id().equals(id))
                .findFirst()
                .orElse(null);
        if (found == null) {
            throw new NotHere();
        }
        return found;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.discussion.CommentId;
import org.tatabbu.discussion.Decision;
import org.tatabbu.discussion.Ruling;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** The moderators' queue. */
@Controller
class ModerationPages {
    private static final Pattern CHOSEN =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):([a-z]{1,20})");

    private final Moderation moderation;
    private final Pages pages;
    private final Clock clock;

    ModerationPages(Moderation moderation, Pages pages, Clock clock) {
        this.moderation = moderation;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(ModerationQueue.PATH)
    ResponseEntity<byte[]> queue(
            @PathVariable Language lang,
            SignedIn me,
            @RequestParam(defaultValue = "held") String state,
            @RequestParam(defaultValue = "1") int screen,
            @RequestParam(defaultValue = "") List<UUID> ruled,
            @RequestParam Optional<UUID> overtaken) {
        var account = me.account().id();
        var now = clock.instant();
        var queue = moderation
                .queue(account, Verdict.of(state).orElse(Verdict.HELD), screen, lang, now)
                .after(
                        ruled.stream()
                                .limit(Moderation.AT_ONCE)
                                .flatMap(id -> moderation.ruled(new CommentId(id), account, lang, now).stream())
                                .toList(),
                        overtaken
                                .flatMap(id -> moderation.entry(new CommentId(id), account, lang, now))
                                .orElse(null));
        var frame = me.frame(lang, ModerationQueue.PATH, queue.words().moderation());
        return pages.show(frame, "moderation/ModerationQueue.jte", queue);
    }

    @PostMapping(ModerationQueue.PATH + "/{comment}/verdict")
    ResponseEntity<byte[]> rule(
            @PathVariable Language lang,
            SignedIn me,
            @PathVariable UUID comment,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "held") String state,
            @RequestParam(defaultValue = "1") int screen) {
        var decided = verdict(verdict);
        var id = new CommentId(comment);
        var by = me.account().id();
        var now = clock.instant();
        if (Decision.tooLong(reason) || Decision.tooLong(note)) {
            var form = Form.of(Map.of("reason", reason, "note", note));
            var words = ModerationWords.in(lang);
            return history(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    lang,
                    me,
                    id,
                    form.check("reason", text -> !Decision.tooLong(text), words.tooLong(Decision.LONGEST))
                            .check("note", text -> !Decision.tooLong(text), words.tooLong(Decision.LONGEST)));
        }
        var back = ModerationQueue.path(Verdict.of(state).orElse(Verdict.HELD), screen);
        var decision = new Decision(decided, Verdict.of(seen).orElse(null), reason, note);
        return switch (moderation.rule(id, decision, by, now)) {
            case Ruling.Ruled made -> Pages.seeOther(lang, back + "&ruled=" + comment);
            case Ruling.RuledMeanwhile other -> Pages.seeOther(lang, back + "&overtaken=" + comment);
            case Ruling.NotThere none -> throw new NotHere();
        };
    }

    @PostMapping(ModerationQueue.PATH + "/verdicts")
    ResponseEntity<byte[]> ruleAll(
            @PathVariable Language lang,
            SignedIn me,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "held") String state,
            @RequestParam(defaultValue = "1") int screen,
            RedirectAttributes next) {
        var decided = verdict(verdict);
        var decisions = new LinkedHashMap<CommentId, Decision>();
        for (var one : chosen.stream().limit(Moderation.AT_ONCE).toList()) {
            var parts = CHOSEN.matcher(one);
            if (!parts.matches()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            var seen = Verdict.of(parts.group(2)).orElse(null);
            decisions.put(new CommentId(UUID.fromString(parts.group(1))), new Decision(decided, seen, "", ""));
        }
        var rulings = moderation.ruleAll(decisions, me.account().id(), clock.instant());
        var ruled = rulings.stream()
                .filter(Ruling.Ruled.class::isInstance)
                .map(made -> "&ruled=" + ((Ruling.Ruled) made).comment().id())
                .toList();
        var words = ModerationWords.in(lang);
        if (chosen.isEmpty()) {
            next.addFlashAttribute("notice", words.chooseFirst());
        } else if (ruled.size() < rulings.size()) {
            next.addFlashAttribute("notice", words.someOvertaken(rulings.size() - ruled.size()));
        }
        var back = ModerationQueue.path(Verdict.of(state).orElse(Verdict.HELD), screen);
        return Pages.seeOther(lang, back + String.join("", ruled));
    }

    @GetMapping(ModerationQueue.PATH + "/{comment:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> history(@PathVariable Language lang, SignedIn me, @PathVariable UUID comment) {
        return history(HttpStatus.OK, lang, me, new CommentId(comment), Form.EMPTY);
    }

    private ResponseEntity<byte[]> history(
            HttpStatus status, Language lang, SignedIn me, CommentId comment, Form form) {
        var history = moderation
                .history(comment, me.account().id(), lang, clock.instant())
                .orElseThrow(NotHere::new)
                .with(form);
        var frame = me.frame(
                lang, ModerationQueue.PATH + "/" + comment.id(), history.words().history());
        return pages.show(status, frame, "moderation/CommentHistory.jte", history);
    }

    private static Verdict verdict(String key) {
        return Verdict.of(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}

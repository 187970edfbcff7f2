// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/work/joint-acts")
class JointActPages {
    private static final String HERE = "/work/joint-acts";
    private static final int LONGEST_REASON = 1_000;

    private final JointActs acts;
    private final ActViews views;
    private final Pages pages;
    private final Clock clock;

    JointActPages(JointActs acts, ActViews views, Pages pages, Clock clock) {
        this.acts = acts;
        this.views = views;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable Language lang, SignedIn me) {
        var now = clock.instant();
        var by = me.account().id();
        var all = acts.of(by, now);
        var waiting = all.stream().filter(act -> acts.waitsFor(act, by, now)).toList();
        var page = new JointActsPage(
                lang,
                waiting.stream().map(act -> views.view(lang, act)).toList(),
                all.stream()
                        .filter(act -> act.open() && !waiting.contains(act))
                        .map(act -> views.view(lang, act))
                        .toList(),
                all.stream()
                        .filter(act -> !act.open())
                        .map(act -> views.view(lang, act))
                        .toList(),
                acts.partiesOf(by, now));
        return pages.show(me.frame(lang, HERE, page.words().jointActs()), "founding/JointActsPage.jte", page);
    }

    @GetMapping("/{act}")
    ResponseEntity<byte[]> show(@PathVariable Language lang, @PathVariable String act, SignedIn me) {
        var now = clock.instant();
        return show(HttpStatus.OK, lang, me, act(act, me, now), Form.EMPTY, now);
    }

    @PostMapping("/{act}/confirmation")
    ResponseEntity<byte[]> confirm(
            @PathVariable Language lang,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String digest,
            SignedIn me,
            RedirectAttributes next) {
        var now = clock.instant();
        var found = act(act, me, now);
        var words = FoundingWords.in(lang);
        return switch (confirmed(found.id(), digest, me.account().id(), now)) {
            case Confirming.Confirmed done -> back(lang, found, words.confirmed(), next);
            case Confirming.InEffect done -> back(lang, found, words.inEffect(), next);
            case Confirming.OtherText other -> conflict(lang, me, act, words.otherText(), now);
            case Confirming.Settled settled -> conflict(lang, me, act, words.settled(), now);
            case Confirming.Overtaken overtaken -> conflict(lang, me, act, words.overtaken(), now);
            case Confirming.SecondKeyWanted second -> conflict(lang, me, act, words.secondKey(), now);
            case Confirming.NotYours none -> throw new NotHere();
        };
    }

    /** Two foundings under one address may be confirmed at one moment: the database lets one through. */
    private Confirming confirmed(JointActId id, String digest, AccountId by, Instant now) {
        try {
            return acts.confirm(id, digest, by, now);
        } catch (DuplicateKeyException taken) {
            return acts.confirm(id, digest, by, now);
        }
    }

    @PostMapping("/{act}/refusal")
    ResponseEntity<byte[]> refuse(
            @PathVariable Language lang,
            @PathVariable String act,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var now = clock.instant();
        var found = act(act, me, now);
        var words = FoundingWords.in(lang);
        var form = Form.of(sent)
                .check(
                        "reason",
                        value -> value.length() <= LONGEST_REASON && !value.isEmpty(),
                        words.reasonMissing(LONGEST_REASON));
        if (form.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, found, form, now);
        }
        return ended(
                acts.refuse(
                        found.id(), form.value("reason").strip(), me.account().id(), now),
                lang,
                me,
                found,
                words.refused(),
                next,
                now);
    }

    @PostMapping("/{act}/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable Language lang, @PathVariable String act, SignedIn me, RedirectAttributes next) {
        var now = clock.instant();
        var found = act(act, me, now);
        return ended(
                acts.withdraw(found.id(), me.account().id(), now),
                lang,
                me,
                found,
                FoundingWords.in(lang).withdrawn(),
                next,
                now);
    }

    private ResponseEntity<byte[]> ended(
            Ending ending,
            Language lang,
            SignedIn me,
            JointAct act,
            String notice,
            RedirectAttributes next,
            Instant now) {
        return switch (ending) {
            case Ending.Ended done -> back(lang, act, notice, next);
            case Ending.Settled settled ->
                conflict(
                        lang,
                        me,
                        act.id().id().toString(),
                        FoundingWords.in(lang).settled(),
                        now);
            case Ending.NotYours none -> throw new NotHere();
        };
    }

    private static ResponseEntity<byte[]> back(Language lang, JointAct act, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return Pages.seeOther(lang, HERE + "/" + act.id().id());
    }

    private ResponseEntity<byte[]> conflict(Language lang, SignedIn me, String id, String what, Instant now) {
        return show(HttpStatus.CONFLICT, lang, me, act(id, me, now), Form.EMPTY.wrong("act", what), now);
    }

    private JointAct act(String id, SignedIn me, Instant now) {
        return FoundingPages.read(id)
                .flatMap(read -> acts.find(read, me.account().id(), now))
                .orElseThrow(NotHere::new);
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, Language lang, SignedIn me, JointAct act, Form form, Instant now) {
        var by = me.account().id();
        var page = new JointActPage(
                views.view(lang, act), acts.waitsFor(act, by, now), acts.mayWithdraw(act, by, now), form);
        var frame = me.frame(lang, page.view().path(), page.view().title())
                .under(new Crumb(page.words().jointActs(), "/" + lang.tag() + HERE));
        return pages.show(status, frame, "founding/JointActPage.jte", page);
    }
}

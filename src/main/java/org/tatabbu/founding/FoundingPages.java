// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.register.Parties;

@Controller
@RequestMapping("/work/committees/new")
class FoundingPages {
    private final JointActs acts;
    private final Parties parties;
    private final Pages pages;
    private final Clock clock;

    FoundingPages(JointActs acts, Parties parties, Pages pages, Clock clock) {
        this.acts = acts;
        this.parties = parties;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> form(
            @PathVariable Language lang, @RequestParam(defaultValue = "") String instead, SignedIn me) {
        var form = read(instead)
                .flatMap(id -> acts.find(id, me.account().id(), clock.instant()))
                .filter(act -> act.proposal() instanceof Proposal.Found)
                .map(act -> again(lang, act))
                .orElse(Form.EMPTY);
        return show(HttpStatus.OK, lang, me, form);
    }

    private static Form again(Language lang, JointAct act) {
        var more = new HashMap<>(Map.of("own", act.proposedFor().toString()));
        if (act.open()) {
            more.put("instead", act.id().id().toString());
        }
        return FoundingForm.of(lang, (Proposal.Found) act.proposal()).sent().filled(more);
    }

    @PostMapping
    ResponseEntity<byte[]> propose(
            @PathVariable Language lang, @RequestParam Map<String, String> sent, SignedIn me, RedirectAttributes next) {
        var now = clock.instant();
        var by = me.account().id();
        var mine = parties.of(by, now);
        var all = parties.all();
        var form = new FoundingForm(lang, Form.of(sent));
        var checked = form.checked(mine, all);
        if (checked.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, checked);
        }
        var words = FoundingWords.in(lang);
        var instead = read(sent.getOrDefault("instead", "")).orElse(null);
        return switch (acts.propose(form.proposal(all), form.own(), by, instead, now)) {
            case Proposing.Proposed done -> {
                next.addFlashAttribute("notice", words.proposed());
                yield Pages.seeOther(lang, "/work/joint-acts/" + done.act().id());
            }
            case Proposing.AddressTaken taken ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, checked.wrong("slug", words.addressTaken()));
            case Proposing.NothingToChange same ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, checked.wrong("slug", words.addressTaken()));
            case Proposing.Open open -> show(HttpStatus.CONFLICT, lang, me, checked.wrong("slug", words.alreadyOpen()));
            case Proposing.NotYours none -> throw new NotHere();
        };
    }

    static Optional<JointActId> read(String id) {
        try {
            return Optional.of(new JointActId(UUID.fromString(id)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private ResponseEntity<byte[]> show(HttpStatus status, Language lang, SignedIn me, Form form) {
        var mine = parties.of(me.account().id(), clock.instant());
        if (mine.isEmpty()) {
            throw new NotHere();
        }
        var page = new FoundingPage(lang, mine, parties.all(), form, form.value("instead"));
        var words = page.words();
        var frame = me.frame(lang, "/work/committees/new", words.foundCommittee())
                .under(new Crumb(words.jointActs(), "/" + lang.tag() + "/work/joint-acts"));
        return pages.show(status, frame, "founding/FoundingPage.jte", page);
    }
}

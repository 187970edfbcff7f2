// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.RuleChange;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/work/committees/{committee}/changes")
class ChangePages {
    private final JointActs acts;
    private final ActViews views;
    private final Committees committees;
    private final Pages pages;
    private final Clock clock;

    ChangePages(JointActs acts, ActViews views, Committees committees, Pages pages, Clock clock) {
        this.acts = acts;
        this.views = views;
        this.committees = committees;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            @PathVariable Language lang,
            @PathVariable String committee,
            @RequestParam(defaultValue = "") String rule,
            SignedIn me) {
        var now = clock.instant();
        var place = place(me, committee, now);
        var form = ChangeForm.of(place.committee()).filled(Map.of("rule", rule));
        return show(HttpStatus.OK, lang, me, place, form, now);
    }

    @PostMapping("/{part}")
    ResponseEntity<byte[]> propose(
            @PathVariable Language lang,
            @PathVariable String committee,
            @PathVariable String part,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var now = clock.instant();
        var place = place(me, committee, now);
        var which = ChangeForm.Part.of(part).orElseThrow(NotHere::new);
        if (!place.seat().writes()) {
            throw new NotHere();
        }
        var it = place.committee();
        var areas = committees.areas(it.id());
        var form = new ChangeForm(lang, Form.of(sent));
        var checked = form.checked(which, areas);
        var filled = new Form(ChangeForm.of(it).filled(sent).values(), checked.errors());
        if (filled.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, filled, now);
        }
        var proposal = form.proposal(which, it, committees.rules(it.id(), it.dayOf(now)), areas);
        var words = FoundingWords.in(lang);
        var party = place.seat().party().id();
        return switch (acts.propose(proposal, party, me.account().id(), null, now)) {
            case Proposing.Proposed done -> {
                next.addFlashAttribute("notice", words.proposed());
                yield Pages.seeOther(lang, "/work/joint-acts/" + done.act().id());
            }
            case Proposing.NothingToChange same ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        lang,
                        me,
                        place,
                        filled.wrong("change", words.nothingToChange()),
                        now);
            case Proposing.Open open ->
                show(HttpStatus.CONFLICT, lang, me, place, filled.wrong("change", words.alreadyOpen()), now);
            case Proposing.AddressTaken taken -> throw new IllegalStateException("A change has no address");
            case Proposing.NotYours none -> throw new NotHere();
        };
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, Language lang, SignedIn me, Membership place, Form form, Instant now) {
        var committee = place.committee();
        var history = committees.ruleChanges(committee.id());
        var open = acts.of(me.account().id(), now).stream()
                .filter(JointAct::open)
                .filter(act -> committee.id().id().equals(act.committee()))
                .map(act -> views.view(lang, act))
                .toList();
        var page = new ChangesPage(
                lang,
                place,
                committees.rules(committee.id(), committee.dayOf(now)),
                history.stream().filter(change -> changed(history, change)).toList(),
                committees.areas(committee.id()),
                open,
                form);
        var frame = me.frame(lang, page.path(), page.words().changes())
                .under(new Crumb(committee.name().in(lang), "/" + lang.tag() + "/work/committees/" + committee.slug()));
        return pages.show(status, frame, "founding/ChangesPage.jte", page);
    }

    /** The preset's copy, which is how the committee began, is no change. */
    private static boolean changed(List<RuleChange> history, RuleChange change) {
        return !change.act().equals(history.getFirst().act());
    }

    private Membership place(SignedIn me, String committee, Instant now) {
        // Somebody with two seats in a committee proposes from the secretary's.
        var held = committees.memberships(me.account().id(), now).stream()
                .filter(place -> place.committee().slug().equals(committee))
                .toList();
        return held.stream()
                .filter(place -> place.seat().writes())
                .findFirst()
                .or(() -> held.stream().findFirst())
                .orElseThrow(NotHere::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.tatabbu.brief.Briefs;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

@Controller
@RequestMapping("/work/committees/{committee}/commitments")
class CommitmentPages {
    private final Commitments commitments;
    private final Committees committees;
    private final Meetings meetings;
    private final Minutes minutes;
    private final Adoptions adoptions;
    private final Briefs briefs;
    private final Pages pages;
    private final Clock clock;

    CommitmentPages(
            Commitments commitments,
            Committees committees,
            Meetings meetings,
            Minutes minutes,
            Adoptions adoptions,
            Briefs briefs,
            Pages pages,
            Clock clock) {
        this.commitments = commitments;
        this.committees = committees;
        this.meetings = meetings;
        this.minutes = minutes;
        this.adoptions = adoptions;
        this.briefs = briefs;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> matrix(@PathVariable Language lang, Membership membership, SignedIn me) {
        var place = membership.committee();
        var page = new MatrixPage(lang, place, commitments.of(place.id()), today(place));
        var frame =
                me.frame(lang, MatrixPage.path(place), page.words().matrix()).under(toCommittee(lang, place));
        return pages.show(frame, "followup/MatrixPage.jte", page);
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> show(
            @PathVariable Language lang, Membership place, @PathVariable String number, SignedIn me) {
        var commitment = commitment(place, number);
        var form = ReportForm.of(commitment, place.seat().party());
        return page(HttpStatus.OK, me, page(lang, place, commitment, form, false));
    }

    @PostMapping("/{number}/report")
    ResponseEntity<byte[]> report(
            @PathVariable Language lang,
            Membership place,
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        if (!Commitments.reports(place.seat())) {
            throw new NotHere();
        }
        var commitment = commitment(place, number);
        var form = new ReportForm(lang, Form.of(sent));
        var page = page(lang, place, commitment, form.checked(), false);
        if (page.form().fails()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
        }
        var reporting = commitments.report(
                commitment.id(), form.status(), form.note(), form.seen(), place.seat(), clock.instant());
        return switch (reporting) {
            case Reporting.Reported done -> {
                next.addFlashAttribute("notice", page.words().saved());
                yield Pages.seeOther(lang, page.path());
            }
            case Reporting.Overtaken overtaken -> {
                var now = overtaken.commitment();
                yield page(HttpStatus.CONFLICT, me, page(lang, place, now, ReportForm.seeing(now, page.form()), true));
            }
            case Reporting.Unfit unfit -> page(HttpStatus.UNPROCESSABLE_CONTENT, me, page);
            case Reporting.NotYours none -> throw new NotHere();
        };
    }

    private CommitmentPage page(Language lang, Membership place, Commitment commitment, Form form, boolean overtaken) {
        var committee = place.committee();
        var act = adoptions.register(committee.id()).stream()
                .filter(one -> one.id().equals(commitment.act()))
                .findFirst()
                .orElseThrow();
        var source = new CommitmentPage.Source(
                meetings.get(Objects.requireNonNull(act.meeting())),
                act,
                minutes.get(act.minutes().orElseThrow()).clause(commitment.clause()));
        var notes = briefs.at(List.of(CommitmentTopics.of(commitment)), place, lang, clock.instant());
        return new CommitmentPage(
                lang,
                place,
                commitment,
                source,
                committees.seats(committee.id()),
                today(committee),
                notes,
                form,
                overtaken);
    }

    private ResponseEntity<byte[]> page(HttpStatus status, SignedIn me, CommitmentPage page) {
        var lang = page.language();
        var toMatrix = new Crumb(page.words().matrix(), "/" + lang.tag() + MatrixPage.path(page.committee()));
        var frame = me.frame(lang, page.path(), page.title()).under(toCommittee(lang, page.committee()), toMatrix);
        return pages.show(status, frame, "followup/CommitmentPage.jte", page);
    }

    private static Crumb toCommittee(Language lang, Committee committee) {
        return new Crumb(committee.name().in(lang), "/" + lang.tag() + "/work/committees/" + committee.slug());
    }

    // A day is due where the committee is, not where this machine stands.
    private LocalDate today(Committee committee) {
        return LocalDate.now(clock.withZone(committee.zone()));
    }

    private Commitment commitment(Membership place, String number) {
        return commitments.find(place.committee().id(), number).orElseThrow(NotHere::new);
    }
}

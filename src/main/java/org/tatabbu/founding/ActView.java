// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Committee;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/**
 * A joint act as its readers see it.
 *
 * @param sides the names of the parties concerned, in the order of the act's own sides
 * @param committee the committee it changes, or founded; nothing before a founding
 * @param people the names of those who proposed and agreed
 */
record ActView(
        Language language,
        JointAct act,
        List<LocalText> sides,
        @Nullable Committee committee,
        Map<AccountId, String> people) {
    /** One thing that would change: its label, what stands now (empty in a founding) and what would. */
    record Line(String label, String before, String after) {}

    FoundingWords words() {
        return FoundingWords.in(language);
    }

    String title() {
        return act.title(language);
    }

    String about() {
        return committee == null
                ? sides.stream()
                        .map(side -> side.in(language))
                        .reduce((a, b) -> words().pair(a, b))
                        .orElse("")
                : committee.name().in(language);
    }

    String state() {
        return words().state(act.state().name());
    }

    String path() {
        return "/work/joint-acts/" + act.id().id();
    }

    String proposedFor() {
        return sideName(act.sides().stream()
                .filter(side -> side.party().equals(act.proposedFor()))
                .findFirst()
                .orElseThrow());
    }

    String proposed() {
        return words().proposedBy(name(act.proposedBy()), proposedFor(), moment(act.proposedAt()));
    }

    private String name(AccountId person) {
        return people.getOrDefault(person, "");
    }

    String sideName(JointAct.Side side) {
        return sides.get(act.sides().indexOf(side)).in(language);
    }

    String agreed(JointAct.Side side) {
        var at = side.at();
        var who = side.agreed();
        return at == null || who == null ? words().notYet() : words().agreedAt(name(who), moment(at));
    }

    String moment(Instant at) {
        return Dates.moment(at, zone(), language);
    }

    private ZoneId zone() {
        if (committee != null) {
            return committee.zone();
        }
        return act.proposal() instanceof Proposal.Found found ? ZoneId.of(found.zone()) : ZoneId.of("UTC");
    }

    /** Every language of every text: what is confirmed is confirmed whole. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        switch (act.proposal()) {
            case Proposal.Found found -> {
                lines.add(new Line(words().address(), "", found.slug()));
                texts(lines, words().name(), LocalText.NONE, found.name());
                texts(lines, words().purpose(), LocalText.NONE, found.purpose());
                texts(lines, words().authority(), LocalText.NONE, found.authority());
                texts(lines, words().mandate(), LocalText.NONE, found.mandate());
                var on = found.mandateOn();
                if (on != null) {
                    lines.add(new Line(words().mandateDay(), "", Dates.day(on, language)));
                }
                lines.add(new Line(words().zone(), "", found.zone()));
                lines.add(new Line(words().preset(), "", found.preset().label(language)));
                found.areas().forEach(area -> texts(lines, words().area(), LocalText.NONE, area));
            }
            case Proposal.Rename rename -> {
                texts(lines, words().name(), rename.nameBefore(), rename.name());
                texts(lines, words().purpose(), rename.purposeBefore(), rename.purpose());
            }
            case Proposal.SetRule set -> {
                var rule = set.rule();
                lines.add(new Line(
                        rule.label(language), rule.label(set.before(), language), rule.label(set.value(), language)));
                var until = set.until();
                lines.add(new Line(
                        words().holds(),
                        "",
                        until == null ? words().lasting() : words().until(Dates.day(until, language))));
                if (!set.reason().isEmpty()) {
                    lines.add(new Line(words().reason(), "", set.reason()));
                }
            }
            case Proposal.AddArea area -> texts(lines, words().area(), LocalText.NONE, area.name());
            case Proposal.RenameArea area -> texts(lines, words().area(), area.before(), area.name());
        }
        return lines;
    }

    private void texts(List<Line> lines, String label, LocalText before, LocalText after) {
        for (var one : Language.ALL) {
            if (!before.in(one).equals(after.in(one))) {
                lines.add(new Line(words().labelIn(label, one.ownName()), before.in(one), after.in(one)));
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Area;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Rule;
import org.tatabbu.committee.RuleChange;
import org.tatabbu.committee.Rules;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** A committee's rules in force, what was changed, and the forms to propose another change. */
record ChangesPage(
        Language language,
        Membership place,
        Rules rules,
        List<RuleChange> history,
        List<Area> areas,
        List<ActView> open,
        Form form) {

    FoundingWords words() {
        return FoundingWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    boolean proposes() {
        return place.seat().writes();
    }

    List<Rule> everyRule() {
        return List.of(Rule.values());
    }

    String value(Rule rule) {
        return rule.label(rules.value(rule), language);
    }

    String value(RuleChange change) {
        return change.rule().label(change.value(), language);
    }

    /** When it was set and, for a derogation, until when. */
    String moment(RuleChange change) {
        var until = change.until();
        var set = words().setOn(Dates.moment(change.at(), committee().zone(), language));
        return until == null ? set : words().pair(set, words().until(Dates.day(until, language)));
    }

    /** The rule that the reader asked to change, or nothing. */
    @Nullable
    Rule chosen() {
        return ChangeForm.chosen(form);
    }

    List<Choice> valuesOf(Rule rule) {
        return rule.choices().stream()
                .map(value -> new Choice(value, rule.label(value, language)))
                .toList();
    }

    List<Choice> areaChoices() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words().choose()));
        areas.forEach(area ->
                choices.add(new Choice(area.id().id().toString(), area.name().in(language))));
        return choices;
    }

    String path() {
        return "/work/committees/" + committee().slug() + "/changes";
    }
}

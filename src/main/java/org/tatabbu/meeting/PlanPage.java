// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Rule;
import org.tatabbu.committee.Rules;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * The form of a meeting's plan.
 *
 * @param meeting the meeting whose plan changes, or nothing for the one that comes next
 * @param theirs what somebody else wrote meanwhile
 */
record PlanPage(
        Language language,
        Membership place,
        Rules rules,
        @Nullable Meeting meeting,
        Form form,
        @Nullable Meeting theirs) {

    MeetingWords words() {
        return MeetingWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    String committeePath() {
        return "/work/committees/" + committee().slug();
    }

    String path() {
        return committeePath() + "/meetings/" + (meeting == null ? "new" : meeting.number() + "/plan");
    }

    String action() {
        return "/" + language.tag() + (meeting == null ? committeePath() + "/meetings" : path());
    }

    String back() {
        return "/" + language.tag() + backPath();
    }

    String backPath() {
        return committeePath() + (meeting == null ? "" : "/meetings/" + meeting.number());
    }

    /** The same form against what stands now, so that saving it again is a choice. */
    PlanPage against(Meeting other) {
        var next = Map.of("seen", Integer.toString(other.revision()), "number", Integer.toString(other.number() + 1));
        return new PlanPage(language, place, rules, meeting == null ? null : other, form.filled(next), other);
    }

    String heading() {
        return meeting == null
                ? words().planTitle(Meeting.nameOf(PlanForm.number(form.value("number")), language))
                : words().replanTitle(meeting.name(language));
    }

    /** What the rules of procedure ask of whoever calls a meeting. */
    List<String> asked() {
        return Stream.of(Rule.CONVENE_DAYS, Rule.PROVISIONAL_AGENDA_DAYS, Rule.HOST, Rule.CHAIR)
                .map(rule -> words().rule(rule.label(language), rule.label(rules.value(rule), language)))
                .toList();
    }

    List<Choice> modes() {
        return Arrays.stream(Meeting.Mode.values())
                .map(mode -> new Choice(mode.name(), words().mode(mode.name())))
                .toList();
    }

    List<Choice> hosts() {
        var nobody = Stream.of(new Choice("", words().noHost()));
        var parties = committee().parties().stream()
                .map(party ->
                        new Choice(party.id().id().toString(), party.shortName().in(language)));
        return Stream.concat(nobody, parties).toList();
    }

    /** The committee's own zone and those of its parties first. */
    List<Choice> zones() {
        var near = Stream.concat(
                Stream.of(committee().zone()), committee().parties().stream().map(party -> party.zone()));
        var far = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC"))
                .sorted()
                .map(ZoneId::of);
        return Stream.concat(near, far)
                .map(ZoneId::getId)
                .distinct()
                .map(zone -> new Choice(zone, zone))
                .toList();
    }
}

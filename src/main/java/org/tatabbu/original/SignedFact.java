// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.original;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tatabbu.committee.Committee;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;

/** Something beside the clauses that the adopted record holds, so that a head sees all that is signed. */
public record SignedFact(String name, List<String> lines) {
    public static List<SignedFact> of(Committee committee, Meeting meeting, Language language) {
        var words = OriginalWords.in(language);
        var people = meeting.participants().stream()
                .map(one -> joined(
                        one.title(language),
                        one.office().in(language),
                        committee.party(one.party()).shortName().in(language)))
                .toList();
        var agenda = meeting.agenda().stream()
                .map(item -> joined(item.label(), item.title().in(language)))
                .toList();
        var margins = meeting.sideMeetings().stream()
                .map(side -> joined(
                        side.subject().in(language),
                        side.bodies().in(language),
                        side.level().in(language)))
                .toList();
        return Stream.of(
                        new SignedFact(
                                words.committee(), List.of(committee.name().in(language))),
                        new SignedFact(
                                words.mandate(),
                                List.of(
                                        committee.mandate().text().in(language),
                                        meeting.mandate().in(language))),
                        new SignedFact(
                                words.held(),
                                List.of(meeting.days(language), meeting.venue().in(language))),
                        new SignedFact(words.participants(), people),
                        new SignedFact(words.agenda(), agenda),
                        new SignedFact(words.margins(), margins))
                .filter(fact -> !fact.lines().isEmpty())
                .toList();
    }

    /** What is said of it, with a dot between. */
    public static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}

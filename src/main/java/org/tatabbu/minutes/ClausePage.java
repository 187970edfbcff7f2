// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.brief.OwnNotes;
import org.tatabbu.committee.Party;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * One clause to be written.
 *
 * @param clause what stands now, or nothing for a new clause
 * @param theirs what somebody else wrote since this form was opened, or nothing
 * @param notes what the reader's own party wrote about the clause, or nothing for a new clause
 */
record ClausePage(
        Language language,
        Attendance place,
        MinutesText text,
        @Nullable Clause clause,
        Form form,
        @Nullable Clause theirs,
        @Nullable OwnNotes notes) {

    ClausePage(
            Language language,
            Attendance place,
            MinutesText text,
            @Nullable Clause clause,
            Form form,
            @Nullable Clause theirs) {
        this(language, place, text, clause, form, theirs, null);
    }

    ClausePage beside(OwnNotes own) {
        return new ClausePage(language, place, text, clause, form, theirs, own);
    }

    /** The same form against what somebody else wrote meanwhile, whose revision the next attempt will answer. */
    ClausePage against(Clause other) {
        var next = form.filled(Map.of("revision", Integer.toString(other.revision())));
        return new ClausePage(language, place, text, other, next, other);
    }

    MinutesWords words() {
        return MinutesWords.in(language);
    }

    String heading() {
        return clause == null ? words().newClause() : words().clause(clause.number());
    }

    String action() {
        var clauses = "/" + language.tag() + place.path() + "/minutes/clauses";
        return clause == null ? clauses : clauses + "/" + clause.id().id() + "/revision";
    }

    String bracketAction() {
        return clause == null
                ? ""
                : "/" + language.tag() + place.path() + "/minutes/clauses/"
                        + clause.id().id() + "/bracket";
    }

    String back() {
        return "/" + language.tag() + place.path() + "/minutes";
    }

    boolean presented() {
        return text.standing() == Standing.PRESENTED;
    }

    boolean disputed() {
        return clause != null && clause.disputed();
    }

    /** Whether my own party's alternative stands in the clause: only that one is mine to lift. */
    boolean mineToLift() {
        return clause != null
                && clause.brackets().stream()
                        .anyMatch(bracket -> bracket.party().equals(mine().id()));
    }

    /** Everything beside the text that another person's version says, for the eye that compares. */
    String aside(Clause other) {
        var speaker = other.speaker();
        var promise = other.promise();
        return Stream.of(
                        other.verbLabel(language),
                        other.item(),
                        speaker == null
                                ? ""
                                : place.committee().party(speaker).shortName().in(language),
                        promise == null
                                ? ""
                                : words().owed(
                                                place.committee()
                                                        .party(promise.owner())
                                                        .shortName()
                                                        .in(language),
                                                promise.body().in(language),
                                                Dates.day(promise.due(), language)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    Party mine() {
        return place.membership().party();
    }

    List<Choice> verbs() {
        return Arrays.stream(Verb.values())
                .map(verb -> new Choice(verb.name(), words().verb(verb.name())))
                .toList();
    }

    List<Choice> parties() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words().nobody()));
        place.committee().parties().stream()
                .map(party ->
                        new Choice(party.id().id().toString(), party.shortName().in(language)))
                .forEach(choices::add);
        return choices;
    }

    List<Choice> items() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words().noItem()));
        place.meeting().agenda().stream()
                .map(item -> new Choice(
                        item.label(), item.label() + " · " + item.title().in(language)))
                .forEach(choices::add);
        return choices;
    }
}

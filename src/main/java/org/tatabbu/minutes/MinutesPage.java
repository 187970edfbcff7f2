// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.brief.OwnNotes;
import org.tatabbu.brief.Topic;
import org.tatabbu.committee.Party;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Attendance;

/** The minutes of one meeting, languages in columns. */
record MinutesPage(
        Language language, Attendance place, @Nullable MinutesText text, OwnNotes notes) {
    MinutesWords words() {
        return MinutesWords.in(language);
    }

    Topic topic(Clause clause) {
        return ClauseTopics.of(clause);
    }

    List<Clause> clauses() {
        return text == null ? List.of() : text.clauses();
    }

    boolean writable() {
        return text != null && place.seat().writes() && text.standing() != Standing.ADOPTED;
    }

    boolean openable() {
        return text == null && place.seat().writes();
    }

    boolean presentable() {
        return writable() && text != null && text.standing() == Standing.DRAFT;
    }

    String standing() {
        return text == null
                ? words().notOpened()
                : words().standing(text.standing().name());
    }

    List<String> obstacles() {
        return text == null || text.standing() != Standing.DRAFT
                ? List.of()
                : text.obstacles().stream().map(one -> one.said(language)).toList();
    }

    Party party(Bracket bracket) {
        return place.committee().party(bracket.party());
    }

    String owed(Clause clause) {
        var promise = clause.promise();
        return promise == null
                ? ""
                : words().owed(
                                place.committee()
                                        .party(promise.owner())
                                        .shortName()
                                        .in(language),
                                promise.body().in(language),
                                Dates.day(promise.due(), language));
    }

    /** The languages in columns: the reader's first. */
    List<Language> columns() {
        return Stream.concat(Stream.of(language), Language.ALL.stream().filter(other -> other != language))
                .toList();
    }

    String address(String rest) {
        return "/" + language.tag() + place.path() + rest;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/**
 * The texts that a committee has between its meetings.
 *
 * @param against what stands against opening any
 */
record ProceduresPage(
        Language language,
        Membership place,
        List<Procedure> texts,
        Set<PartyId> unwilling,
        Step.@Nullable SwitchedOff against) {

    ProcedureWords words() {
        return ProcedureWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    static String path(Committee committee) {
        return "/work/committees/" + committee.slug() + "/procedures";
    }

    String address(String rest) {
        return "/" + language.tag() + path(committee()) + rest;
    }

    String address(Procedure text) {
        return "/" + language.tag() + text.path(committee().slug());
    }

    String title(Procedure text) {
        return said(text, language);
    }

    /** The title in this language, or in the first that has one. */
    static String said(Procedure text, Language language) {
        var own = text.title().in(language);
        return !own.isEmpty()
                ? own
                : Language.ALL.stream()
                        .map(text.title()::in)
                        .filter(title -> !title.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    String state(Procedure text) {
        return words().state(text.state().name());
    }

    /** When it closes or how it ended, by the clocks of every side. */
    String when(Procedure text) {
        var term = text.term();
        return term == null || text.end() != null
                ? ""
                : words().closes(committee().parties().stream()
                        .map(party -> Dates.moment(term.closes(), party.zone(), language))
                        .distinct()
                        .collect(Collectors.joining(" · ")));
    }

    String off() {
        return against == null ? "" : off(against, language);
    }

    static String off(Step.SwitchedOff off, Language language) {
        var words = ProcedureWords.in(language);
        var party = off.party();
        return party == null
                ? words.offByRules()
                : words.offByParty(party.shortName().in(language));
    }

    boolean writes() {
        return Procedures.writes(place.seat());
    }

    boolean wanted(Party party) {
        return !unwilling.contains(party.id());
    }

    boolean mine() {
        return wanted(place.party());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publicity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.MinutesText;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * How public each clause is.
 *
 * @param said what each party says
 * @param agreed what holds
 */
record PublicityPage(
        Language language,
        Attendance place,
        MinutesText text,
        Map<ClauseId, Map<PartyId, Publicity>> said,
        Map<ClauseId, Publicity> agreed,
        Form form) {

    PublicityWords words() {
        return PublicityWords.in(language);
    }

    Party mine() {
        return place.membership().party();
    }

    List<Party> others() {
        return place.committee().parties().stream()
                .filter(party -> !party.equals(mine()))
                .toList();
    }

    boolean says() {
        return place.seat().writes();
    }

    String action() {
        return "/" + language.tag() + place.path() + "/publicity";
    }

    String said(Clause clause, Party party) {
        return Optional.ofNullable(said.getOrDefault(clause.id(), Map.of()).get(party.id()))
                .map(this::label)
                .orElseGet(words()::nothing);
    }

    String agreed(Clause clause) {
        return label(agreed.getOrDefault(clause.id(), Publicity.JOINT));
    }

    private String label(Publicity publicity) {
        var side = publicity.side();
        return side == null
                ? words().reach(publicity.reach().name())
                : words().oneSide(place.committee().party(side).shortName().in(language));
    }

    List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("JOINT", label(Publicity.JOINT)));
        choices.add(new Choice("PUBLIC", label(Publicity.PUBLIC)));
        place.committee().parties().stream()
                .map(party -> Publicity.of(party.id()))
                .map(one -> new Choice(one.word(), label(one)))
                .forEach(choices::add);
        return choices;
    }

    static String field(Clause clause) {
        return "reach_" + clause.id().id();
    }

    static String seen(Clause clause) {
        return "revision_" + clause.id().id();
    }

    static Form form(MinutesText text, Map<ClauseId, Map<PartyId, Publicity>> said, PartyId mine) {
        var values = new HashMap<String, String>();
        for (var clause : text.clauses()) {
            var own = Optional.ofNullable(
                            said.getOrDefault(clause.id(), Map.of()).get(mine))
                    .orElse(Publicity.JOINT);
            values.put(field(clause), own.word());
            values.put(seen(clause), Integer.toString(clause.revision()));
        }
        return Form.of(values);
    }
}

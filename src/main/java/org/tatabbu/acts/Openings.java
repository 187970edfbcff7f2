// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.util.ArrayList;
import java.util.List;
import org.tatabbu.adoption.Act;
import org.tatabbu.committee.Committee;
import org.tatabbu.language.LocalText;

/** Makes what the public reads of the acts that every side opened. */
final class Openings {
    private Openings() {}

    /** The earliest act first. */
    static List<PublicAct> of(Committee committee, List<RegisteredAct> register) {
        return register.reversed().stream()
                .filter(one -> one.said().open())
                .map(one -> of(committee, one, register))
                .toList();
    }

    private static PublicAct of(Committee committee, RegisteredAct one, List<RegisteredAct> register) {
        var act = one.act();
        return new PublicAct(
                act.id().id(),
                committee.name(),
                committee.fictional(),
                act.path(),
                act.kind().name(),
                act.year(),
                LocalText.each(act::title),
                one.heading(),
                committee.dayOf(act.adoptedAt()),
                one.said().inForce(),
                one.domestic().stream().anyMatch(Domestic::pending),
                committee.parties().stream()
                        .flatMap(party -> one.domesticOf(party.id()).stream()
                                .map(said -> new PublicAct.Procedure(party.name(), LocalText.each(said::in))))
                        .toList(),
                one.repealed(),
                one.said().basis(),
                others(one, register),
                one.clauses().stream()
                        .map(clause -> new PublicAct.Clause(
                                clause.number(), LocalText.each(clause.verb()::label), clause.text()))
                        .toList(),
                act.digest().hex());
    }

    private static List<PublicAct.Other> others(RegisteredAct one, List<RegisteredAct> register) {
        var others = new ArrayList<PublicAct.Other>();
        for (var link : one.said().links()) {
            register.stream()
                    .map(RegisteredAct::act)
                    .filter(act -> act.id().equals(link.target()))
                    .forEach(act -> others.add(other(link.relation().name(), act, register)));
        }
        one.amendedBy().forEach(act -> others.add(other("AMENDED_BY", act, register)));
        one.repealedBy().forEach(act -> others.add(other("REPEALED_BY", act, register)));
        return others;
    }

    private static PublicAct.Other other(String relation, Act act, List<RegisteredAct> register) {
        boolean open = register.stream()
                .anyMatch(one -> one.act().equals(act) && one.said().open());
        return new PublicAct.Other(relation, LocalText.each(act::title), open ? act.path() : "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Rule;
import org.tatabbu.committee.Seat;

/** Whether the rules, and each party for itself, have texts adopted between meetings at all. */
@Component
@Transactional
public class Choices {
    private final ProcedureStore store;
    private final Committees committees;
    private final Audit audit;

    Choices(ProcedureStore store, Committees committees, Audit audit) {
        this.store = store;
        this.committees = committees;
        this.audit = audit;
    }

    /** A secretary or co-chair says whether their party wants written procedure; what is open goes on. */
    public Step choose(boolean wanted, Seat by, Instant at) {
        if (!Procedures.writes(by) || !committees.acts(by, at)) {
            return new Step.NotYours();
        }
        var committee = by.committee();
        store.holdChoices(committee);
        boolean before = !store.unwilling(committee).contains(by.party());
        if (before != wanted) {
            store.choose(wanted, by, at);
            var change = Change.joint(
                    "procedure.switched",
                    by.actor(),
                    by.party().id(),
                    committee.id(),
                    "",
                    before ? "ON" : "OFF",
                    wanted ? "ON" : "OFF");
            audit.note(change, at);
        }
        return new Step.Done(by.party().id());
    }

    /** The parties that do not want it. */
    @Transactional(readOnly = true)
    public Set<PartyId> unwilling(CommitteeId committee) {
        return store.unwilling(committee);
    }

    /** What stands against opening any text until the transaction ends. */
    Optional<Step> against(CommitteeId id, Instant at) {
        store.holdChoices(id);
        return found(id, at);
    }

    /** What stands against opening any text now; nothing where the rules have it and every side wants it. */
    @Transactional(readOnly = true)
    public Optional<Step> found(CommitteeId id, Instant at) {
        var committee = committees.get(id);
        if (!committees.rules(id, committee.dayOf(at)).on(Rule.WRITTEN_PROCEDURE)) {
            return Optional.of(new Step.SwitchedOff(null));
        }
        var unwilling = store.unwilling(id);
        return committee.parties().stream()
                .filter(party -> unwilling.contains(party.id()))
                .findFirst()
                .map(Step.SwitchedOff::new);
    }
}

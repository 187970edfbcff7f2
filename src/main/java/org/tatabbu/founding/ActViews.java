// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import org.springframework.stereotype.Component;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.register.Parties;
import org.tatabbu.register.StandingPartyId;

/** Looks up what a joint act speaks of. */
@Component
class ActViews {
    private final Parties parties;
    private final Committees committees;

    ActViews(Parties parties, Committees committees) {
        this.parties = parties;
        this.committees = committees;
    }

    ActView view(Language language, JointAct act) {
        var id = act.committee();
        var committee = id == null ? null : committees.get(new CommitteeId(id));
        var sides = act.sides().stream()
                .map(side -> act.proposal() instanceof Proposal.Found || committee == null
                        ? parties.find(new StandingPartyId(side.party()))
                                .orElseThrow()
                                .name()
                        : committee.party(new PartyId(side.party())).name())
                .toList();
        return new ActView(language, act, sides, committee);
    }
}

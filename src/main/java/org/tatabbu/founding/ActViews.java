// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.register.Parties;
import org.tatabbu.register.StandingPartyId;

/** Looks up what a joint act speaks of. */
@Component
class ActViews {
    private final Parties parties;
    private final Committees committees;
    private final Accounts accounts;

    ActViews(Parties parties, Committees committees, Accounts accounts) {
        this.parties = parties;
        this.committees = committees;
        this.accounts = accounts;
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
        return new ActView(language, act, sides, committee, people(language, act));
    }

    private Map<AccountId, String> people(Language language, JointAct act) {
        var people = new HashMap<AccountId, String>();
        Stream.concat(Stream.of(act.proposedBy()), act.sides().stream().map(JointAct.Side::agreed))
                .filter(Objects::nonNull)
                .flatMap(id -> accounts.find(id).stream())
                .forEach(account -> people.put(account.id(), account.name().in(language)));
        return people;
    }
}

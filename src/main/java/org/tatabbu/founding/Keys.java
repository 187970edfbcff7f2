// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.identity.AccountId;
import org.tatabbu.register.Parties;

/** Who may turn which party's key. */
@Component
class Keys {
    private final Parties parties;
    private final Committees committees;

    Keys(Parties parties, Committees committees) {
        this.parties = parties;
        this.committees = committees;
    }

    /** The parties whose agreement a proposal wants. */
    List<UUID> sides(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Found found -> found.parties();
            case Proposal.Change change ->
                committees.get(new CommitteeId(change.committee())).parties().stream()
                        .map(party -> party.id().id())
                        .toList();
        };
    }

    /** Those of them that an account is a secretary of at a moment. */
    List<UUID> held(AccountId account, Proposal proposal, Instant at) {
        return switch (proposal) {
            case Proposal.Found found ->
                parties.of(account, at).stream()
                        .map(party -> party.id().id())
                        .filter(found.parties()::contains)
                        .toList();
            case Proposal.Change change ->
                committees.memberships(account, at).stream()
                        .filter(place -> place.committee().id().id().equals(change.committee()))
                        .filter(place -> place.seat().writes())
                        .map(place -> place.seat().party().id())
                        .distinct()
                        .toList();
        };
    }
}

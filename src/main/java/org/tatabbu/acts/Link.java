// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.util.List;
import java.util.Optional;
import org.tatabbu.adoption.ActId;

/** What one act does to an earlier one of the same committee. */
public record Link(Relation relation, ActId target) {
    /** The ways in which an act changes another. */
    public enum Relation {
        AMENDS,
        REPEALS
    }

    // An act changes only acts before it: so no chain of changes ever comes back to where it began.
    Optional<Recording.Reason> wrong(List<RegisteredAct> acts, RegisteredAct act) {
        if (target.equals(act.act().id())) {
            return Optional.of(Recording.Reason.ITSELF);
        }
        var ids = acts.stream().map(one -> one.act().id()).toList();
        int place = ids.indexOf(target);
        if (place < 0) {
            return Optional.of(Recording.Reason.UNKNOWN);
        }
        if (place < ids.indexOf(act.act().id())) {
            return Optional.of(Recording.Reason.LATER);
        }
        boolean repealed = acts.get(place).repealedBy().stream()
                .anyMatch(by -> !by.id().equals(act.act().id()));
        return repealed ? Optional.of(Recording.Reason.REPEALED) : Optional.empty();
    }
}

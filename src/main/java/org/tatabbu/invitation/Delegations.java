// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Ending;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;

/** Seats given and ended by the secretary of their own party. */
@Component
@Transactional
public class Delegations {
    private final Committees committees;
    private final Audit audit;

    Delegations(Committees committees, Audit audit) {
        this.committees = committees;
        this.audit = audit;
    }

    /** Records a seat nobody signs in for; says whether this person may. */
    public boolean record(SeatDraft draft, Seat by, Instant at) {
        if (!by.writes() || !committees.acts(by, at)) {
            return false;
        }
        var seat = draft.seat(by.committee(), by.party(), null);
        committees.seat(seat, by.account(), at);
        return true;
    }

    /** Ends a seat; its rights end at that moment, in sessions that run too. */
    public Ending end(SeatId wanted, Seat by, Instant at) {
        var ending = committees.end(wanted, by, at);
        if (ending instanceof Ending.Ended ended) {
            var seat = ended.seat();
            audit.note(
                    Change.joint(
                            "seat.ended",
                            id(by.account()),
                            seat.party().id(),
                            seat.committee().id(),
                            seat.role().name(),
                            title(seat),
                            ""),
                    at);
        }
        return ending;
    }

    private static String title(Seat seat) {
        var title = LocalText.each(seat::title);
        return Change.brief(title.ar(), title.fr(), title.en());
    }

    private static @Nullable UUID id(@Nullable AccountId account) {
        return account == null ? null : account.id();
    }
}

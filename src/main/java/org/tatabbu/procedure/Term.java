// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.statement.Digest;

/**
 * Until when a text is open to every side.
 *
 * @param by the co-chair who opened it
 * @param extended whether the one extension was used
 * @param silence whether the rules took silence for having no objection when it was opened
 * @param last the committee's last adopted record at the opening; nothing where there was none
 */
public record Term(
        SeatId by,
        Instant opened,
        Instant closes,
        boolean extended,
        boolean silence,
        @Nullable Digest last) {
    Optional<Digest> previous() {
        return Optional.ofNullable(last);
    }

    /**
     * Whether a seat answers for the text: that of the co-chair who opened it, or of a co-chair of the same party once it is over.
     *
     * @param seats all of the committee
     */
    boolean answeredForBy(Seat seat, List<Seat> seats, Instant at, LocalDate day) {
        return by.equals(seat.id())
                || (seat.role() == Role.HEAD
                        && seats.stream()
                                .anyMatch(opener -> opener.id().equals(by)
                                        && opener.party().equals(seat.party())
                                        && !opener.heldAt(at, day)));
    }

    boolean over(Instant at) {
        return at.isAfter(closes);
    }
}

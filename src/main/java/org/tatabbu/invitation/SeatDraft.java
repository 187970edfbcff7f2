// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;

/**
 * A seat as the secretary wishes it.
 *
 * @param courtesy the title of the person, such as Dr, between rank and name
 */
public record SeatDraft(
        Role role,
        PersonName name,
        LocalText rank,
        LocalText courtesy,
        LocalText office,
        int precedence,
        LocalDate from,
        @Nullable LocalDate until) {
    public SeatDraft {
        if (precedence < 1 || (until != null && until.isBefore(from))) {
            throw new IllegalArgumentException("A seat has a place from 1 and does not end before it begins");
        }
        if (!name.known() && office.empty()) {
            throw new IllegalArgumentException("A seat has a name or an office");
        }
    }

    /** The same of somebody without a title. */
    public SeatDraft(
            Role role,
            PersonName name,
            LocalText rank,
            LocalText office,
            int precedence,
            LocalDate from,
            @Nullable LocalDate until) {
        this(role, name, rank, LocalText.NONE, office, precedence, from, until);
    }

    SeatDraft named(PersonName other) {
        return new SeatDraft(role, other, rank, courtesy, office, precedence, from, until);
    }

    Seat seat(CommitteeId committee, PartyId party, @Nullable AccountId account) {
        return new Seat(
                SeatId.random(),
                committee,
                party,
                account,
                role,
                name,
                rank,
                courtesy,
                office,
                precedence,
                from,
                until,
                null);
    }
}

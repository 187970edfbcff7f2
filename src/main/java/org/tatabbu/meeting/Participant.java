// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;

/**
 * Someone who was there, for a party; known by office alone where no name is given.
 *
 * @param chairs whether they presided as head of their delegation
 */
public record Participant(PartyId party, PersonName name, LocalText rank, LocalText office, boolean chairs) {
    /** Whether it is who holds this seat. */
    boolean sits(Seat seat) {
        return party.equals(seat.party())
                && name.equals(seat.name())
                && rank.equals(seat.standing())
                && office.equals(seat.office());
    }

    /** Rank before name; the rank alone where there is no name. */
    public String title(Language language) {
        return (rank.in(language) + " " + name.in(language)).strip();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.tatabbu.language.LocalText;

/**
 * A joint committee.
 *
 * @param slug its name in addresses, for ever
 * @param parties in the order of the founding instrument
 * @param fictional whether it was invented to show how the work goes; every page then says so
 */
public record Committee(
        CommitteeId id,
        String slug,
        LocalText name,
        LocalText purpose,
        Mandate mandate,
        List<Party> parties,
        ZoneId zone,
        boolean fictional) {

    /** The day it is at a moment where the committee reckons its days. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    public Party party(PartyId wanted) {
        return parties.stream()
                .filter(party -> party.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a party of this committee"));
    }
}

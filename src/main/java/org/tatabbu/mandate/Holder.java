// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.signing.SigningPasskey;
import org.tatabbu.signing.Signings;

/** A seat that may have a mandate, and the passkeys that whoever holds it signs with. */
record Holder(Seat seat, List<SigningPasskey> keys) {

    /** Those of one's own side. */
    static List<Holder> of(Committees committees, Signings signings, Membership place, Instant now) {
        return committees.seats(place.committee().id()).stream()
                .filter(seat -> seat.party().equals(place.party().id()) && seat.adopts())
                .filter(seat -> !committees.over(seat, now))
                .map(seat -> new Holder(seat, keys(seat, signings)))
                .toList();
    }

    private static List<SigningPasskey> keys(Seat seat, Signings signings) {
        return Optional.ofNullable(seat.account()).map(signings::keys).orElse(List.of());
    }

    Optional<SigningPasskey> key(String id) {
        return keys.stream().filter(key -> key.id().toString().equals(id)).findFirst();
    }
}

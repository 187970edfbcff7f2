// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tatabbu.audit.Change;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;

/**
 * What is said of a seat's holder, which may be corrected without another seat being given.
 *
 * @param courtesy their title, such as Dr, between rank and name
 * @param precedence the place in the delegation, from 1
 */
public record SeatWording(PersonName name, LocalText rank, LocalText courtesy, LocalText office, int precedence) {
    public SeatWording {
        if (precedence < 1 || (!name.known() && office.empty())) {
            throw new IllegalArgumentException("A seat has a place from 1, and a name or an office");
        }
    }

    public static SeatWording of(Seat seat) {
        return new SeatWording(seat.name(), seat.rank(), seat.courtesy(), seat.office(), seat.precedence());
    }

    /** All of it in short, as a trace keeps it. */
    String brief() {
        var lines = Stream.of(LocalText.each(name::in), rank, courtesy, office)
                .map(text -> Stream.of(text.ar(), text.fr(), text.en())
                        .filter(said -> !said.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" · ")));
        return Change.brief(
                Stream.concat(lines, Stream.of(Integer.toString(precedence))).toArray(String[]::new));
    }
}

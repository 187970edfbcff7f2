// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.ZoneId;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.signing.SigningPasskey;
import org.tatabbu.statement.Fingerprint;

/** A passkey that a mandate may name, as the form and its owner see it. */
record PasskeyView(Language language, ZoneId zone, Seat seat, SigningPasskey key) {
    String id() {
        return key.id().toString();
    }

    String name() {
        return key.name();
    }

    String holder() {
        return seat.title(language);
    }

    String made() {
        return MandateWords.in(language)
                .keyMade(Dates.day(key.made().atZone(zone).toLocalDate(), language));
    }

    String words() {
        return String.join(" ", Fingerprint.of(key.key()).words(language));
    }

    String code() {
        return Fingerprint.of(key.key()).code();
    }
}

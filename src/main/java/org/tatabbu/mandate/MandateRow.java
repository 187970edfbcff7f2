// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.statement.FileKey;
import org.tatabbu.statement.Fingerprint;
import org.tatabbu.statement.Passkey;

/** A mandate as a page shows it. */
record MandateRow(Language language, Membership place, SigningMandate mandate, LogLine line, Instant now) {
    private MandateWords words() {
        return MandateWords.in(language);
    }

    String person() {
        return mandate.statement().person().in(language);
    }

    String capacity() {
        return words().capacity(mandate.statement().capacity().name());
    }

    String from() {
        return moment(mandate.statement().from());
    }

    String to() {
        return moment(mandate.statement().to());
    }

    String kind() {
        return words().keyKind(
                        switch (mandate.key()) {
                            case FileKey file -> "file";
                            case Passkey passkey -> "passkey";
                        });
    }

    String code() {
        return Fingerprint.of(mandate.key()).code();
    }

    String entry() {
        return line.of(mandate.entry());
    }

    String endEntry() {
        return line.of(mandate.endEntry());
    }

    String over() {
        return mandate.over() == null ? "" : moment(mandate.over());
    }

    boolean inForce() {
        return mandate.covers(now);
    }

    String state() {
        if (mandate.over() != null) {
            return words().state(mandate.end() == null ? "REPLACED" : "ENDED");
        }
        if (inForce()) {
            return words().state("IN_FORCE");
        }
        return words().state(now.isBefore(mandate.statement().from()) ? "NOT_YET" : "EXPIRED");
    }

    /** Whether the reader may prepare its end. */
    boolean ends() {
        return mandate.over() == null
                && now.isBefore(mandate.statement().to())
                && place.seat().writes()
                && mandate.party().equals(place.party().id());
    }

    String end() {
        return MandatePage.path(place) + "/" + mandate.id() + "/end";
    }

    String signed() {
        return MandatePage.path(place) + "/signed/" + mandate.id() + ".json";
    }

    private String moment(Instant at) {
        return Dates.moment(at, place.committee().zone(), language);
    }
}

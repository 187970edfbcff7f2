// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.LocalText;

/** A committee as published. */
record PublicCommittee(
        String slug,
        LocalText name,
        LocalText purpose,
        LocalText mandateAuthority,
        LocalText mandate,
        @Nullable LocalDate mandateOn,
        boolean fictional,
        List<Side> parties,
        List<PublicArea> areas,
        List<Owed> commitments) {

    /** A party, with the office or name of its head. */
    record Side(LocalText name, String side, List<Head> heads) {}

    /** The head of a delegation, rank before name. */
    record Head(LocalText title, LocalText office) {}

    /** A commitment under a clause that was cleared for the public. */
    record Owed(
            String number,
            LocalText text,
            LocalText owner,
            String side,
            LocalText body,
            LocalDate due,
            List<Reported> reports,
            boolean disputed,
            boolean done) {
        boolean overdueOn(LocalDate day) {
            return !done && day.isAfter(due);
        }
    }

    /** The latest status that one party reports. */
    record Reported(LocalText party, String side, LocalText status) {}
}

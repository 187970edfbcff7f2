// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/**
 * What a party says of its own procedures for one act, such as a ratification.
 *
 * @param notified when it told the others that they are complete; nothing where it has not, or needs none
 */
public record Domestic(
        PartyId party, boolean needed, @Nullable LocalDate notified) {
    boolean pending() {
        return needed && notified == null;
    }

    String in(Language language) {
        var words = ActsWords.in(language);
        if (!needed) {
            return words.notNeeded();
        }
        return notified == null ? words.pending() : words.notifiedOn(Dates.day(notified, language));
    }
}

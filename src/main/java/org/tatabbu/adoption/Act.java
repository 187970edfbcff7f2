// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.statement.Digest;

/**
 * An entry in a committee's register: the conclusions of one meeting, adopted by every party.
 *
 * @param number its place in the year's series, from 1, without gap
 */
public record Act(
        ActId id,
        CommitteeId committee,
        MeetingId meeting,
        MinutesId minutes,
        PresentationId presentation,
        int year,
        int number,
        Digest digest,
        Instant adoptedAt) {

    /** «الخلاصات رقم 1/2023», as printed. */
    public String title(Language language) {
        return AdoptionWords.in(language).actTitle(number + "/" + year);
    }
}

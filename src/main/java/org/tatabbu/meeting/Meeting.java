// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.Ordinals;

/**
 * A meeting in a committee's series.
 *
 * @param number its place in the series, from 1
 * @param host the party at home, or none where the meeting is held elsewhere or by video
 * @param agenda in its order
 * @param participants by party, then precedence
 */
public record Meeting(
        MeetingId id,
        CommitteeId committee,
        int number,
        State state,
        Mode mode,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalText venue,
        @Nullable PartyId host,
        LocalText mandate,
        List<AgendaItem> agenda,
        List<Participant> participants,
        List<SideMeeting> sideMeetings) {

    /** How far the meeting has come. */
    public enum State {
        PLANNED,
        CONVENED,
        OPEN,
        CLOSED
    }

    /** Where people meet. */
    public enum Mode {
        IN_PERSON,
        VIDEO,
        HYBRID
    }

    public Meeting {
        if (number < 1 || lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("A meeting has a number from 1, and ends when it has begun");
        }
    }

    /** The co-chairs: the heads of the delegations, as they attended. */
    public List<Participant> chairs() {
        return participants.stream().filter(Participant::chairs).toList();
    }

    /** Its name in the series, spelled out: «الاجتماع الأول». */
    public String name(Language language) {
        var name = MeetingWords.in(language).name(ordinal(language));
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }

    public String days(Language language) {
        return Dates.days(firstDay, lastDay, language);
    }

    private String ordinal(Language language) {
        return Ordinals.spell(
                number, language == Language.FR ? Ordinals.Gender.FEMININE : Ordinals.Gender.MASCULINE, language);
    }
}

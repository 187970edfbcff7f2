// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
 * @param opening nothing where the hour is still to be agreed
 * @param revision how often its plan, agenda or attendance was written, from 1
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
        List<SideMeeting> sideMeetings,
        @Nullable Opening opening,
        int revision) {

    /** A meeting as it is first planned, its hour still to be agreed. */
    public Meeting(
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
        this(
                id,
                committee,
                number,
                state,
                mode,
                firstDay,
                lastDay,
                venue,
                host,
                mandate,
                agenda,
                participants,
                sideMeetings,
                null,
                1);
    }

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
        return nameOf(number, language);
    }

    /** The name of the meeting with this number in any series. */
    public static String nameOf(int number, Language language) {
        var gender = language == Language.FR ? Ordinals.Gender.FEMININE : Ordinals.Gender.MASCULINE;
        var name = MeetingWords.in(language).name(Ordinals.spell(number, gender, language));
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }

    /** Whether its plan and agenda may still change. */
    public boolean plannable() {
        return state == State.PLANNED || state == State.CONVENED;
    }

    /** Whether who is there is still being recorded. */
    public boolean attended() {
        return state == State.CONVENED || state == State.OPEN;
    }

    public Optional<AgendaItem> item(String label) {
        return agenda.stream().filter(one -> one.label().equals(label)).findFirst();
    }

    /** The number of an item after the last one. */
    String nextLabel() {
        int last = agenda.stream()
                .map(item -> item.label().split("\\.", -1)[0])
                .filter(number -> number.matches("[0-9]{1,2}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return Integer.toString(last + 1);
    }

    public String days(Language language) {
        return Dates.days(firstDay, lastDay, language);
    }
}

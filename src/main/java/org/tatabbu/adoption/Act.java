// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.original.ActKind;
import org.tatabbu.statement.Digest;

/**
 * An entry in a committee's register: a text adopted by every party.
 *
 * @param text the id of what was adopted, as its room and every signature name it
 * @param meeting whose minutes the text is; nothing for one adopted between meetings
 * @param number its place in the series of its kind and year, from 1, without gap
 * @param entry its entry in the log; nothing where it was adopted before there was a log
 */
public record Act(
        ActId id,
        CommitteeId committee,
        ActKind kind,
        UUID text,
        @Nullable MeetingId meeting,
        PresentationId presentation,
        int year,
        int number,
        Digest digest,
        Instant adoptedAt,
        @Nullable UUID entry) {

    /** «الخلاصات رقم 1/2023», as printed. */
    public String title(Language language) {
        return AdoptionWords.in(language).actTitle(kind.name(), number + "/" + year);
    }

    /**
     * Its address within its committee, for ever: {@code /acts/2026/1} for a meeting's conclusions, and
     * {@code /acts/decisions/2026/1} for another kind, whose numbers are a series of their own.
     */
    public String path() {
        var series = kind == ActKind.CONCLUSIONS ? "" : "/" + kind.word() + "s";
        return "/acts" + series + "/" + year + "/" + number;
    }

    /** The minutes that it is, where it is a meeting's. */
    public Optional<MinutesId> minutes() {
        return meeting == null ? Optional.empty() : Optional.of(new MinutesId(text));
    }

    /** The same act, with its entry in the log. */
    Act under(UUID logged) {
        return new Act(id, committee, kind, text, meeting, presentation, year, number, digest, adoptedAt, logged);
    }
}

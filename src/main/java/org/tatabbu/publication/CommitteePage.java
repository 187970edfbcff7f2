// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;

record CommitteePage(
        Language language,
        PublicCommittee committee,
        List<PublicMeeting> meetings,
        List<PublicArticle> articles,
        int papers,
        boolean register,
        LocalDate today) {

    PublicationWords words() {
        return PublicationWords.in(language);
    }

    /** The areas in the order of the meetings that added them, each meeting once. */
    List<Integer> stages() {
        return committee.areas().stream()
                .map(PublicArea::introducedAt)
                .distinct()
                .sorted()
                .toList();
    }

    String stage(int meeting) {
        return meeting == 0 ? words().fromTheStart() : words().addedAt(Meeting.nameOf(meeting, language));
    }

    /** The page of the meeting that added them, where it has one. */
    @Nullable
    PublicMeeting meetingOf(int stage) {
        return meetings.stream()
                .filter(meeting -> meeting.number() == stage)
                .findFirst()
                .orElse(null);
    }

    List<PublicArea> areasOf(int meeting) {
        return committee.areas().stream()
                .filter(area -> area.introducedAt() == meeting)
                .toList();
    }

    List<PublicSeal> acts() {
        return meetings.stream()
                .map(PublicMeeting::seal)
                .filter(Objects::nonNull)
                .toList();
    }

    String day(LocalDate day) {
        return Dates.day(day, language);
    }

    int open() {
        return (int) committee.commitments().stream().filter(one -> !one.done()).count();
    }

    int overdue() {
        return (int) committee.commitments().stream()
                .filter(one -> one.overdueOn(today))
                .count();
    }

    int done() {
        return committee.commitments().size() - open();
    }
}

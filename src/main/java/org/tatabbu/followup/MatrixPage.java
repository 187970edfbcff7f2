// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Party;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/** Every commitment of a committee, and where each party says it stands. */
record MatrixPage(Language language, Committee committee, List<Commitment> commitments, LocalDate today) {

    /**
     * A row of the totals.
     *
     * @param counts how many commitments each party reports so, in the committee's order
     */
    record Total(String label, List<Integer> counts) {}

    FollowupWords words() {
        return FollowupWords.in(language);
    }

    String counted() {
        return words().counted(commitments.size());
    }

    String countedOverdue() {
        return words().countedOverdue(Math.toIntExact(
                commitments.stream().filter(one -> one.overdueOn(today)).count()));
    }

    String countedDisputed() {
        return words().countedDisputed(Math.toIntExact(
                commitments.stream().filter(Commitment::disputed).count()));
    }

    /** What no party has said stands apart: we put no status into anybody's mouth. */
    List<Total> totals() {
        var silent = new Total(words().noReport(), counts(Optional.empty()));
        var said = Arrays.stream(Status.values())
                .map(status -> new Total(status.label(language), counts(Optional.of(status))));
        return Stream.concat(said, Stream.of(silent)).toList();
    }

    private List<Integer> counts(Optional<Status> status) {
        return committee.parties().stream()
                .map(party -> Math.toIntExact(commitments.stream()
                        .filter(one ->
                                one.latestBy(party.id()).map(Report::status).equals(status))
                        .count()))
                .toList();
    }

    Party owner(Commitment commitment) {
        return committee.party(commitment.owner());
    }

    String due(Commitment commitment) {
        return Dates.day(commitment.due(), language);
    }

    String overdue(Commitment commitment) {
        return words().overdue(commitment.daysLateOn(today));
    }

    String statusBy(Party party, Commitment commitment) {
        return commitment
                .latestBy(party.id())
                .map(report -> report.status().label(language))
                .orElseGet(words()::noReport);
    }

    String address(Commitment commitment) {
        return "/" + language.tag() + path(committee) + "/" + commitment.number();
    }

    /** The address of a committee's commitments in the workspace, after the language. */
    static String path(Committee committee) {
        return "/work/committees/" + committee.slug() + "/commitments";
    }
}

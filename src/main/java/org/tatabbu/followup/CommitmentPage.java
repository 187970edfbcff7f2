// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tatabbu.adoption.Act;
import org.tatabbu.brief.OwnNotes;
import org.tatabbu.brief.Topic;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.minutes.Clause;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** One commitment, all that was reported of it, and the form to report. */
record CommitmentPage(
        Language language,
        Membership place,
        Commitment commitment,
        Source source,
        List<Seat> seats,
        LocalDate today,
        OwnNotes notes,
        Form form,
        boolean overtaken) {

    /** Where the commitment comes from. */
    record Source(Meeting meeting, Act act, Clause clause) {}

    Topic topic() {
        return CommitmentTopics.of(commitment);
    }

    FollowupWords words() {
        return FollowupWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    String title() {
        return words().title(commitment.number());
    }

    Party owner() {
        return committee().party(commitment.owner());
    }

    String due() {
        return Dates.day(commitment.due(), language);
    }

    String overdue() {
        return words().overdue(commitment.daysLateOn(today));
    }

    String statusBy(Party party) {
        return commitment
                .latestBy(party.id())
                .map(report -> report.status().label(language))
                .orElseGet(words()::noReport);
    }

    /** The languages of the text: the reader's first. */
    List<Language> languages() {
        return Stream.concat(Stream.of(language), Language.ALL.stream().filter(other -> other != language))
                .toList();
    }

    List<Language> languages(Report report) {
        return languages().stream()
                .filter(one -> !report.note().in(one).isEmpty())
                .toList();
    }

    Party party(Report report) {
        return committee().party(report.party());
    }

    /** Who reported, by rank and name or by office; their party stands beside it. */
    String who(Report report) {
        return seats.stream()
                .filter(seat -> seat.id().equals(report.seat()))
                .map(seat -> seat.title(language))
                .findFirst()
                .orElse("");
    }

    String moment(Instant at) {
        return Dates.moment(at, committee().zone(), language);
    }

    boolean mayReport() {
        return Commitments.reports(place.seat());
    }

    Party mine() {
        return place.party();
    }

    List<Choice> statuses() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words().choose()));
        Arrays.stream(Status.values())
                .map(status -> new Choice(status.name(), status.label(language)))
                .forEach(choices::add);
        return choices;
    }

    String toClause() {
        return "/" + language.tag() + "/work/committees/" + committee().slug() + "/meetings/"
                + source.meeting().number() + "/minutes#clause-"
                + source.clause().number();
    }

    String action() {
        return "/" + language.tag() + path() + "/report";
    }

    /** The address of this page in the workspace, after the language. */
    String path() {
        return MatrixPage.path(committee()) + "/" + commitment.number();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.text.NumberFormat;
import java.util.List;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperId;
import org.tatabbu.documents.Place;
import org.tatabbu.documents.Revision;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.page.Choice;

/** A committee's papers as one of its people finds them: what may be told of each. */
record Shelf(Language language, Membership place, List<Seat> seats, List<Meeting> meetings) {
    private static final String COMMITTEE = "committee";
    private static final String MEETING = "meeting:";
    private static final long MEGABYTE = 1024L * 1024;

    Committee committee() {
        return place.committee();
    }

    PaperWords words() {
        return PaperWords.in(language);
    }

    /** Whether this seat brings papers: those who take part in the work, not those who watch it or tell of it. */
    boolean writes() {
        return switch (place.seat().role()) {
            case HEAD, ALTERNATE, SECRETARY, MEMBER, EXPERT -> true;
            case OBSERVER, PRESS, MODERATOR -> false;
        };
    }

    Place stand() {
        var account = place.seat().account();
        if (account == null) {
            throw new IllegalStateException("Nobody acts from this seat");
        }
        return new Place(committee().id().id(), place.seat().party().id(), account.id());
    }

    boolean ours(Paper paper) {
        return paper.party().equals(place.seat().party().id());
    }

    List<Choice> topics() {
        var choices = new java.util.ArrayList<Choice>();
        choices.add(new Choice(COMMITTEE, words().papersOfCommittee()));
        meetings.forEach(meeting -> choices.add(new Choice(MEETING + meeting.number(), meeting.name(language))));
        return choices;
    }

    /** The title in the reader's language, else in the first that has one. */
    Language spoken(Paper paper) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(language), Language.ALL.stream())
                .filter(one -> !paper.title().in(one).isEmpty())
                .findFirst()
                .orElse(language);
    }

    String title(Paper paper) {
        return paper.title().in(spoken(paper));
    }

    String symbol(Paper paper) {
        var symbol = paper.symbol();
        return symbol == null ? "" : symbol.text();
    }

    String kind(Paper paper) {
        return words().paperKind(paper.kind().name());
    }

    String distribution(Paper paper) {
        return words().paperDistribution(paper.distribution().name());
    }

    String party(Paper paper) {
        return committee().parties().stream()
                .filter(party -> party.id().id().equals(paper.party()))
                .map(party -> party.shortName().in(language))
                .findFirst()
                .orElse("");
    }

    /** Who brought it, by rank and name or by office; nothing where no seat tells. */
    String who(Revision revision) {
        return seats.stream()
                .filter(seat -> {
                    var account = seat.account();
                    return account != null && account.id().equals(revision.by());
                })
                .map(seat -> seat.title(language))
                .findFirst()
                .orElse("");
    }

    String size(Revision revision) {
        var number = NumberFormat.getInstance(language.locale());
        number.setMaximumFractionDigits(1);
        return revision.size() < MEGABYTE
                ? words().kilobytes(number.format((revision.size() + 1023) / 1024))
                : words().megabytes(number.format((double) revision.size() / MEGABYTE));
    }

    String moment(Revision revision) {
        return Dates.moment(revision.at(), committee().zone(), language);
    }

    /** The address of the papers in the workspace, after the language. */
    String path() {
        return "/work/committees/" + committee().slug() + "/papers";
    }

    String path(PaperId paper) {
        return path() + "/" + paper.id();
    }
}

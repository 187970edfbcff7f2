// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.documents.Distribution;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperId;
import org.tatabbu.documents.Place;
import org.tatabbu.documents.Revision;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.AgendaItem;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.NotHere;

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

    /** Whether this seat makes papers known to everybody, which nothing takes back: those who answer for their side. */
    boolean opens() {
        return place.seat().adopts() || place.seat().writes();
    }

    /** The readers that this seat may show a paper to besides those it has. */
    List<Distribution> wider(Paper paper) {
        return paper.distribution().wider().stream()
                .filter(to -> opens() || to != Distribution.PUBLIC)
                .toList();
    }

    /** Whether this seat may give a paper that distribution. */
    boolean gives(String distribution) {
        return opens() || !distribution.equals(Distribution.PUBLIC.name());
    }

    /** A new revision of a public paper is public at once. */
    void mind(Paper paper) {
        if (!opens() && paper.distribution() == Distribution.PUBLIC) {
            throw new NotHere();
        }
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

    /** What a new paper may belong to: the committee, a meeting, or an item of one that is not closed. */
    List<Choice> topics() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(COMMITTEE, words().papersOfCommittee()));
        for (var meeting : meetings) {
            choices.add(new Choice(topic(meeting), meeting.name(language)));
            if (meeting.state() != Meeting.State.CLOSED) {
                meeting.agenda().forEach(item -> choices.add(new Choice(topic(meeting, item), name(meeting, item))));
            }
        }
        return choices;
    }

    static String topic(Meeting meeting) {
        return MEETING + meeting.number();
    }

    static String topic(Meeting meeting, AgendaItem item) {
        return topic(meeting) + "/" + item.key();
    }

    private String name(Meeting meeting, AgendaItem item) {
        return words().paperTopicMeetingItem(
                        meeting.name(language),
                        item.label() + " " + item.title().in(language));
    }

    /** What a topic is called; of a topic that is none, nothing. */
    String topic(String topic) {
        if (topic.equals(COMMITTEE)) {
            return words().papersOfCommittee();
        }
        for (var meeting : meetings) {
            if (topic.equals(topic(meeting))) {
                return meeting.name(language);
            }
            for (var item : meeting.agenda()) {
                if (topic.equals(topic(meeting, item))) {
                    return name(meeting, item);
                }
            }
        }
        return "";
    }

    /** The number of the meeting that a topic is about, if it is. */
    static Optional<Integer> meeting(String topic) {
        return topic.matches(MEETING + "[0-9]{1,4}(/.*)?")
                ? Optional.of(Integer.parseInt(topic.substring(MEETING.length()).split("/", 2)[0]))
                : Optional.empty();
    }

    /** The title in the reader's language, else in the first that has one. */
    Language spoken(Paper paper) {
        return spoken(paper, language);
    }

    static Language spoken(Paper paper, Language language) {
        return Stream.concat(Stream.of(language), Language.ALL.stream())
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
        return size(revision, language);
    }

    static String size(Revision revision, Language language) {
        var number = NumberFormat.getInstance(language.locale());
        number.setMaximumFractionDigits(1);
        var words = PaperWords.in(language);
        return revision.size() < MEGABYTE
                ? words.kilobytes(number.format((revision.size() + 1023) / 1024))
                : words.megabytes(number.format((double) revision.size() / MEGABYTE));
    }

    String moment(Revision revision) {
        return Dates.moment(revision.at(), committee().zone(), language);
    }

    Crumb toCommittee() {
        var committee = committee();
        return new Crumb(committee.name().in(language), "/" + language.tag() + "/work/committees/" + committee.slug());
    }

    Crumb toPapers() {
        return new Crumb(words().papers(), "/" + language.tag() + path());
    }

    /** The address of the papers in the workspace, after the language. */
    String path() {
        return "/work/committees/" + committee().slug() + "/papers";
    }

    /** The address of the papers on a topic. */
    String about(String topic) {
        return path() + "?topic=" + URLEncoder.encode(topic, StandardCharsets.UTF_8);
    }

    String path(PaperId paper) {
        return path() + "/" + paper.id();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.util.List;
import org.tatabbu.committee.Committee;
import org.tatabbu.documents.Paper;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;

/**
 * What everybody may read of a committee's papers.
 *
 * @param meeting the one whose papers they are, or 0
 * @param older the address of those after these, or nothing
 */
record PublicPapersPage(
        Language language, Committee committee, int meeting, boolean first, List<Paper> papers, String older) {
    PaperWords words() {
        return PaperWords.in(language);
    }

    String title() {
        return meeting == 0 ? words().papersPublic() : words().papersOn(Meeting.nameOf(meeting, language));
    }

    String here() {
        return path() + (meeting == 0 ? "" : "?meeting=" + meeting);
    }

    String path() {
        return "/committees/" + committee.slug() + "/papers";
    }

    Language spoken(Paper paper) {
        return Shelf.spoken(paper, language);
    }

    String title(Paper paper) {
        return paper.title().in(spoken(paper));
    }

    String symbol(Paper paper) {
        var symbol = paper.symbol();
        return symbol == null ? "" : symbol.text();
    }

    String about(Paper paper) {
        return Shelf.meeting(paper.topic())
                .map(number -> Meeting.nameOf(number, language))
                .orElseGet(words()::papersOfCommittee);
    }

    String party(Paper paper) {
        return committee.parties().stream()
                .filter(party -> party.id().id().equals(paper.party()))
                .map(party -> party.shortName().in(language))
                .findFirst()
                .orElse("");
    }

    String size(Paper paper) {
        return Shelf.size(paper.latest(), language);
    }

    String moment(Paper paper) {
        return Dates.moment(paper.latest().at(), committee.zone(), language);
    }

    String file(Paper paper) {
        return PublicShelf.path(paper);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.documents.FileName;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperId;
import org.tatabbu.documents.PublicPapers;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.publication.Publications;

/** Public papers of what has a public page: a meeting that nobody may know of yet is not told by its papers. */
@Component
class PublicShelf {
    private final PublicPapers papers;
    private final Publications publications;
    private final Meetings meetings;

    PublicShelf(PublicPapers papers, Publications publications, Meetings meetings) {
        this.papers = papers;
        this.publications = publications;
        this.meetings = meetings;
    }

    boolean open(Committee committee) {
        return publications.isPublic(committee.id());
    }

    /** Those of them whose meeting has a public page. */
    List<Paper> open(List<Paper> papers) {
        return papers.stream().filter(this::open).toList();
    }

    Optional<Paper> find(PaperId paper) {
        return papers.find(paper).filter(this::open);
    }

    private boolean open(Paper paper) {
        var committee = new CommitteeId(paper.committee());
        return publications.isPublic(committee)
                && Shelf.meeting(paper.topic())
                        .map(number -> meetings.find(committee, number)
                                .filter(meeting -> publications.isPublic(meeting.id()))
                                .isPresent())
                        .orElse(true);
    }

    /** Where everybody reads a paper, after the language; nothing where nobody but the committee does. */
    String address(Paper paper) {
        return find(paper.id()).map(PublicShelf::path).orElse("");
    }

    static String path(Paper paper) {
        return "/papers/" + paper.id().id() + "/"
                + URLEncoder.encode(name(paper.latest().name()), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }

    /** A name within an address: without what has a meaning there. */
    static String name(FileName name) {
        return name.text().replaceAll("[;%]", "_");
    }
}

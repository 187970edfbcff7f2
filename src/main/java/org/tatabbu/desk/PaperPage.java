// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.util.List;
import org.tatabbu.brief.OwnNotes;
import org.tatabbu.brief.Topic;
import org.tatabbu.documents.Distribution;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.Revision;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * One paper, its versions, and what its own side may do with it.
 *
 * @param address where everybody reads it, after the language, or nothing
 */
record PaperPage(Shelf shelf, Paper paper, String address, OwnNotes notes, Form form) {
    Topic topic() {
        return DeskTopics.of(paper);
    }

    PaperWords words() {
        return shelf.words();
    }

    boolean mayChange() {
        return shelf.writes()
                && shelf.ours(paper)
                && !withdrawn()
                && (shelf.opens() || paper.distribution() != Distribution.PUBLIC);
    }

    boolean withdrawn() {
        return paper.withdrawn() != null;
    }

    /** Whether everybody may read it. */
    boolean open() {
        return paper.distribution() == Distribution.PUBLIC && !withdrawn();
    }

    String latestName() {
        return paper.latest().name().text();
    }

    List<Distribution> wider() {
        return mayChange() ? shelf.wider(paper) : List.of();
    }

    List<Revision> newestFirst() {
        return paper.revisions().reversed();
    }

    List<Language> titles() {
        return Language.ALL.stream()
                .filter(language -> !paper.title().in(language).isEmpty())
                .toList();
    }

    String path() {
        return shelf.path(paper.id());
    }

    String content(Revision revision) {
        return path() + "/revisions/" + revision.number() + "/content";
    }
}

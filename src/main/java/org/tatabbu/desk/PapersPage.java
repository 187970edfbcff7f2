// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.util.Arrays;
import java.util.List;
import org.tatabbu.documents.Distribution;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperKind;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * A committee's papers, the latest first, and the form to bring one.
 *
 * @param topic the one that they are about, or nothing
 * @param papers one more than is shown where there are more
 */
record PapersPage(Shelf shelf, String topic, boolean first, List<Paper> papers, Form form) {
    static final int MOST = 30;

    PaperWords words() {
        return shelf.words();
    }

    String title() {
        return topic.isEmpty() ? words().papers() : words().papersOn(shelf.topic(topic));
    }

    String none() {
        return topic.isEmpty() ? words().papersNone() : words().papersNoneHere();
    }

    List<Paper> shown() {
        return papers.subList(0, Math.min(MOST, papers.size()));
    }

    /** The address of the papers after these, or nothing. */
    String older() {
        return papers.size() > MOST
                ? here() + (topic.isEmpty() ? "?" : "&") + "before="
                        + shown().getLast().id().id()
                : "";
    }

    /** The address of the latest on the topic. */
    String here() {
        return topic.isEmpty() ? shelf.path() : shelf.about(topic);
    }

    List<Choice> kinds() {
        return Arrays.stream(PaperKind.values())
                .map(kind -> new Choice(kind.name(), words().paperKind(kind.name())))
                .toList();
    }

    List<Choice> distributions() {
        return Arrays.stream(Distribution.values())
                .map(one -> new Choice(one.name(), words().paperDistribution(one.name())))
                .toList();
    }

    List<Language> languages() {
        return Language.ALL;
    }
}

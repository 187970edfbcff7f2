// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tatabbu.documents.Distribution;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperKind;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** A committee's papers under what they belong to, and the form to bring one. */
record PapersPage(Shelf shelf, List<Paper> papers, Form form) {
    PaperWords words() {
        return shelf.words();
    }

    /** What has papers. */
    List<Choice> topics() {
        return shelf.topics().stream()
                .filter(topic -> papers.stream().anyMatch(paper -> paper.topic().equals(topic.value())))
                .toList();
    }

    /** Those with a symbol first, then as they came. */
    List<Paper> under(Choice topic) {
        return papers.stream()
                .filter(paper -> paper.topic().equals(topic.value()))
                .sorted(Comparator.comparing(
                                (Paper paper) -> shelf.symbol(paper).isEmpty())
                        .thenComparing(shelf::symbol)
                        .thenComparing(paper -> paper.revisions().getFirst().at()))
                .toList();
    }

    List<Choice> kinds() {
        var choices = new java.util.ArrayList<Choice>();
        Arrays.stream(PaperKind.values())
                .forEach(kind -> choices.add(new Choice(kind.name(), words().paperKind(kind.name()))));
        return choices;
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

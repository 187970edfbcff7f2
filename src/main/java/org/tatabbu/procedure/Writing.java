// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.util.List;
import java.util.Set;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.minutes.Verb;
import org.tatabbu.original.ActKind;

/** What somebody writes of a text between meetings. */
public record Writing(ActKind kind, LocalText title, List<Line> lines) {
    public static final int LONGEST_TITLE = 300;
    public static final int MOST_CLAUSES = 30;
    static final Set<ActKind> KINDS = Set.of(ActKind.DECISION, ActKind.RECOMMENDATION, ActKind.STATEMENT);

    /** A clause without its number. */
    public record Line(Verb verb, LocalText text) {}

    public Writing {
        title = RecordText.normal(title);
        lines = lines.stream()
                .map(line -> new Line(line.verb(), RecordText.normal(line.text())))
                .toList();
    }

    /** Whether it may be kept; languages may still be wanting. */
    boolean fits() {
        return KINDS.contains(kind)
                && !title.empty()
                && Language.ALL.stream().map(title::in).allMatch(Writing::titles)
                && lines.size() <= MOST_CLAUSES
                && lines.stream().map(Line::text).allMatch(text -> !text.empty() && RecordText.fits(text));
    }

    /** Whether a text may stand as a title: one line. */
    static boolean titles(String text) {
        return text.length() <= LONGEST_TITLE && text.indexOf('\n') < 0 && RecordText.fits(text);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.time.ZoneOffset;
import java.util.List;
import org.tatabbu.audit.Entry;
import org.tatabbu.audit.Trace;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/** What happened to the reader's own account. */
record PersonalTrace(Language language, Trace trace) {
    static final String PATH = "/work/account/changes";

    DeskWords words() {
        return DeskWords.in(language);
    }

    String shown() {
        return words().traceShown(trace.first(), trace.last(), trace.total());
    }

    String what(Entry entry) {
        return words().traceWhat(entry.what().replace('.', '_'));
    }

    String when(Entry entry) {
        return Dates.moment(entry.at(), ZoneOffset.UTC, language);
    }

    /** What stood or stands, line by line; a language by its own name. */
    List<String> lines(String noted) {
        return noted.lines()
                .map(line -> Language.of(line).map(Language::ownName).orElse(line))
                .toList();
    }

    String to(int page) {
        return PATH + "?page=" + page;
    }
}

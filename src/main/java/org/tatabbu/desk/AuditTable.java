// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** A trace as comma-separated values (RFC 4180). */
final class AuditTable {
    /** By this a spreadsheet knows that the text is UTF-8; without it, Arabic is lost. */
    private static final String MARK = "\uFEFF";

    private AuditTable() {}

    static String head(DeskWords words) {
        return MARK
                + line(List.of(
                        words.traceWhen(),
                        words.traceWho(),
                        words.traceFor(),
                        words.traceLabel(),
                        words.traceAbout(),
                        words.traceBefore(),
                        words.traceAfter(),
                        words.traceOrigin(),
                        words.traceReaders()));
    }

    static String line(AuditPage page, AuditPage.Row row) {
        return line(cells(page, row));
    }

    private static List<String> cells(AuditPage page, AuditPage.Row row) {
        var entry = row.entry();
        var zone = page.committee().zone();
        var party = row.party();
        return List.of(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at().atZone(zone)),
                row.who(),
                party == null ? "" : party.shortName().in(page.language()),
                page.what(row),
                page.about(row),
                String.join("\n", page.before(row)),
                String.join("\n", page.after(row)),
                entry.origin(),
                entry.own() ? page.words().traceOwn() : page.words().traceJoint());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(AuditTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    // A spreadsheet calculates a cell that begins so (OWASP, CSV Injection); people's words are words.
    static String cell(String text) {
        boolean calculates = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return '"' + (calculates ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}

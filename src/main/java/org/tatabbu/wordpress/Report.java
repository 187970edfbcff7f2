// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.tatabbu.language.Language;

/** What was brought, and line by line what was not and why; the lines go to a file, so that there may be any number. */
final class Report {
    /** Why something of the export is not here, or not whole. */
    enum Reason {
        NOT_AN_ARTICLE,
        NOT_PUBLISHED,
        NO_NUMBER,
        NO_DATE,
        NO_TITLE,
        NO_TEXT,
        TOO_LONG,
        GARBLED,
        UNFIT,
        NOT_YOURS,
        PARTS_LEFT_OUT,
        NO_READERS_COMMENT,
        COMMENT_OF_NO_ARTICLE,
        COMMENT_IN_THE_BIN,
        COMMENT_UNFIT,
        COMMENT_SHORTENED,
        COMMENT_TOO_LONG,
        COMMENT_GARBLED,
        CONTROLS,
        NOT_XML,
        NOT_AN_EXPORT,
        DOCUMENT_TYPE,
        ENCODING_UNKNOWN,
        TAG_TOO_LONG,
        TOO_DEEP
    }

    private static final int LONGEST_CELL = 300;

    /** Without it a spreadsheet takes UTF-8 for something else. */
    private static final String MARK = "\ufeff";

    private final Writer file;
    private final Language language;
    private final Map<Reason, Long> left = new EnumMap<>(Reason.class);
    private int articles;
    private int comments;
    private int known;
    private boolean ended;

    Report(Writer file, Language language) {
        this.file = file;
        this.language = language;
        write(MARK + WordpressWords.in(language).columns());
    }

    void article() {
        articles++;
    }

    void comments(int more) {
        comments += more;
    }

    /** These were brought before. */
    void known(int more) {
        known += more;
    }

    void left(String what, Reason why, String detail) {
        left.merge(why, 1L, Long::sum);
        write(cell(what) + "," + cell(why(why)) + "," + cell(detail));
    }

    /** The file was read to its end. */
    void end() {
        ended = true;
    }

    int articles() {
        return articles;
    }

    int comments() {
        return comments;
    }

    int repeated() {
        return known;
    }

    boolean ended() {
        return ended;
    }

    Map<Reason, Long> leftOut() {
        return Collections.unmodifiableMap(left);
    }

    String why(Reason reason) {
        var words = WordpressWords.in(language);
        return switch (reason) {
            case NOT_AN_ARTICLE -> words.notAnArticle();
            case NOT_PUBLISHED -> words.notPublished();
            case NO_NUMBER -> words.noNumber();
            case NO_DATE -> words.noDate();
            case NO_TITLE -> words.noTitle();
            case NO_TEXT -> words.noText();
            case TOO_LONG -> words.tooLong();
            case GARBLED -> words.garbled();
            case UNFIT -> words.unfit();
            case NOT_YOURS -> words.notYours();
            case PARTS_LEFT_OUT -> words.partsLeftOut();
            case NO_READERS_COMMENT -> words.noReadersComment();
            case COMMENT_OF_NO_ARTICLE -> words.commentOfNoArticle();
            case COMMENT_IN_THE_BIN -> words.commentInTheBin();
            case COMMENT_UNFIT -> words.commentUnfit();
            case COMMENT_SHORTENED -> words.commentShortened();
            case COMMENT_TOO_LONG -> words.commentTooLong();
            case COMMENT_GARBLED -> words.commentGarbled();
            case CONTROLS -> words.controls();
            case NOT_XML -> words.notXml();
            case NOT_AN_EXPORT -> words.notAnExport();
            case DOCUMENT_TYPE -> words.documentType();
            case ENCODING_UNKNOWN -> words.encodingUnknown();
            case TAG_TOO_LONG -> words.tagTooLong();
            case TOO_DEEP -> words.tooDeep();
        };
    }

    /** RFC 4180, and no cell that a spreadsheet would take for a formula. */
    private static String cell(String text) {
        var begun = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text;
        var one = begun.replaceAll("\\s+", " ").strip();
        var harmless = one.matches("[=+\\-@].*") ? "'" + one : one;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private void write(String line) {
        try {
            file.write(line + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.Map;
import org.tatabbu.language.Language;

/** What was brought, and line by line what was not and why; the lines go to a file, so that there may be any number. */
final class Report {
    /** Why something of the export is not here, or not whole. */
    enum Reason {
        NOT_AN_ARTICLE,
        NOT_PUBLISHED,
        NO_DATE,
        NO_TITLE,
        NO_TEXT,
        TOO_LONG,
        UNFIT,
        NOT_YOURS,
        PARTS_LEFT_OUT,
        NO_READERS_COMMENT,
        COMMENT_OF_NO_ARTICLE,
        COMMENT_IN_THE_BIN,
        COMMENT_UNFIT,
        NOT_XML
    }

    private final Writer file;
    private final Language language;
    private final Map<Reason, Integer> left = new EnumMap<>(Reason.class);
    private int articles;
    private int comments;
    private int known;

    Report(Writer file, Language language) {
        this.file = file;
        this.language = language;
        write(WordpressWords.in(language).columns());
    }

    void article() {
        articles++;
    }

    void comment() {
        comments++;
    }

    /** It was brought before. */
    void known() {
        known++;
    }

    void left(String what, Reason why, String detail) {
        left.merge(why, 1, Integer::sum);
        write(cell(what) + "," + cell(why(why)) + "," + cell(detail));
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

    Map<Reason, Integer> leftOut() {
        return Map.copyOf(left);
    }

    private String why(Reason reason) {
        var words = WordpressWords.in(language);
        return switch (reason) {
            case NOT_AN_ARTICLE -> words.notAnArticle();
            case NOT_PUBLISHED -> words.notPublished();
            case NO_DATE -> words.noDate();
            case NO_TITLE -> words.noTitle();
            case NO_TEXT -> words.noText();
            case TOO_LONG -> words.tooLong();
            case UNFIT -> words.unfit();
            case NOT_YOURS -> words.notYours();
            case PARTS_LEFT_OUT -> words.partsLeftOut();
            case NO_READERS_COMMENT -> words.noReadersComment();
            case COMMENT_OF_NO_ARTICLE -> words.commentOfNoArticle();
            case COMMENT_IN_THE_BIN -> words.commentInTheBin();
            case COMMENT_UNFIT -> words.commentUnfit();
            case NOT_XML -> words.notXml();
        };
    }

    /** RFC 4180, and no cell that a spreadsheet would take for a formula. */
    private static String cell(String text) {
        var one = text.replaceAll("\\s+", " ").strip();
        var harmless = one.matches("[=+\\-@].*") ? "'" + one : one;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private void write(String line) {
        try {
            file.write(line + "\r\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

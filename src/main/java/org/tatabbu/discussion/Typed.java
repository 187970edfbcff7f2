// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a stranger typed, made harmless to show: without control characters and without the marks that turn the
 * direction of the text around them.
 *
 * @param readable false where it held what no keyboard sends: NUL, half a character, the trace of a wrong encoding
 */
record Typed(String text, boolean readable) {
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern LINE_TAILS = Pattern.compile("[\\p{Zs}\t]+\n");
    private static final Pattern GAPS = Pattern.compile("\n{3,}");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern PARAGRAPH_ENDS = Pattern.compile("\n\n");

    /** Characters that Unicode counts as letters or symbols and fonts draw as nothing. */
    private static final String BLANKS = "\u115F\u1160\u2800\u3164\uFFA0";

    /** Text on one line. */
    static Typed line(String raw) {
        var kept = harmless(raw);
        return new Typed(SPACES.matcher(kept).replaceAll(" ").strip(), readable(raw));
    }

    /** Text without spaces around it and without invisible marks in it, as an address is copied from a page. */
    static Typed address(String raw) {
        var line = line(raw);
        return new Typed(INVISIBLE.matcher(line.text).replaceAll("").strip(), line.readable);
    }

    /** Text in paragraphs, one empty line between two of them. */
    static Typed paragraphs(String raw) {
        var lines = LINE_TAILS.matcher(harmless(raw) + "\n").replaceAll("\n");
        return new Typed(GAPS.matcher(lines).replaceAll("\n\n").strip(), readable(raw));
    }

    static List<String> split(String text) {
        return List.of(PARAGRAPH_ENDS.split(text));
    }

    /** Whether a reader would see anything at all. */
    boolean visible() {
        return text.codePoints().anyMatch(Typed::drawn);
    }

    /** The length that people count: code points. */
    int length() {
        return text.codePointCount(0, text.length());
    }

    private static String harmless(String raw) {
        var kept = new StringBuilder(raw.length());
        LINE_ENDS.matcher(raw).replaceAll("\n").codePoints().filter(Typed::kept).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean readable(String raw) {
        return raw.codePoints().noneMatch(Typed::broken);
    }

    private static boolean kept(int point) {
        return point == '\n' || point == '\t' || !(Character.isISOControl(point) || turns(point) || broken(point));
    }

    private static boolean turns(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean broken(int point) {
        return point == 0
                || point == 0xFFFD
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || (point & 0xFFFE) == 0xFFFE;
    }

    private static boolean drawn(int point) {
        return BLANKS.indexOf(point) < 0
                && switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK -> false;
                    default -> true;
                };
    }
}

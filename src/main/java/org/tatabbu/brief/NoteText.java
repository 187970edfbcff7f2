// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The form in which texts of a note are kept: NFC, plain line ends, nothing that controls or reorders a line unseen. */
final class NoteText {
    /** The longest title and the longest label of a topic, in UTF-16 units. */
    static final int LONGEST_TITLE = 200;

    /** The largest text, in bytes of UTF-8. */
    static final int LARGEST = 65_536;

    private NoteText() {}

    static String normal(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        var kept = new StringBuilder(lines.length());
        lines.codePoints().filter(point -> !unseen(point)).forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    /** The same on one line. */
    static String line(String text) {
        return normal(text).replaceAll("\\s+", " ");
    }

    /** As much of it as a topic's label holds. */
    static String label(String text) {
        var line = line(text);
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        int end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_TITLE) - 1);
        return line.substring(0, end) + "…";
    }

    static boolean fits(String text) {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= LARGEST;
    }

    private static boolean unseen(int point) {
        boolean control = point != '\n' && point != '\t' && Character.isISOControl(point);
        boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean embeds = point >= 0x202A && point <= 0x202E;
        boolean isolates = point >= 0x2066 && point <= 0x2069;
        return control
                || loneSurrogate
                || embeds
                || isolates
                || point == 0x200E
                || point == 0x200F
                || point == 0x061C
                || point == 0xFEFF;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.time.Instant;
import java.util.List;
import org.tatabbu.language.LocalText;

/**
 * One screen of a party's notes: by topic and then the latest first, and those that were withdrawn last.
 *
 * @param total how many there are on all screens
 * @param screen the number of this one, from 1
 */
public record NoteList(List<Line> lines, int total, int screen) {
    /** Notes on each screen. */
    public static final int MOST = 20;

    /** The longest that a line shows of a text, in characters. */
    static final int OPENING = 160;

    static final NoteList NONE = new NoteList(List.of(), 0, 1);

    /**
     * A note as a list shows it, without its text.
     *
     * @param label the topic as its writer named it
     * @param opening how the text begins
     * @param writer how the seat that wrote it last was named then
     */
    public record Line(
            NoteId id,
            Topic topic,
            String label,
            Note.Kind kind,
            String title,
            String opening,
            boolean withdrawn,
            LocalText writer,
            Instant at) {}

    public NoteList {
        lines = List.copyOf(lines);
    }

    int first() {
        return (screen - 1) * MOST + 1;
    }

    int last() {
        return first() + lines.size() - 1;
    }

    boolean more() {
        return last() < total;
    }
}

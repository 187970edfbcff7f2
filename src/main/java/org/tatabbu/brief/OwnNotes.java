// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.util.Map;
import org.tatabbu.language.Language;

/**
 * How many notes the reader's own party has about each of some topics, and the way to them. Another party's reader has a
 * count of another party's notes, and learns nothing of these.
 *
 * @param room the address of the party's room, after the language
 * @param writes whether the reader may write one
 * @param counts of the topics with notes
 */
public record OwnNotes(Language language, String room, boolean writes, Map<Topic, Integer> counts) {
    public OwnNotes {
        counts = Map.copyOf(counts);
    }

    public OwnNotes in(Language other) {
        return new OwnNotes(other, room, writes, counts);
    }

    /** Whether there is anything to read about a topic, or to write. */
    public boolean offers(Topic topic) {
        return writes || counts.containsKey(topic);
    }

    public String label(Topic topic) {
        return BriefWords.in(language).notesAt(counts.getOrDefault(topic, 0));
    }

    /** Where the notes are, or the form of the first one, after the language. */
    public String path(Topic topic) {
        return room + (counts.containsKey(topic) ? "?topic=" : "/notes/new?topic=") + topic;
    }
}

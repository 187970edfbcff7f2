// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.util.Optional;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Language;

/** What a topic is called today in a reader's language; the rooms that keep the topics implement it. */
public interface TopicNames {
    /**
     * A topic as this reader may know it.
     *
     * @param path the address of its page, after the language
     */
    record Named(String label, String path) {}

    /** Nothing for a topic of another room, and for one that this reader may not see. */
    Optional<Named> name(Topic topic, Membership reader, Language language);

    /** How a text begins, for a topic that has no title of its own. */
    static String opening(String text) {
        if (text.length() <= 80) {
            return text;
        }
        int end = text.lastIndexOf(' ', 80);
        return text.substring(0, end < 40 ? text.offsetByCodePoints(0, 40) : end) + "…";
    }
}

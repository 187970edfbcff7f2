// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.time.Instant;
import java.time.ZoneOffset;
import org.tatabbu.discussion.Policy;
import org.tatabbu.discussion.Topic;
import org.tatabbu.language.LocalText;

/**
 * What a committee asks of comments.
 *
 * @param version how often it was written; 0 where nobody has
 * @param days how long a topic takes comments; 0 for always
 * @param links how many links pass
 * @param text the policy in its own words; where a language is empty, the common text stands there
 */
record Stance(int version, Policy.Waits waits, int days, int links, LocalText text) {
    static final Stance UNSAID = new Stance(0, Policy.Waits.ALL, 0, 2, LocalText.NONE);

    static final int MOST_DAYS = 3_650;
    static final int MOST_LINKS = 100;
    static final int LONGEST = 10_000;

    /** Whether a topic still takes comments by its age. */
    boolean takes(Topic topic, Instant at) {
        var over =
                topic.opened().plusDays(days + 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
        return days == 0 || at.isBefore(over);
    }

    String brief() {
        return waits + " " + days + " " + links;
    }
}

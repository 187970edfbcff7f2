// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.util.Arrays;
import java.util.Locale;

/** Why a comment does not appear at once; what is in doubt waits, and what no person sends is filed as spam. */
public enum Doubt {
    /** Nothing is in doubt. */
    NONE(Verdict.PUBLISHED),
    /** A field was filled that people do not see. */
    TRAP(Verdict.SPAM),
    /** It came sooner than anybody reads and writes. */
    HASTE(Verdict.SPAM),
    /** It holds a word that moderators listed. */
    WORD(Verdict.HELD),
    /** It holds more links than the committee lets pass. */
    LINKS(Verdict.HELD),
    /** Nothing of its author's was published before. */
    FIRST(Verdict.HELD),
    /** The committee reads everything first. */
    RULE(Verdict.HELD);

    final Verdict leadsTo;

    Doubt(Verdict leadsTo) {
        this.leadsTo = leadsTo;
    }

    String key() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    static Doubt of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}

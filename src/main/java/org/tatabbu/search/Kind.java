// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a document is. */
public enum Kind {
    ARTICLE,
    COMMITTEE,
    MEETING,
    ACT,
    COMMITMENT,
    PAPER;

    /** Its name in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}

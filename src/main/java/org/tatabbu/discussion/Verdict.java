// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a comment stands. */
public enum Verdict {
    PUBLISHED("published"),
    REFUSED("refused"),
    SPAM("spam"),
    HELD("held");

    public static final List<Verdict> AS_TABS = List.of(HELD, SPAM, REFUSED, PUBLISHED);

    private final String key;

    Verdict(String key) {
        this.key = key;
    }

    /** The word for it in addresses, in forms and in the database. */
    public String key() {
        return key;
    }

    public static Optional<Verdict> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}

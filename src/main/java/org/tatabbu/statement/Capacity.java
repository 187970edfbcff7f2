// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.util.Locale;

/** In which a mandate lets its holder sign. */
public enum Capacity {
    HEAD,
    ALTERNATE;

    /** As statements write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Capacity of(String word) {
        return switch (word) {
            case "head" -> HEAD;
            case "alternate" -> ALTERNATE;
            default -> throw new Unreadable("Neither head nor alternate, at $.capacity");
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import org.tatabbu.language.Language;

/** How far a commitment has come, as one party sees it. */
public enum Status {
    NOT_BEGUN,
    UNDER_WAY,
    DONE,
    BLOCKED,
    WITHDRAWN;

    /** Whether nothing more is to be done. */
    public boolean ends() {
        return this == DONE || this == WITHDRAWN;
    }

    /** Whether both cannot be true: one is an end and the other is not, or they are two different ends. */
    public boolean contradicts(Status other) {
        return this != other && (ends() || other.ends());
    }

    public String label(Language language) {
        return FollowupWords.in(language).status(name());
    }
}

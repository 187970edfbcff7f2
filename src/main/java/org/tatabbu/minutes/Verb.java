// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import org.tatabbu.language.Language;

/** The ladder of verbs, weakest first; a statement for the record stands beside it. */
public enum Verb {
    STATED,
    NOTED,
    WELCOMED,
    RECOMMENDED,
    AGREED_TO_CONSIDER,
    AGREED,
    UNDERTOOK,
    DECIDED;

    public String label(Language language) {
        return MinutesWords.in(language).verb(name());
    }

    /** Whether something can be owed under a clause with this verb. */
    public boolean binds() {
        return this == AGREED || this == UNDERTOOK || this == DECIDED;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

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

    /** Whether something can be owed under a clause with this verb. */
    public boolean binds() {
        return this == AGREED || this == UNDERTOOK || this == DECIDED;
    }
}

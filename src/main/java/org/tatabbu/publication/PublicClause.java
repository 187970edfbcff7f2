// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.Clause;

/** A clause that was cleared for the public. */
record PublicClause(int number, LocalText verb, LocalText text) {
    static PublicClause of(Clause clause) {
        return new PublicClause(clause.number(), LocalText.each(clause::verbLabel), clause.text());
    }
}

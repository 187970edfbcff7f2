// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import org.tatabbu.language.Language;

/** What stands between a text and its presentation. */
public sealed interface Obstacle {
    record NoClause() implements Obstacle {}

    record OpenBracket(int clause) implements Obstacle {}

    record Lagging(int clause, Language language) implements Obstacle {}

    /** The obstacle, said to the one who can remove it. */
    default String said(Language reader) {
        var words = MinutesWords.in(reader);
        return switch (this) {
            case NoClause none -> words.noClause();
            case OpenBracket open -> words.openBracket(open.clause());
            case Lagging late -> words.lagging(late.clause(), late.language().ownName());
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.Verb;
import org.tatabbu.minutes.Wording;
import org.tatabbu.original.AdoptedClause;

/** A clause that was cleared for the public. */
public record PublicClause(int number, Verb verb, LocalText text) {
    static PublicClause of(AdoptedClause clause) {
        return new PublicClause(clause.number(), clause.verb(), clause.text());
    }

    /** Its verb's step on the ladder of verbs, which is the same word in every language. */
    public String word() {
        return verb.name().toLowerCase(Locale.ROOT);
    }

    public Wording wording(Language language) {
        return Wording.of(verb, text.in(language), language);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.original;

import java.util.Locale;
import org.tatabbu.language.Language;

/** What an act is; each kind has a series of numbers of its own. */
public enum ActKind {
    /** What a meeting concluded. */
    CONCLUSIONS,
    DECISION,
    RECOMMENDATION,
    STATEMENT;

    /** As the log writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label(Language language) {
        return OriginalWords.in(language).kind(name());
    }
}

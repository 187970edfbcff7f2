// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.time.Instant;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/**
 * Announced when the history of the log does not hold, or a witness will not have it.
 *
 * @param who the witness, or what was looked at
 * @param size of the tree in question
 */
public record LogRefused(Reason reason, String who, long size, Instant at) {
    public enum Reason {
        /** A witness remembers another history of this log than the one we showed it. */
        OTHER_HISTORY,
        /** The database holds less than was signed before: an old back-up was restored. */
        ROLLED_BACK,
        /** What is stored is not what was signed. */
        ALTERED,
        /** A witness does not know this log or its key, or does not understand us. */
        NOT_KNOWN;

        /** Whether nothing more may be signed until somebody has looked into it. */
        public boolean stops() {
            return this != NOT_KNOWN;
        }
    }

    /** What it means, for the operator. */
    public String meaning(Language language) {
        var words = Words.of(TransparencyWords.class, language);
        var entries = Long.toString(size);
        return switch (reason) {
            case OTHER_HISTORY -> words.otherHistory(who, entries);
            case ROLLED_BACK -> words.rolledBack(who, entries);
            case ALTERED -> words.altered(who, entries);
            case NOT_KNOWN -> words.notKnown(who, "/log/vkey");
        };
    }
}

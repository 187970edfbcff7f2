// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;
import org.tatabbu.transparency.EntryId;
import org.tatabbu.transparency.Log;

/** Where an entry is in the log, in words. */
record LogLine(Language language, Log log) {
    String of(@Nullable EntryId entry) {
        if (entry == null) {
            return "";
        }
        var words = MandateWords.in(language);
        var index = log.index(entry);
        if (index.isEmpty()) {
            return words.entryOnItsWay();
        }
        return index.getAsLong() < log.last().size()
                ? words.entrySealed(index.getAsLong())
                : words.entryNotSealed(index.getAsLong());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** What the room tells its operator. */
interface DocumentsWords {
    /** In the language of the machine where it is one of ours, else in English. */
    static DocumentsWords ofTheMachine() {
        return Words.of(
                DocumentsWords.class,
                Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN));
    }

    String vaultAway(String reason, String settings);

    String vaultMissing(String setting);

    String contentDamaged(String digest);
}

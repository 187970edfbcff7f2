// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.original;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface OriginalWords {
    String agenda();

    String committee();

    String held();

    String mandate();

    String margins();

    String participants();

    String kind(String kind);

    static OriginalWords in(Language language) {
        return Words.of(OriginalWords.class, language);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.original;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface OriginalWords {
    String agenda();

    String clausesHeading();

    String committee();

    String digest();

    String held();

    String item(String label);

    String mandate();

    String margins();

    String owed(String party, String body, String due);

    String participants();

    String partiesHeading();

    String presided();

    String previousText();

    String title(String meeting);

    String kind(String kind);

    static OriginalWords in(Language language) {
        return Words.of(OriginalWords.class, language);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface SyndicationWords {
    String product();

    String siteTitle();

    String noFace(String language);

    String feed();

    String feedOf(String committee);

    String latest(int articles);

    static SyndicationWords in(Language language) {
        return Words.of(SyndicationWords.class, language);
    }
}

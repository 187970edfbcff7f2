// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** What the sample says of itself. */
interface SampleWords {
    String accounts();

    String notOverRealData();

    String who(String player);

    String part(String player);

    static SampleWords in(Language language) {
        return Words.of(SampleWords.class, language);
    }
}

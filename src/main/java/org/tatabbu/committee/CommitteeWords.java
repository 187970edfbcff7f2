// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface CommitteeWords {
    String preset(String preset);

    String rule(String rule);

    String value(String value);

    String days(int days);

    static CommitteeWords in(Language language) {
        return Words.of(CommitteeWords.class, language);
    }
}

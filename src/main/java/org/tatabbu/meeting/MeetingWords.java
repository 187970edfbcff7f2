// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface MeetingWords {
    String name(String ordinal);

    static MeetingWords in(Language language) {
        return Words.of(MeetingWords.class, language);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/** What is left of an article that was withdrawn. */
record WithdrawnPage(Language language, PublicArticle.Gone gone) {
    PublicationWords words() {
        return PublicationWords.in(language);
    }

    String when() {
        return words().withdrawnOn(
                        Dates.day(gone.day(), language), gone.committeeName().in(language));
    }

    String why() {
        return words().because(gone.why().in(language));
    }
}

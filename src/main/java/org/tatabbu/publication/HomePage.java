// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.List;
import org.tatabbu.language.Language;

/**
 * The first page.
 *
 * @param next the meetings to come, the nearest first
 */
record HomePage(
        Language language, List<PublicArticle> articles, List<PublicMeeting> next, List<PublicCommittee> committees) {
    /** The page of all committees. */
    record Committees(Language language, List<PublicCommittee> committees) {
        PublicationWords words() {
            return PublicationWords.in(language);
        }
    }

    PublicationWords words() {
        return PublicationWords.in(language);
    }
}

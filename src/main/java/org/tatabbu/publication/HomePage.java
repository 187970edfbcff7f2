// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.List;
import org.tatabbu.language.Language;

record HomePage(Language language, List<PublicArticle> articles, List<PublicCommittee> committees) {
    PublicationWords words() {
        return PublicationWords.in(language);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.List;
import org.tatabbu.language.Language;

record CommitteesPage(Language language, List<PublicCommittee> committees) {
    PublicationWords words() {
        return PublicationWords.in(language);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.util.List;
import org.tatabbu.language.Language;

/** The joint acts that concern one person: those that wait for them, the other open ones, and what is past. */
record JointActsPage(Language language, List<ActView> waiting, List<ActView> open, List<ActView> past, boolean founds) {
    FoundingWords words() {
        return FoundingWords.in(language);
    }
}

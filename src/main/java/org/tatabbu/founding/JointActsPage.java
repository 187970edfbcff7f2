// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.util.List;
import org.tatabbu.language.Language;
import org.tatabbu.register.StandingParty;

/**
 * The joint acts that concern one person: those that wait for them, the other open ones, and what is past.
 *
 * @param parties those that they speak for, and may found a committee with
 */
record JointActsPage(
        Language language, List<ActView> waiting, List<ActView> open, List<ActView> past, List<StandingParty> parties) {
    FoundingWords words() {
        return FoundingWords.in(language);
    }
}

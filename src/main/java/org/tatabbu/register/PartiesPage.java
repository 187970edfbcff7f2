// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.util.List;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** Every party, and the form to enter another. */
record PartiesPage(Language language, List<StandingParty> parties, Form form) {
    RegisterWords words() {
        return RegisterWords.in(language);
    }

    PartyFields fields() {
        return new PartyFields(language, form);
    }
}

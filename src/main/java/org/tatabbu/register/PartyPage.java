// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.util.List;
import org.tatabbu.identity.Account;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** One party, its secretaries, and the forms to correct it and to invite one. */
record PartyPage(Language language, StandingParty party, List<Listed> secretaries, Form form) {

    record Listed(Secretary secretary, Account account) {
        boolean serving() {
            return secretary.until() == null;
        }
    }

    RegisterWords words() {
        return RegisterWords.in(language);
    }

    PartyFields fields() {
        return new PartyFields(language, form);
    }

    String held(Listed one) {
        var from = Dates.day(one.secretary().from(), language);
        var until = one.secretary().until();
        return until == null ? words().since(from) : words().fromUntil(from, Dates.day(until, language));
    }

    String path() {
        return "/work/parties/" + party.id().id();
    }
}

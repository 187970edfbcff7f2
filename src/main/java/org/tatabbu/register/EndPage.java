// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import org.tatabbu.identity.Account;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** Asks once more before a secretary's term ends. */
record EndPage(Language language, StandingParty party, Account secretary, Form form) {
    RegisterWords words() {
        return RegisterWords.in(language);
    }

    String back() {
        return "/work/parties/" + party.id().id();
    }

    String path() {
        return back() + "/secretaries/" + secretary.id().id() + "/end";
    }
}

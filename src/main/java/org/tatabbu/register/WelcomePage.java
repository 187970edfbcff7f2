// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * Where an invited person enters.
 *
 * @param party whose secretary they become; nothing for the operator
 * @param known whether they have an account already
 */
record WelcomePage(
        Language language,
        String path,
        String email,
        @Nullable StandingParty party,
        boolean known,
        Form form,
        CsrfToken token) {
    RegisterWords words() {
        return RegisterWords.in(language);
    }

    String withKey() {
        return path + "/passkey";
    }

    String passwordHint() {
        return NewPassword.hint(language);
    }

    String lead() {
        return party == null
                ? words().welcomeOperator()
                : words().welcomeSecretary(party.name().in(language));
    }
}

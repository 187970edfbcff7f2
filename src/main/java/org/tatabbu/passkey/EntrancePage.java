// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import org.springframework.security.web.csrf.CsrfToken;
import org.tatabbu.language.Language;

/**
 * Where somebody signs in with a key.
 *
 * @param to where the sign-in leads
 * @param error what went wrong and what to do, or an empty text
 */
record EntrancePage(Language language, String to, String error, CsrfToken token) {
    static final String PATH = "/sign-in/passkey";

    PasskeyWords words() {
        return PasskeyWords.in(language);
    }
}

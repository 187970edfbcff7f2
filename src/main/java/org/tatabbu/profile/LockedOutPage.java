// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import org.springframework.security.web.csrf.CsrfToken;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** What somebody who cannot sign in is shown: a form with one field. */
record LockedOutPage(Language language, Form form, String action, CsrfToken token) {
    ProfileWords words() {
        return ProfileWords.in(language);
    }

    /** It never holds the password: a page would show it. */
    static Form about(NewPassword.Reading reading, Language language) {
        return Form.EMPTY.wrong("fresh", reading.advice(language));
    }

    String passwordHint() {
        return NewPassword.hint(language);
    }
}

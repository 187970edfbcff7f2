// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.util.Map;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** What somebody new gives: a name and a password. */
final class AcceptForm {
    private static final int LONGEST_NAME = 200;

    private AcceptForm() {}

    static Form of(Invitation invitation) {
        var name = invitation.draft().name();
        return Form.of(Map.of("name_arabic", name.arabic(), "name_latin", name.latin()));
    }

    static Form checked(Language language, Form form, NewPassword.Reading password) {
        var words = InvitationWords.in(language);
        return form.check(
                        "name_arabic",
                        value -> !value.isEmpty()
                                || !form.value("name_latin").strip().isEmpty(),
                        words.nameMissing())
                .check("name_arabic", value -> value.length() <= LONGEST_NAME, words.tooLong(LONGEST_NAME))
                .check("name_latin", value -> value.length() <= LONGEST_NAME, words.tooLong(LONGEST_NAME))
                .check("password", value -> password instanceof NewPassword.Fit, password.advice(language))
                .check("again", value -> form.value("password").equals(form.value("again")), words.passwordsDiffer());
    }
}

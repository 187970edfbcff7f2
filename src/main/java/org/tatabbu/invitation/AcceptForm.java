// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.util.Map;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.language.WrittenName;
import org.tatabbu.page.Form;

/** What somebody new gives: a name and a password. */
final class AcceptForm {
    private AcceptForm() {}

    static Form of(Invitation invitation) {
        var name = invitation.draft().name();
        return Form.of(Map.of("name_arabic", name.arabic(), "name_latin", name.latin()));
    }

    static Form checked(Language language, Form form, NewPassword.Reading password) {
        return named(language, form)
                .say("password", password.advice(language))
                .check(
                        "again",
                        value -> form.value("password").equals(form.value("again")),
                        InvitationWords.in(language).passwordsDiffer());
    }

    static Form named(Language language, Form form) {
        var written = name(form);
        return form.say("name_arabic", written.missing(language))
                .say("name_arabic", WrittenName.advice(written.arabic(), language))
                .say("name_latin", WrittenName.advice(written.latin(), language));
    }

    static WrittenName name(Form form) {
        return new WrittenName(form.value("name_arabic"), form.value("name_latin"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import java.time.Duration;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.page.Form;

/** What a form says about a password. It never holds one: a page would show it. */
record PasswordForm(ProfileWords words) {
    static final String FIELD = "fresh";

    Form about(NewPassword.Reading reading, Form form) {
        return switch (reading) {
            case NewPassword.Fit fit -> form;
            case NewPassword.TooShort shorter -> form.wrong(FIELD, words.tooShort(NewPassword.SHORTEST));
            case NewPassword.TooLong longer -> form.wrong(FIELD, words.tooLong());
            case NewPassword.TooCommon common -> form.wrong(FIELD, words.tooCommon());
            case NewPassword.AboutYou you -> form.wrong(FIELD, words.aboutYou());
        };
    }

    String tooSoon(Duration wait) {
        var seconds = wait.plusNanos(999_999_999).toSeconds();
        return seconds < 60 ? words.tooSoonSeconds(seconds) : words.tooSoonMinutes((seconds + 59) / 60);
    }
}

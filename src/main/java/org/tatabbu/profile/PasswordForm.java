// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import java.time.Duration;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** What forms of this room say about a password. */
record PasswordForm(ProfileWords words) {
    /** It never holds the password: a page would show it. */
    static Form about(NewPassword.Reading reading, Language language) {
        return Form.EMPTY.wrong("fresh", reading.advice(language));
    }

    String tooSoon(Duration wait) {
        var seconds = wait.plusNanos(999_999_999).toSeconds();
        return seconds < 60 ? words.tooSoonSeconds(seconds) : words.tooSoonMinutes((seconds + 59) / 60);
    }
}

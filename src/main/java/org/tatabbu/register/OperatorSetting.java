// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tatabbu.identity.Email;
import org.tatabbu.language.Language;

/** Gives the first operator their link, on the terminal of whoever started the program and by letter. */
@Component
class OperatorSetting {
    private final Parties parties;
    private final Clock clock;
    private final String email;

    OperatorSetting(Parties parties, Clock clock, @Value("${tatabbu.operator:}") String email) {
        this.parties = parties;
        this.clock = clock;
        this.email = email.strip();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        var language = Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN);
        if (!email.isEmpty() && Email.readOne(email).isEmpty()) {
            say(RegisterWords.in(language).operatorNoAddress("tatabbu.operator"));
        } else if (!email.isEmpty()) {
            parties.firstOperator(email, language, clock.instant())
                    .ifPresent(link -> say(RegisterWords.in(language).operatorLink(link)));
        }
    }

    @SuppressWarnings("SystemOut") // This is the program speaking to the person who started it.
    private static void say(String sentence) {
        System.out.println(sentence);
    }
}

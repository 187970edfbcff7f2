// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface IdentityWords {
    String title();

    String lead();

    String email();

    String password();

    String enter();

    String forgotten();

    String emailMissing();

    String passwordMissing();

    String refused();

    String tooSoonSeconds(long seconds);

    String tooSoonMinutes(long minutes);

    String introductions();

    String passwordsPrinted();

    String name();

    String part();

    String through(String provider);

    String passwordHint(int shortest);

    String tooShort(int shortest);

    String tooLong();

    String tooCommon();

    String aboutYou();

    String lateTitle();

    String lateSignIn();

    String lateSignedIn(String name);

    String lateOpen();

    String lateTexts();

    String lateFile();

    String lateWithheld();

    String lateSend();

    String lateAtDoor();

    static IdentityWords in(Language language) {
        return Words.of(IdentityWords.class, language);
    }
}

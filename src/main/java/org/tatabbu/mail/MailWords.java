// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** What the post tells the operator. */
interface MailWords {
    /** In the language of the machine where it is one of ours, else in English. */
    static MailWords ofTheMachine() {
        return Words.of(
                MailWords.class, Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN));
    }

    String lettersAsFiles(String folder, String setting);

    String givenUp(String letter, long days);

    String refused(String letter, String kind);

    String interrupted();
}

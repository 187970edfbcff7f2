// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** What the log tells its operator. Sizes are text: nobody groups their digits. */
interface TransparencyWords {
    /** In the language of the machine where it is one of ours, else in English. */
    static Language ofTheMachine() {
        return Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN);
    }

    static TransparencyWords inItsLanguage() {
        return Words.of(TransparencyWords.class, ofTheMachine());
    }

    String otherHistory(String witness, String size);

    String rolledBack(String witness, String size);

    String altered(String what, String size);

    String notKnown(String witness, String address);

    String silent(String witness, String reason);

    String answersAgain(String witness);

    String interrupted();

    String otherName(String key, String ours, String setting, String wanted);

    String policyWithoutUs(String policy, String line);
}

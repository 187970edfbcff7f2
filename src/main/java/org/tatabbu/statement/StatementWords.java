// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** What the command {@code key} says. */
interface StatementWords {
    String usage();

    String usageNew();

    String usageShow();

    String usageParty();

    String usageSign();

    String usageLanguage();

    String askPassphrase();

    String askNewPassphrase(int least);

    String askAgain();

    String passphraseShort(int least);

    String passphrasesDiffer();

    String passphraseWrong();

    String made(String file);

    String keepIt();

    String open();

    String fingerprint();

    String wordsIn(String language);

    String code();

    String compare();

    String keyId(String how);

    String spki(String how);

    String exists(String file);

    String absent(String file);

    String unreadableKey(String file, String what);

    String unreadableStatement(String file, String what);

    String unreadableRequest(String file);

    String failed(String what);

    String aboutToSign();

    String isParty();

    String isMandate();

    String isEnd();

    String isAdoption();

    String party();

    String names();

    String newKey();

    String mandate();

    String committee();

    String person();

    String capacity();

    String capacityIs(String capacity);

    String signsWith();

    String keyKind(String kind);

    String from();

    String to();

    String record();

    String text();

    String validUntil();

    String madeAt();

    String digest();

    String signedWith();

    String sure(String yes);

    String yes();

    String notSigned();

    String signed(String file);

    static StatementWords in(Language language) {
        return Words.of(StatementWords.class, language);
    }
}

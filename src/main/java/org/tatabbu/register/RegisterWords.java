// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface RegisterWords {
    String passwordAgain();

    String passwordsDiffer();

    String endWarning(String party);

    String endSure();

    String sureMissing();

    String cancel();

    String changes();

    String changesLead(String party);

    String noChanges();

    String change(String what);

    String before();

    String after();

    String newer();

    String older();

    String parties();

    String partiesLead();

    String noParties();

    String newParty();

    String enterParty();

    String correctParty();

    String save();

    String name();

    String shortName();

    String adjective();

    String adjectiveHint();

    String firstLanguage();

    String zone();

    String weekend();

    String holidays();

    String holidaysHint();

    String holidaysWrong();

    String weekendTooLong();

    String textMissing(String language, int longest);

    String languageMissing();

    String zoneMissing();

    String entered();

    String corrected();

    String secretaries();

    String noSecretaries();

    String inviteSecretary();

    String inviteHint();

    String invite();

    String invited();

    String email();

    String emailWrong();

    String alreadySecretary();

    String operatorNoSecretary();

    String end();

    String ended();

    String since(String day);

    String fromUntil(String from, String until);

    String welcome();

    String welcomeOperator();

    String welcomeSecretary(String party);

    String accountKnown();

    String arabicName();

    String latinName();

    String nameHint();

    String password();

    String accept();

    String withKey();

    String withKeyTitle();

    String withKeyLead();

    String withPassword();

    String keyRefused();

    String enteredTitle();

    String enteredText();

    String overTitle();

    String overText();

    String signIn();

    String letterSubject(String party);

    String letter(String party, String link);

    String colleagueSubject(String party);

    String colleagueLetter(String party, String address);

    String operatorSubject();

    String operatorLetter(String link);

    String operatorLink(String link);

    String operatorNoAddress(String setting);

    static RegisterWords in(Language language) {
        return Words.of(RegisterWords.class, language);
    }
}

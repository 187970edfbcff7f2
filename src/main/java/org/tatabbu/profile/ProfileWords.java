// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface ProfileWords {
    String account();

    String email();

    String nameTitle();

    String nameArabic();

    String nameLatin();

    String save();

    String saved();

    String languageTitle();

    String languageLabel();

    String languageAny();

    String passwordTitle();

    String passwordNone();

    String passwordNoneLead();

    String passwordByLetter();

    String passwordPresent();

    String passwordNew();

    String passwordEnds();

    String change();

    String presentWrong();

    String everyChange();

    String signInsTitle();

    String signInsLead();

    String when();

    String means();

    String from();

    String browser();

    String byPassword();

    String byPasskey();

    String byOther();

    String passkeysTitle();

    String passkeysLead();

    String passkeys();

    String noSignIns();

    String everywhereTitle();

    String everywhereLead();

    String everywhere();

    String forgottenTitle();

    String forgottenLead();

    String emailMissing();

    String send();

    String sentTitle();

    String sentLead();

    String resetTitle();

    String resetLead();

    String overTitle();

    String overLead();

    String again();

    String changedTitle();

    String changedLead();

    String toSignIn();

    String resetSubject();

    String resetLetter(String link);

    String changedSubject();

    String changedLetter(String link, String passkeys);

    String confirmTitle();

    String confirmLead();

    String confirm();

    String confirmThrough(String provider);

    static ProfileWords in(Language language) {
        return Words.of(ProfileWords.class, language);
    }
}

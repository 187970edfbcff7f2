// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface InvitationWords {
    String people();

    String invite();

    String inviteLead(String party);

    String recordSeat();

    String recordLead(String party);

    String email();

    String letterLanguage();

    String roleLabel();

    String precedence();

    String precedenceHint();

    String nameArabic();

    String nameLatin();

    String nameHint();

    String rankIn(String language);

    String courtesyIn(String language);

    String officeIn(String language);

    String correctSeat();

    String correctHint();

    String correctSave();

    String corrected();

    String correctedMeanwhile();

    String correctedAdvice();

    String from();

    String until();

    String untilHint();

    String sendInvitation();

    String saveSeat();

    String cancel();

    String emailWrong();

    String languageWrong();

    String roleWrong();

    String nameMissing();

    String tooLong(int most);

    String precedenceWrong();

    String dayWrong();

    String untilBeforeFrom();

    String invited();

    String openAlready();

    String sentAgain();

    String withdrawn();

    String seatSaved();

    String seatEnded();

    String seatOver();

    String lastSecretary();

    String recordedOnly();

    String former();

    String since(String day);

    String fromUntil(String from, String until);

    String endSeat();

    String endWarning();

    String endSure();

    String sureMissing();

    String holder(String name, String role);

    String openInvitations();

    String openHint();

    String noneOpen();

    String validUntil(String moment);

    String expiredSince(String moment);

    String sendAgain();

    String withdraw();

    String acceptTitle();

    String asked(String party, String committee, String role);

    String acceptLead();

    String hasAccount();

    String signInToAccept();

    String password();

    String passwordAgain();

    String passwordsDiffer();

    String accept();

    String withKey();

    String withKeyTitle();

    String withKeyLead();

    String withPassword();

    String keyRefused();

    String acceptedTitle();

    String acceptedText();

    String signIn();

    String overTitle();

    String overText();

    String otherAccount();

    String seated();

    String seatedHere();

    String operator();

    String hidden();

    String otherParty();

    String letterSubject(String committee);

    String letterGreeting(String name);

    String letterInvites(String party, String committee, String role);

    String letterLink();

    String letterOnce(String moment);

    String letterUnexpected();

    String role(String role);

    static InvitationWords in(Language language) {
        return Words.of(InvitationWords.class, language);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface ActsWords {
    String register();

    String none();

    String any();

    String kind();

    String year();

    String number();

    String heading();

    String adopted();

    String standingLabel();

    String standing(String standing);

    String from(String day);

    String search();

    String show();

    String counted(int count);

    String csv();

    String json();

    String source();

    String inForce();

    String noDay();

    String basis();

    String basisIn(String language);

    String basisUneven();

    String amends();

    String repeals();

    String amendedBy();

    String repealedBy();

    String does(String relation);

    String relation(String relation);

    String relationLabel();

    String relationWrong();

    String target();

    String targetMissing();

    String targetTwice();

    String choose();

    String readers();

    String forAll();

    String forSeats();

    String languages();

    String digest();

    String seal();

    String bundle();

    String publicPage();

    String presentedOn(String day);

    String adoptedBy(String side, String day);

    String domestic();

    String nothingSaid();

    String notNeeded();

    String pending();

    String notifiedOn(String day);

    String notify(String party);

    String needed();

    String notified();

    String notifiedHint();

    String notificationWrong();

    String save();

    String texts();

    String proposal();

    String waits(String from, String on, String moment);

    String comma();

    String confirm();

    String takeBack();

    String turnDown();

    String propose();

    String proposeHint();

    String proposeNow();

    String open();

    String nowWaiting();

    String recorded();

    String overtaken();

    String unfit(String reason);

    String dayWrong();

    String tooLong(int longest);

    String hiddenCharacters();

    String publicRegister(String committee);

    String publicLead();

    String feed();

    String fictional();

    String stateOfLog();

    static ActsWords in(Language language) {
        return Words.of(ActsWords.class, language);
    }
}

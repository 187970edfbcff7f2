// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface MandateWords {
    String mandates();

    String lead();

    String noKey();

    String authorityKey();

    String code();

    String since();

    String proof();

    String compareOurs();

    String compareTheirs();

    String waitingKey();

    String waitingOurs();

    String waitingTheirs();

    String brought();

    String confirmKey();

    String withdrawKey();

    String whoMaySign();

    String nobody();

    String from();

    String to();

    String over();

    String download();

    String prepareEnd();

    String pastKeys();

    String span(String one, String other);

    String capacity(String what);

    String seat(String one, String other);

    String keyKind(String what);

    String state(String what);

    String entryOnItsWay();

    String entrySealed(long index);

    String entryNotSealed(long index);

    String onlySecretaries();

    String toBeSigned();

    String nothingPrepared();

    String draftOfMandate(String what);

    String draftOfEnd(String what);

    String thenRun();

    String digest();

    String drop();

    String bring();

    String bringLead();

    String signedFile();

    String signedFileHint();

    String bringButton();

    String prepare();

    String prepareLead();

    String seatLabel();

    String choose();

    String nameArabic();

    String nameLatin();

    String keyLabel();

    String keyHint();

    String whichKey();

    String whichKeyHint();

    String keyInFile();

    String keyMade(String day);

    String keyOf(String name, String holder);

    String withoutPasskey(String name);

    String ownKey();

    String ownKeyNone();

    String ownKeyMake();

    String ownKeyFile();

    String ownKeyUnnamed();

    String ownKeyNamed();

    String fromDay();

    String untilDay();

    String prepareButton();

    String replaceKey();

    String firstKey();

    String stepNew();

    String stepRequest();

    String stepSign();

    String stepBring();

    String stepNote();

    String stepHandOver();

    String stepLost();

    String keyInForce();

    String keyWaits();

    String keyConfirmed();

    String keyWithdrawn();

    String issued();

    String ended();

    String prepared();

    String dropped();

    String settled();

    String refused(String what);

    String seatMissing();

    String nameMissing(int longest);

    String keyWrong();

    String passkeyOfAnother();

    String oneKeyOnly();

    String dayWrong();

    String untilBeforeFrom();

    String untilPast();

    String stateOfLog();

    String keyLetterSubject();

    String keyLetter(String whose, String party, String committee, String link);

    static MandateWords in(Language language) {
        return Words.of(MandateWords.class, language);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface ProcedureWords {
    String list();

    String lead();

    String none();

    String newText();

    String editText();

    String wantedTitle();

    String wantedHint();

    String wanted();

    String unwanted();

    String switchOff();

    String switchOn();

    String nowWanted();

    String nowUnwanted();

    String offByRules();

    String offByParty(String party);

    String state(String state);

    String closes(String moments);

    String closesHere();

    String openedBy(String side, String moment);

    String answers();

    String answered(String state, String moment);

    String signed(String moment);

    String silentSoFar();

    String silent();

    String noObjection();

    String silenceExplained();

    String wasExtended();

    String ended(String state, String side, String moment);

    String onAgenda();

    String waitsForMeeting();

    String takeUp();

    String nowOnAgenda();

    String noMeeting();

    String originals();

    String notYet();

    String digest();

    String bytes();

    String irrevocable(String party);

    String edit();

    String open();

    String openHint();

    String openNow();

    String nowOpen();

    String headOpens();

    String incomplete();

    String day();

    String dayHint();

    String hour();

    String zone();

    String dayMissing();

    String hourMissing();

    String zoneMissing();

    String outOfTime();

    String extend();

    String extendHint();

    String extendNow();

    String nowExtended();

    String withdraw();

    String withdrawHint();

    String withdrawNow();

    String putAway();

    String putAwayHint();

    String putAwayNow();

    String nowWithdrawn();

    String refuse();

    String refusalReason();

    String refuseNow();

    String nowRefused();

    String discuss();

    String discussionReason();

    String discussNow();

    String nowDiscussed();

    String reasonHint();

    String reasonMissing();

    String tooLate(String state);

    String overtaken();

    String overtakenAdvice(String state);

    String overtakenHere();

    String textHint();

    String kindLabel();

    String kindMissing();

    String titleIn(String language);

    String titleMissing();

    String clause(int number);

    String verbLabel();

    String verbMissing();

    String textIn(String language);

    String clausesHint();

    String save();

    String saved();

    String cancel();

    String tooLong(int longest);

    String hiddenCharacters();

    String letterSubject(String what);

    String letter(String what, String committee, String closing, String link);

    String stateOfLog();

    static ProcedureWords in(Language language) {
        return Words.of(ProcedureWords.class, language);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface FoundingWords {
    String registerChanges(String party);

    String jointActs();

    String jointActsLead();

    String foundCommittee();

    String foundLead();

    String ownParty();

    String otherParties();

    String address();

    String addressHint();

    String addressWrong();

    String addressTaken();

    String name();

    String purpose();

    String authority();

    String mandate();

    String mandateDay();

    String firstAreas();

    String areasHint();

    String areasUneven(int most);

    String zone();

    String zoneMissing();

    String preset();

    String presetMissing();

    String nameMissing(String language, int longest);

    String textMissing(String language, int longest);

    String dayWrong();

    String ownMissing();

    String otherMissing();

    String propose();

    String proposed();

    String toFound(String name);

    String toRename(String name);

    String toAddArea(String area);

    String toRenameArea(String area);

    String pair(String one, String other);

    String state(String state);

    String notYet();

    String proposedBy(String who, String party, String when);

    String alreadyOpen();

    String agreedAt(String who, String moment);

    String holds();

    String lasting();

    String until(String day);

    String reason();

    String area();

    String labelIn(String label, String language);

    String waitingForMe();

    String nothingWaits();

    String waitingForOthers();

    String past();

    String confirmed();

    String inEffect();

    String otherText();

    String settled();

    String overtaken();

    String secondKey();

    String reasonMissing(int longest);

    String refused();

    String withdrawn();

    String whatIsProposed();

    String what();

    String before();

    String after();

    String agreements();

    String digest();

    String decide();

    String decideLead();

    String confirm();

    String refuse();

    String refusalReason();

    String edit();

    String editHint();

    String withdraw();

    String toCommittee();

    String changes();

    String changesLead();

    String rulesInForce();

    String ruleHistory();

    String noHistory();

    String setOn(String moment);

    String changeNames();

    String changeRule(String rule);

    String valueLabel();

    String valueHint(int longest);

    String untilLabel();

    String untilHint();

    String valueWrong();

    String derogationReason();

    String reasonTooLong(int longest);

    String nothingToChange();

    String addArea();

    String renameArea();

    String areaLabel();

    String areaMissing();

    String newName();

    String waitingHere();

    String onlySecretaries();

    String choose();

    String change();

    String letterSubject();

    String letter(String party, String link);

    static FoundingWords in(Language language) {
        return Words.of(FoundingWords.class, language);
    }
}

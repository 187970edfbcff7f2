// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface DeskWords {
    String waiting();

    String nothing();

    String places();

    String noPlace();

    String about(String meeting, String committee);

    String adopt();

    String returned();

    String broken();

    String adoptionLost();

    String write();

    String ofCommittee();

    String jointAct(String title);

    String jointActs();

    String foundCommittee();

    String parties();

    String mandates();

    String changes();

    String communique();

    String comments(int count);

    String owed(String number);

    String overdue(String number);

    String due(String day);

    String publicPage();

    String people();

    String mandate();

    String meetings();

    String areas();

    String fromTheStart();

    String addedAt(String meeting);

    String register();

    String noActs();

    String commitments();

    String commitmentsCounted(int count);

    String overdueCounted(int count);

    String role(String role);

    String state(String state);

    String mode(String mode);

    String kind(String kind);

    String standing(String standing);

    String noMinutes();

    String days();

    String venue();

    String host();

    String noHost();

    String held();

    String stateLabel();

    String work();

    String minutes();

    String adoption();

    String underway();

    String communiqueDoor();

    String clearRelease(String kind);

    String articles();

    String published();

    String unpublished();

    String agenda();

    String requestedBy(String party);

    String participants();

    String chairs();

    String sideMeetings();

    String planNext();

    String noMeetings();

    String opens();

    String changePlan();

    String forward(String state);

    String editItem();

    String addItem();

    String noAgenda();

    String nobodyYet();

    String recordAttendance();

    String trace();

    String traceLead();

    String traceLink();

    String traceEvery();

    String traceKind(String kind);

    String traceKindLabel();

    String traceFrom();

    String traceUntil();

    String traceChoose();

    String traceDay();

    String traceBackwards();

    String traceShown(int first, int last, int total);

    String traceNone();

    String traceTable();

    String dossier();

    String traceWhen();

    String traceWho();

    String traceFor();

    String traceLabel();

    String traceAbout();

    String traceValues();

    String personalTrace();

    String personalLead();

    String personalNone();

    String toAccount();

    String traceBefore();

    String traceAfter();

    String traceOrigin();

    String traceReaders();

    String traceOwn();

    String traceJoint();

    String traceProgram();

    String traceUnknown();

    String tracePages();

    String traceNewer();

    String traceOlder();

    String procedures();

    String actsRegister();

    String answerText();

    String traceWhat(String what);

    String traceValue(String value);

    String ownRoom();

    static DeskWords in(Language language) {
        return Words.of(DeskWords.class, language);
    }
}

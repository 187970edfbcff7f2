// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface MeetingWords {
    String name(String ordinal);

    String planTitle(String meeting);

    String replanTitle(String meeting);

    String rulesTitle();

    String rule(String rule, String value);

    String modeLabel();

    String mode(String mode);

    String hostLabel();

    String noHost();

    String firstDay();

    String lastDay();

    String lastDayHint();

    String hour();

    String hourHint();

    String zone();

    String venueHint();

    String venueIn(String language);

    String mandateIn(String language);

    String agendaLater();

    String plan();

    String savePlan();

    String cancel();

    String planned();

    String planSaved();

    String tooLate();

    String moved(String state);

    String already(String state);

    String noAgenda();

    String overtaken();

    String overtakenAdvice();

    String meetingLabel();

    String days();

    String venue();

    String agenda();

    String modeMissing();

    String dayMissing();

    String dayPast();

    String lastBeforeFirst();

    String tooManyDays(int days);

    String hourWrong();

    String zoneMissing();

    String hostWrong();

    String venueMissing();

    String mandateUneven();

    String tooLong(int characters);

    String hiddenCharacters();

    String newItem();

    String itemTitle(String label);

    String label();

    String labelHint();

    String labelWrong();

    String labelTaken();

    String kindLabel();

    String kind(String kind);

    String kindMissing();

    String titleIn(String language);

    String titleMissing();

    String areaLabel();

    String noArea();

    String areaWrong();

    String askerLabel();

    String standingItem();

    String askerWrong();

    String saveItem();

    String itemSaved();

    String removeItem();

    String itemRemoved();

    String attendanceTitle(String party);

    String attendanceLead();

    String whoIsThere();

    String role(String role);

    String named(String role, String title);

    String saveAttendance();

    String attendanceSaved();

    static MeetingWords in(Language language) {
        return Words.of(MeetingWords.class, language);
    }
}

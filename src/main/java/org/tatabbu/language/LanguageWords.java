// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

/** What dates, names of languages and names of people need. */
interface LanguageWords {
    String ownName();

    String day(int day, String month, int year);

    String pairOfDays(int first, int last, String month, int year);

    String spanInMonth(int first, int last, String month, int year);

    String span(String first, String last);

    String moment(String day, String time, String zone);

    String nameMissing();

    String nameHidden();

    String nameTooLong(int longest);

    static LanguageWords in(Language language) {
        return Words.of(LanguageWords.class, language);
    }
}

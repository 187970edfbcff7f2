// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface BriefWords {
    String title();

    String whose(String party);

    String unseen(String party);

    String search();

    String searchHint();

    String find();

    String all();

    String counted(int count);

    String found(int count);

    String none();

    String noneFound();

    String noneOfTopic();

    String onlyTopic();

    String allOnTopic();

    String notesAt(int count);

    String shown(int first, int last, int total);

    String screens();

    String previous();

    String next();

    String withdrawn();

    String export();

    String newNote();

    String edit();

    String kindLabel();

    String kind(String kind);

    String topic(String kind);

    String about();

    String aboutHint();

    String noteTitle();

    String text();

    String textHint();

    String save();

    String cancel();

    String saved();

    String withdraw();

    String withdrawHint();

    String taken();

    String isWithdrawn();

    String versions();

    String version(int number);

    String oldVersion(int number);

    String toLatest();

    String byAt(String writer, String moment);

    String overtaken();

    String overtakenAdvice();

    String kindMissing();

    String titleMissing();

    String textMissing();

    String aboutMissing();

    String lineTooLong(int longest);

    String textTooLarge(int kilobytes);

    static BriefWords in(Language language) {
        return Words.of(BriefWords.class, language);
    }
}

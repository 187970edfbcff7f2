// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface ArchiveWords {
    String news();

    String noNews();

    String newsLead();

    String newsOf(String year);

    String years();

    String allYears();

    String articles(int count);

    String pagesOfNews();

    String shown(int shown, int all);

    String older();

    String newer();

    String committees();

    String followUp(String committee);

    String followUpLead();

    String status();

    String side();

    String any();

    String statusName(String status);

    String choose();

    String matching(int shown, int all);

    String noCommitments();

    String about();

    String aboutLead();

    String what();

    String whatText();

    String who();

    String whoText();

    String privacy();

    String privacyText();

    String check();

    String checkText();

    String checkHere();

    String rights();

    String rightsText();

    String takeAway();

    String takeAwayText();

    String feedLink();

    String exportLink();

    String mapLink();

    static ArchiveWords in(Language language) {
        return Words.of(ArchiveWords.class, language);
    }
}

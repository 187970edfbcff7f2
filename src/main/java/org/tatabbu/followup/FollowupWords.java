// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface FollowupWords {
    String matrix();

    String none();

    String counted(int count);

    String countedOverdue(int count);

    String countedDisputed(int count);

    String number();

    String text();

    String owner();

    String due();

    String reported();

    String overdue(int days);

    String disputed();

    String disputedExplained();

    String noReport();

    String status(String status);

    String totals();

    String statusLabel();

    String title(String number);

    String adoptedText();

    String madeAt();

    String clause(int number);

    String history();

    String noReportsYet();

    String reportTitle(String party);

    String reportHint();

    String choose();

    String noteIn(String language);

    String save();

    String saved();

    String whoReports();

    String overtaken();

    String overtakenAdvice();

    String statusMissing();

    String noteMissing();

    String noteTooLong(int longest);

    String hiddenCharacters();

    static FollowupWords in(Language language) {
        return Words.of(FollowupWords.class, language);
    }
}

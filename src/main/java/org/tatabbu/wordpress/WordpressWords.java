// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

interface WordpressWords {
    static WordpressWords in(Language language) {
        return Words.of(WordpressWords.class, language);
    }

    static WordpressWords ofTheMachine() {
        return in(machines());
    }

    /** The language of whoever runs the program. */
    static Language machines() {
        return Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN);
    }

    /** The last line of an article that was filed under something. */
    String filed(String names);

    /** Whose comment it is, where it names nobody. */
    String anonymous();

    /** The report's first line, comma-separated. */
    String columns();

    String notAnArticle();

    String notPublished();

    String noNumber();

    String noDate();

    String noTitle();

    String noText();

    String tooLong();

    String garbled();

    String unfit();

    String notYours();

    String partsLeftOut();

    String noReadersComment();

    String commentOfNoArticle();

    String commentInTheBin();

    String commentUnfit();

    String commentShortened();

    String commentTooLong();

    String commentGarbled();

    String controls();

    String notXml();

    String notAnExport();

    String documentType();

    String encodingUnknown();

    String tagTooLong();

    String tooDeep();

    String usage(String call);

    String noFile(String file);

    String noSeat(String email, String committee);

    String noReport(String file, String why);

    String noDatabase(String why);

    String under(int percent, int articles, int comments, int known);

    String leftOut(long times, String why);

    String brought(int articles, int comments, int known, long left);

    String wouldBring(int articles, int comments, int known, long left);

    String reported(String file);

    String notEnded();
}

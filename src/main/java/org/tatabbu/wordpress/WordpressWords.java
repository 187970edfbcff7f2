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

    /** The report's first line, comma-separated. */
    String columns();

    String notAnArticle();

    String notPublished();

    String noDate();

    String noTitle();

    String noText();

    String tooLong();

    String unfit();

    String notYours();

    String partsLeftOut();

    String noReadersComment();

    String commentOfNoArticle();

    String commentInTheBin();

    String commentUnfit();

    String notXml();

    String brought(int articles, int comments, int known, int left);

    String reported(String file);

    String noFile(String setting, String file);

    String noSeat(String setting, String email, String committee);

    String under(int articles);
}

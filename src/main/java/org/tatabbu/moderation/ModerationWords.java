// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface ModerationWords {
    String moderation();

    String states();

    String held(int comments);

    String spam(int comments);

    String refused(int comments);

    String published(int comments);

    String shown(int first, int last, int total);

    String screens();

    String previous();

    String next();

    String nothingHeld();

    String nothingSpam();

    String nothingRefused();

    String nothingPublished();

    String moderatesNothing();

    String under();

    String approve();

    String refuse();

    String file();

    String hold();

    String undo();

    String nowHeld();

    String nowSpam();

    String nowRefused();

    String nowPublished();

    String overtaken();

    String sealed();

    String history();

    String tooLong(int most);

    String chooseFirst();

    String someOvertaken(int comments);

    String severalRuled(int comments);

    String keys();

    String keyNext();

    String keyPrevious();

    String choose();

    String chosen();

    String answering();

    String doubtTrap();

    String doubtHaste();

    String doubtWord();

    String doubtLinks();

    String doubtFirst();

    String reason();

    String reasonHint();

    String note();

    String noteHint();

    String rulings(int rulings);

    String others(int comments);

    String othersHint();

    String policies();

    String policy();

    String policyLead();

    String commonPolicy();

    String toldAll();

    String toldFirst();

    String toldNone();

    String toldDays(int days);

    String toldLinks(int links);

    String toldEmail();

    String asReadersSee();

    String meanwhile();

    String waits();

    String waitsAll();

    String waitsFirst();

    String waitsNone();

    String waitsMissing();

    String days();

    String daysHint();

    String links();

    String numberWrong(int most);

    String textIn(String language);

    String textHint();

    String save();

    String saved();

    String listed(int words);

    String listedHint();

    String strike();

    String word();

    String language();

    String list();

    String listedAlready();

    String wordMissing();

    String languageMissing();

    String articles();

    String stay();

    String stayRule();

    String stayOpen();

    String stayClosed();

    String arabic();

    String french();

    String english();

    static ModerationWords in(Language language) {
        return Words.of(ModerationWords.class, language);
    }
}

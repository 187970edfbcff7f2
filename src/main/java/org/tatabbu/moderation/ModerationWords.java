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

    static ModerationWords in(Language language) {
        return Words.of(ModerationWords.class, language);
    }
}

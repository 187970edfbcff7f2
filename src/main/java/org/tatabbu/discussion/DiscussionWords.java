// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface DiscussionWords {
    String count(int comments);

    String leave();

    String promise();

    String name();

    String email();

    String body();

    String trap();

    String send();

    String received();

    String nameMissing();

    String nameLong(int length, int most);

    String emailMissing();

    String emailWrong();

    String bodyMissing();

    String bodyLong(int length, int most);

    String unreadable();

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

    static DiscussionWords in(Language language) {
        return Words.of(DiscussionWords.class, language);
    }
}

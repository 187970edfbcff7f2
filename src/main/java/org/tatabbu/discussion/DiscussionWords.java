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

    String reply();

    String replyingTo(String number, String author);

    String newInstead();

    String removedByModerators();

    String emptied();

    String pages();

    String page(int page);

    String stale();

    String answeredGone();

    String answeredFull();

    String tooMany(int minutes);

    String laterTitle();

    String laterLead();

    String toArticle();

    String closed();

    String closedNow();

    String policy();

    String own();

    static DiscussionWords in(Language language) {
        return Words.of(DiscussionWords.class, language);
    }
}

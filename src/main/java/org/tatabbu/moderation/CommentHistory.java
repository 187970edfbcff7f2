// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.util.List;
import org.tatabbu.discussion.Ruling;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * A comment with what came before.
 *
 * @param rulings the latest first
 * @param others what else its author sent, the latest first
 */
record CommentHistory(
        Language language,
        ModerationQueue.Entry entry,
        List<Ruling.Past> rulings,
        List<ModerationQueue.Entry> others,
        Form form) {
    CommentHistory with(Form sent) {
        return new CommentHistory(language, entry, rulings, others, sent);
    }

    ModerationWords words() {
        return ModerationWords.in(language);
    }

    String moment(Ruling.Past ruling) {
        return ModerationQueue.moment(ruling.at(), language);
    }

    String became(Verdict verdict) {
        return ModerationQueue.stands(verdict, words());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Duration;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** What becomes of a comment that was sent. All that were taken are answered alike, so that no machine learns anything. */
public sealed interface Posting {
    /** Kept, however it stands now. */
    record Held(CommentId id) implements Posting {}

    /** What a machine sent beyond measure: answered as kept, and forgotten. */
    record Dropped() implements Posting {}

    /**
     * Something is missing, as its form says.
     *
     * @param many whether so many came from there that the form alone is the answer
     */
    record Incomplete(Form form, boolean many) implements Posting {}

    /** Too many came before; the form is complete and may be sent later. */
    record TooMany(Form form, Duration pause) implements Posting {
        /** How long to wait, in whole seconds. */
        public long seconds() {
            return pause.plusNanos(999_999_999).toSeconds();
        }

        /** The form with how long to wait beside what was written. */
        public Form advised(Language language) {
            int minutes = Math.max(1, (int) pause.plusSeconds(59).toMinutes());
            return form.wrong(CommentDraft.BODY, DiscussionWords.in(language).tooMany(minutes));
        }
    }

    /** Its turn to be written did not come in time; it is not kept. */
    record Unwritten() implements Posting {}

    /** Comments are no longer taken here. */
    record Closed(Form form) implements Posting {}
}

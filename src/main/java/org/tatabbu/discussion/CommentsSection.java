// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** What {@code discussion/Comments.jte} shows: the published comments, oldest first, and the form for one more. */
public record CommentsSection(Language language, List<Shown> comments, String postTo, Form form, boolean received) {
    /** A comment as everybody may see it: nothing of its author but the name they gave. */
    public record Shown(UUID id, String author, Instant posted, String day, List<String> paragraphs) {
        static Shown of(Comment comment, Language language) {
            var day = comment.posted().atOffset(ZoneOffset.UTC).toLocalDate();
            return new Shown(
                    comment.id().id(),
                    comment.author(),
                    comment.posted(),
                    Dates.day(day, language),
                    comment.paragraphs());
        }
    }

    DiscussionWords words() {
        return DiscussionWords.in(language);
    }
}

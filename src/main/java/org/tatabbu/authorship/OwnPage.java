// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.authorship;

import java.time.ZoneId;
import java.util.List;
import org.tatabbu.discussion.Comment;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * The page on which an author asks for the way to their comments, or has arrived by it.
 *
 * @param path where its form is sent, after the language
 */
record OwnPage(Language language, String path, List<Comment> comments, Form form) {
    AuthorshipWords words() {
        return AuthorshipWords.in(language);
    }

    String moment(Comment comment) {
        return Dates.moment(comment.posted(), ZoneId.of("UTC"), language);
    }

    /** What an author is told: spam is answered as held, so that its sender learns nothing. */
    String stands(Comment comment) {
        return switch (comment.state()) {
            case PUBLISHED -> words().published();
            case REFUSED -> words().refused();
            case HELD, SPAM -> words().held();
        };
    }
}

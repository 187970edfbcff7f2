// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.util.List;
import org.tatabbu.language.Language;

/** A comment as it is kept. */
record Comment(
        CommentId id,
        TopicId topic,
        Language language,
        String author,
        SealedAddress address,
        String body,
        Instant posted,
        Verdict state) {
    List<String> paragraphs() {
        return Typed.split(body);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;

/**
 * A comment as it is kept.
 *
 * @param forum the committee whose readers talk here, where it is known
 * @param parent what it answers, or nothing
 * @param number where it stands among those that have appeared, or nothing while it has not
 * @param doubt why it did not appear at once
 * @param note what readers are told where it was removed, or nothing
 */
public record Comment(
        CommentId id,
        TopicId topic,
        @Nullable UUID forum,
        Language language,
        String author,
        SealedAddress address,
        String body,
        Instant posted,
        Verdict state,
        @Nullable CommentId parent,
        @Nullable Rank number,
        Doubt doubt,
        String note) {

    /** The thread's number under its topic and the place in it: 0 for what began it. It is given once and kept. */
    public record Rank(int thread, int place) {
        /** How it is written: 7, and 7.2 for the second reply there. */
        public String written() {
            return place == 0 ? Integer.toString(thread) : thread + "." + place;
        }

        public String anchor() {
            return "comment-" + written().replace('.', '-');
        }
    }

    /** A reader's e-mail address as the database keeps it: nonce, ciphertext and tag of AES-256-GCM, in base64. */
    public record SealedAddress(String base64) {}

    public List<String> paragraphs() {
        return Typed.split(body);
    }

    /** By what a comment sent twice is known. */
    String words() {
        return topic.id() + author + "\n" + body;
    }

    Comment doubted(Doubt why) {
        var waits = why == Doubt.NONE ? Verdict.HELD : why.leadsTo;
        return new Comment(id, topic, forum, language, author, address, body, posted, waits, parent, number, why, note);
    }

    /** Says nothing of its author: a comment that reaches a log must not carry an address there. */
    @Override
    public String toString() {
        return "Comment[" + id + "]";
    }
}

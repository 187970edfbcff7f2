// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** The door: what readers say about a topic, and what moderators rule. */
@Component
public class Discussions {
    private static final Duration PRESSED_TWICE = Duration.ofMinutes(10);

    private final CommentStore comments;
    private final AddressKey addresses;
    private final Moderation moderation;
    private final TransactionOperations transactions;

    Discussions(
            CommentStore comments, AddressKey addresses, Moderation moderation, TransactionOperations transactions) {
        this.comments = comments;
        this.addresses = addresses;
        this.moderation = moderation;
        this.transactions = transactions;
    }

    /** Takes a reader's comment; every comment waits for a moderator. The same one sent again soon after is kept once. */
    public Posting post(TopicId topic, CommentDraft draft, Instant at) {
        var form = draft.form();
        return form.fails() ? new Posting.Incomplete(form) : new Posting.Held(keep(sealed(topic, draft, at)));
    }

    private Comment sealed(TopicId topic, CommentDraft draft, Instant at) {
        var id = CommentId.random();
        return new Comment(
                id,
                topic,
                draft.language(),
                draft.author().text(),
                addresses.seal(id, draft.address().text()),
                draft.text().text(),
                at,
                draft.byMachine() ? Verdict.SPAM : Verdict.HELD);
    }

    private CommentId keep(Comment comment) {
        return transactions.execute(transaction -> {
            comments.queueOn(comment.topic());
            return comments.twin(comment, PRESSED_TWICE).orElseGet(() -> {
                comments.add(comment);
                return comment.id();
            });
        });
    }

    /**
     * What stands under the topic's page.
     *
     * @param postTo the address that takes a new comment, from the root
     * @param form what comes back to a reader whose comment is incomplete, else {@link Form#EMPTY}
     * @param received whether this reader's comment has just been taken
     */
    public CommentsSection section(TopicId topic, Language language, String postTo, Form form, boolean received) {
        var shown = comments.published(topic).stream()
                .map(comment -> CommentsSection.Shown.of(comment, language))
                .toList();
        return new CommentsSection(language, shown, postTo, form, received);
    }

    /** Rules on a comment however it stands now. */
    public Ruling rule(CommentId comment, Verdict verdict, AccountId by, Instant at) {
        return moderation.rule(comment, verdict, null, by, at);
    }

    /** How many comments wait for this moderator. */
    public int waiting(AccountId moderator, Instant at) {
        return moderation.waiting(moderator, at);
    }
}

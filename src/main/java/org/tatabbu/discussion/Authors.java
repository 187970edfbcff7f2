// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;

/** The authors' door: which comments are somebody's, how they stand, and their end. */
@Component
public class Authors {
    private static final int COMPARED = 10_000;

    private final CommentStore comments;
    private final AddressKey addresses;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Authors(CommentStore comments, AddressKey addresses, Audit audit, ApplicationEventPublisher events) {
        this.comments = comments;
        this.addresses = addresses;
        this.audit = audit;
        this.events = events;
    }

    /** The comments under a topic that were sent with this address, the latest first. Each address is opened and compared. */
    @Transactional(readOnly = true)
    public List<CommentId> of(TopicId topic, String address) {
        var wanted = Typed.address(address).text().toLowerCase(Locale.ROOT);
        return comments.latest(Set.of(topic), COMPARED).stream()
                .filter(comment -> addresses
                        .open(comment.id(), comment.address())
                        .filter(theirs -> theirs.toLowerCase(Locale.ROOT).equals(wanted))
                        .isPresent())
                .map(Comment::id)
                .toList();
    }

    /** Those of them that are still there, the oldest first. */
    @Transactional(readOnly = true)
    public List<Comment> read(List<CommentId> ids) {
        return comments.all(ids.stream().map(CommentId::id).toList());
    }

    /** Ends a comment for its author: its words, its name and its address are gone, and only its place is left. */
    @Transactional
    public void erase(CommentId id, Instant at) {
        comments.lock(id).ifPresent(comment -> {
            boolean shown = comment.state() == Verdict.PUBLISHED;
            comments.erase(id, at);
            if (shown) {
                comments.count(comment.topic(), 0, -1);
                events.publishEvent(new CommentsChanged(comment.topic()));
            }
            var forum = comment.forum();
            if (forum != null) {
                audit.note(
                        Change.joint(
                                "comment.erased",
                                null,
                                null,
                                forum,
                                comment.topic().id().toString(),
                                "",
                                ""),
                        at);
            }
        });
    }
}

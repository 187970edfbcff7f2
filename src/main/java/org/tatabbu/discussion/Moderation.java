// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.page.Viewers;

/** What moderators see and decide. */
@Component
class Moderation implements Viewers.Moderating {
    static final int AT_ONCE = 50;

    private final CommentStore comments;
    private final AddressKey addresses;
    private final ObjectProvider<Moderators> moderators;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    // The rooms that say who moderates stand above and use this one, so they are asked for only when needed.
    Moderation(
            CommentStore comments,
            AddressKey addresses,
            ObjectProvider<Moderators> moderators,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.comments = comments;
        this.addresses = addresses;
        this.moderators = moderators;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Rules on a comment.
     *
     * @param seen how it stood before the moderator's eyes, or null to rule however it stands
     */
    Ruling rule(CommentId comment, Verdict verdict, @Nullable Verdict seen, AccountId by, Instant at) {
        var topics = topics(by, at).keySet();
        return transactions.execute(transaction -> comments.hold(comment, topics)
                .map(held -> rule(held, verdict, seen, by, at))
                .orElseGet(Ruling.NotThere::new));
    }

    private Ruling rule(Comment comment, Verdict verdict, @Nullable Verdict seen, AccountId by, Instant at) {
        var was = comment.state();
        if (seen != null && seen != was) {
            return new Ruling.RuledMeanwhile(comment.id(), was);
        }
        if (verdict != was) {
            comments.rule(comment.id(), was, verdict, by, at);
            moderators.stream().forEach(room -> room.ruled(comment.topic(), was, verdict, by, at));
            if (was == Verdict.PUBLISHED || verdict == Verdict.PUBLISHED) {
                events.publishEvent(new CommentsChanged(comment.topic()));
            }
        }
        return new Ruling.Ruled(comment.id(), was, verdict);
    }

    @Override
    public boolean moderates(UUID account, Instant at) {
        var person = new AccountId(account);
        return moderators.stream()
                .anyMatch(room -> !room.moderatedBy(person, at).isEmpty());
    }

    int waiting(AccountId moderator, Instant at) {
        return comments.counts(topics(moderator, at).keySet()).getOrDefault(Verdict.HELD, 0);
    }

    /**
     * One screen of comments that stand one way.
     *
     * @param screen from 1; past the last one, the last one
     */
    ModerationQueue queue(AccountId moderator, Verdict state, int screen, Language language, Instant at) {
        var topics = topics(moderator, at);
        var counts = comments.counts(topics.keySet());
        int total = counts.getOrDefault(state, 0);
        int shown = Math.clamp(screen, 1, Math.max(1, Math.ceilDiv(total, AT_ONCE)));
        var standing = comments.standing(state, topics.keySet(), (shown - 1) * AT_ONCE, AT_ONCE);
        var beside = beside(standing.stream().map(Comment::topic).collect(Collectors.toSet()), moderator, at);
        var entries = standing.stream()
                .map(comment -> entry(comment, topics, language).beside(beside.get(comment.topic()), language))
                .toList();
        return new ModerationQueue(language, !topics.isEmpty(), state, counts, shown, entries, null, null);
    }

    /** One comment as its moderator sees it; nothing for anyone else. */
    Optional<ModerationQueue.Entry> entry(CommentId comment, AccountId moderator, Language language, Instant at) {
        var topics = topics(moderator, at);
        return comments.find(comment, topics.keySet()).map(found -> entry(found, topics, language));
    }

    /** The ruling just made, as long as it is this moderator's and the last on its comment. */
    Optional<ModerationQueue.Ruled> ruled(CommentId comment, AccountId moderator, Language language, Instant at) {
        return entry(comment, moderator, language, at)
                .flatMap(entry ->
                        comments.undoneBy(comment, moderator).map(was -> new ModerationQueue.Ruled(entry, was)));
    }

    private ModerationQueue.Entry entry(Comment comment, Map<TopicId, ModeratedTopic> topics, Language language) {
        var topic = Objects.requireNonNull(topics.get(comment.topic()));
        return ModerationQueue.Entry.of(comment, addresses.open(comment.id(), comment.address()), topic, language);
    }

    private Map<TopicId, ModeratedTopic.Beside> beside(Set<TopicId> topics, AccountId moderator, Instant at) {
        var beside = new HashMap<TopicId, ModeratedTopic.Beside>();
        if (!topics.isEmpty()) {
            moderators.stream().forEach(room -> beside.putAll(room.beside(topics, moderator, at)));
        }
        return beside;
    }

    private Map<TopicId, ModeratedTopic> topics(AccountId account, Instant at) {
        var topics = new HashMap<TopicId, ModeratedTopic>();
        moderators.stream().forEach(room -> topics.putAll(room.moderatedBy(account, at)));
        return topics;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.discussion.Comment;
import org.tatabbu.discussion.CommentId;
import org.tatabbu.discussion.Decision;
import org.tatabbu.discussion.Ruling;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.discussion.Verdicts;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.Viewers;

/** The door: what moderators see and decide. */
@Component
public class Moderation implements Viewers.Moderating {
    static final int AT_ONCE = 50;

    private final Verdicts verdicts;
    private final ObjectProvider<Moderators> moderators;
    private final TransactionOperations transactions;

    // The rooms that say who moderates stand above and use this one, so they are asked for only when needed.
    Moderation(Verdicts verdicts, ObjectProvider<Moderators> moderators, TransactionOperations transactions) {
        this.verdicts = verdicts;
        this.moderators = moderators;
        this.transactions = transactions;
    }

    /** Rules on a comment however it stands now. */
    public Ruling rule(CommentId comment, Verdict verdict, AccountId by, Instant at) {
        return rule(comment, Decision.of(verdict), by, at);
    }

    /** Rules on a comment as its moderator saw it. */
    public Ruling rule(CommentId comment, Decision decision, AccountId by, Instant at) {
        var topics = topics(by, at).keySet();
        return transactions.execute(transaction -> {
            var topic = verdicts.find(comment, topics).map(Comment::topic);
            var ruling = verdicts.rule(comment, topics, decision, by, at);
            if (ruling instanceof Ruling.Ruled made && made.was() != made.now()) {
                moderators.stream().forEach(room -> room.ruled(topic.orElseThrow(), made.was(), made.now(), by, at));
            }
            return ruling;
        });
    }

    /** Rules on several alike, each as it was seen. */
    List<Ruling> ruleAll(Map<CommentId, Decision> decisions, AccountId by, Instant at) {
        var rulings = new ArrayList<Ruling>();
        decisions.forEach((comment, decision) -> rulings.add(rule(comment, decision, by, at)));
        return rulings;
    }

    @Override
    public boolean moderates(UUID account, Instant at) {
        var person = new AccountId(account);
        return moderators.stream()
                .anyMatch(room -> !room.moderatedBy(person, at).isEmpty());
    }

    /** How many comments wait for this moderator. */
    public int waiting(AccountId moderator, Instant at) {
        return verdicts.counts(topics(moderator, at).keySet()).getOrDefault(Verdict.HELD, 0);
    }

    /**
     * One screen of comments that stand one way.
     *
     * @param screen from 1; past the last one, the last one
     */
    ModerationQueue queue(AccountId moderator, Verdict state, int screen, Language language, Instant at) {
        var topics = topics(moderator, at);
        var counts = verdicts.counts(topics.keySet());
        int total = counts.getOrDefault(state, 0);
        int shown = Math.clamp(screen, 1, Math.max(1, Math.ceilDiv(total, AT_ONCE)));
        var standing = verdicts.standing(state, topics.keySet(), (shown - 1) * AT_ONCE, AT_ONCE);
        var beside = beside(standing.stream().map(Comment::topic).collect(Collectors.toSet()), moderator, at);
        var entries = standing.stream()
                .map(comment -> entry(comment, topics, language).beside(beside.get(comment.topic()), language))
                .toList();
        return new ModerationQueue(language, !topics.isEmpty(), state, counts, shown, entries, null, null, List.of());
    }

    /** One comment as its moderator sees it; nothing for anyone else. */
    Optional<ModerationQueue.Entry> entry(CommentId comment, AccountId moderator, Language language, Instant at) {
        var topics = topics(moderator, at);
        return verdicts.find(comment, topics.keySet()).map(found -> entry(found, topics, language));
    }

    /** A comment with what was ruled on it, and what else its author sent where this moderator rules. */
    Optional<CommentHistory> history(CommentId comment, AccountId moderator, Language language, Instant at) {
        var topics = topics(moderator, at);
        return verdicts.find(comment, topics.keySet())
                .map(found -> new CommentHistory(
                        language,
                        entry(found, topics, language),
                        verdicts.rulings(comment),
                        verdicts.bySameAuthor(found, topics.keySet()).stream()
                                .map(other -> entry(other, topics, language))
                                .toList(),
                        Form.EMPTY));
    }

    /** The ruling just made, as long as it is this moderator's and the last on its comment. */
    Optional<ModerationQueue.Ruled> ruled(CommentId comment, AccountId moderator, Language language, Instant at) {
        return entry(comment, moderator, language, at)
                .flatMap(entry ->
                        verdicts.undoneBy(comment, moderator).map(was -> new ModerationQueue.Ruled(entry, was)));
    }

    private ModerationQueue.Entry entry(Comment comment, Map<TopicId, ModeratedTopic> topics, Language language) {
        var topic = Objects.requireNonNull(topics.get(comment.topic()));
        return ModerationQueue.Entry.of(comment, verdicts.email(comment), topic, language);
    }

    private Map<TopicId, ModeratedTopic.Beside> beside(Set<TopicId> topics, AccountId moderator, Instant at) {
        var beside = new HashMap<TopicId, ModeratedTopic.Beside>();
        if (!topics.isEmpty()) {
            moderators.stream().forEach(room -> beside.putAll(room.beside(topics, moderator, at)));
        }
        return beside;
    }

    Map<TopicId, ModeratedTopic> topics(AccountId account, Instant at) {
        var topics = new HashMap<TopicId, ModeratedTopic>();
        moderators.stream().forEach(room -> topics.putAll(room.moderatedBy(account, at)));
        return topics;
    }

    Optional<Moderators.Forum> forum(String slug) {
        return moderators.stream().flatMap(room -> room.forum(slug).stream()).findFirst();
    }
}

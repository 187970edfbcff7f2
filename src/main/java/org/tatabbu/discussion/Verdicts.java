// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.identity.AccountId;

/** The moderators' door: what stands how under their topics, and what becomes of it. */
@Component
public class Verdicts {
    private static final int COMPARED = 500;

    private final CommentStore comments;
    private final RulingStore rulings;
    private final AddressKey addresses;
    private final ApplicationEventPublisher events;

    Verdicts(CommentStore comments, RulingStore rulings, AddressKey addresses, ApplicationEventPublisher events) {
        this.comments = comments;
        this.rulings = rulings;
        this.addresses = addresses;
        this.events = events;
    }

    public Map<Verdict, Integer> counts(Set<TopicId> topics) {
        return rulings.counts(topics);
    }

    /** A run of comments that stand one way: the held oldest first, because they wait, the others newest first. */
    public List<Comment> standing(Verdict state, Set<TopicId> topics, int skip, int most) {
        return rulings.standing(state, topics, skip, most);
    }

    public Optional<Comment> find(CommentId comment, Set<TopicId> topics) {
        return rulings.find(comment, topics);
    }

    /** The author's address; nothing if it cannot be opened. */
    public Optional<String> email(Comment comment) {
        return addresses.open(comment.id(), comment.address());
    }

    public List<Ruling.Past> rulings(CommentId comment) {
        return rulings.of(comment);
    }

    /** How the comment stood before its last ruling, if that ruling is this account's. */
    public Optional<Verdict> undoneBy(CommentId comment, AccountId account) {
        return rulings.undoneBy(comment, account);
    }

    /**
     * What else the same author sent under these topics, the latest first. Nothing that is kept could tell it but the
     * addresses themselves: the latest are opened and compared.
     */
    public List<Comment> bySameAuthor(Comment comment, Set<TopicId> topics) {
        return email(comment)
                .map(address -> comments.latest(topics, COMPARED).stream()
                        .filter(other -> !other.id().equals(comment.id()))
                        .filter(other ->
                                email(other).filter(address::equalsIgnoreCase).isPresent())
                        .toList())
                .orElse(List.of());
    }

    /** Rules within the transaction of whoever may. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ruling rule(CommentId comment, Set<TopicId> topics, Decision decision, AccountId by, Instant at) {
        var held = rulings.hold(comment, topics);
        return held.isEmpty() ? new Ruling.NotThere() : rule(held.get(), decision, by, at);
    }

    private Ruling rule(Comment comment, Decision decision, AccountId by, Instant at) {
        var was = comment.state();
        var now = decision.verdict();
        if (decision.seen() != null && decision.seen() != was) {
            return new Ruling.RuledMeanwhile(comment.id(), was);
        }
        if (now != was) {
            stand(comment, now, decision.note());
            rulings.add(comment.id(), was, decision, by, at);
        }
        return new Ruling.Ruled(comment.id(), was, now);
    }

    /** Changes how it stands, and what readers see and count with it. */
    void stand(Comment comment, Verdict now, String note) {
        var was = comment.state();
        var appeared = comment.number() != null;
        rulings.stand(comment.id(), now, now == Verdict.PUBLISHED || !appeared ? "" : note);
        if (now == Verdict.PUBLISHED) {
            appear(comment);
        } else if (was == Verdict.PUBLISHED) {
            comments.count(comment.topic(), 0, -1);
        }
        if (was == Verdict.PUBLISHED || now == Verdict.PUBLISHED) {
            events.publishEvent(new CommentsChanged(comment.topic()));
        }
    }

    // The tally's row is the queue: whoever appears at the same moment gets the next number.
    private void appear(Comment comment) {
        var parent = comment.parent();
        if (comment.number() != null) {
            comments.count(comment.topic(), 0, 1);
            return;
        }
        var thread = parent == null
                ? Optional.<Comment.Rank>empty()
                : rulings.find(parent, Set.of(comment.topic())).flatMap(of -> Optional.ofNullable(of.number()));
        if (thread.isEmpty()) {
            var tally = comments.count(comment.topic(), 1, 1);
            rulings.number(comment.id(), tally.threads(), 0);
        } else {
            comments.count(comment.topic(), 0, 1);
            int of = thread.get().thread();
            rulings.number(comment.id(), of, comments.lastPlace(comment.topic(), of) + 1);
        }
    }
}
